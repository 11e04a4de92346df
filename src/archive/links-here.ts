import type { Edge } from './catalogue.ts';
import { collections } from './collections.ts';
import type { Item } from './item.ts';

/** What a link says when it is read from its far end; others are listed under what makes them. */
const TITLES: Readonly<Record<string, string>> = {
  cites: 'Cited by',
  mentions: 'Mentioned on',
  source: 'Source of facts on',
  previous: 'Later versions and follow-ups',
  transmits: 'Transmitted by',
  follows: 'Followed by',
  supersedes: 'Superseded by',
  repeals: 'Repealed by',
  predecessor: 'Succeeded by',
  parent: 'Parts of it',
  plan: 'Actions of this plan',
  from: 'Recommendations',
  fromEither: 'Recommendations of this or another action',
  mandate: 'Mandate of',
};
const ORDER = Object.values(TITLES);
const rank = (title: string) => (ORDER.includes(title) ? ORDER.indexOf(title) : ORDER.length);

/** A place of an entry that makes a link. */
export type LinkPlace = Pick<Edge, 'inText'> & { readonly locator: string };

/** An entry that links to a page, with the places that make the link. */
export interface IncomingLink {
  readonly item: Item;
  readonly places: readonly LinkPlace[];
}

export interface LinkGroup {
  readonly title: string;
  readonly links: readonly IncomingLink[];
}

/** Incoming links by kind, one line for each entry with the places that make the link. */
export function groupLinks(edges: readonly Edge[]): LinkGroup[] {
  const groups = new Map<string, Map<string, { item: Item; places: LinkPlace[] }>>();
  for (const { from, kind, locator, inText } of edges) {
    const title = TITLES[kind] ?? capital(collections[from.collection].plural);
    const group = groups.get(title) ?? new Map();
    groups.set(title, group);
    const link = group.get(from.address) ?? { item: from, places: [] };
    group.set(from.address, link);
    // A précis is numbered as its text: of two places called the same, the first will do.
    if (locator && !link.places.some((place: LinkPlace) => place.locator === locator))
      link.places.push({ locator, inText });
  }
  return [...groups]
    .map(([title, links]) => ({ title, links: [...links.values()] }))
    .sort((a, b) => rank(a.title) - rank(b.title));
}

const capital = (words: string) => words.replace(/^./, (c) => c.toUpperCase());
