import type { Edge } from '../archive/catalogue.ts';
import { collections } from '../archive/collections.ts';
import type { Item } from '../archive/item.ts';

/** What a link says when it is read from its far end; others are listed under what makes them. */
const TITLES: Readonly<Record<string, string>> = {
  cites: 'Cited by',
  source: 'Source of facts on',
  previous: 'Later versions and follow-ups',
  follows: 'Followed by',
  supersedes: 'Superseded by',
  repeals: 'Repealed by',
  predecessor: 'Succeeded by',
  parent: 'Parts of it',
  plan: 'Actions of this plan',
  from: 'Recommendations',
  mandate: 'Mandate of',
};
const ORDER = Object.values(TITLES);
const rank = (title: string) => (ORDER.includes(title) ? ORDER.indexOf(title) : ORDER.length);

export interface LinkGroup {
  readonly title: string;
  readonly links: readonly { readonly item: Item; readonly locators: readonly string[] }[];
}

/** Incoming links by kind, one line for each entry with the places that make the link. */
export function groupLinks(edges: readonly Edge[]): LinkGroup[] {
  const groups = new Map<string, Map<string, { item: Item; locators: string[] }>>();
  for (const { from, kind, locator } of edges) {
    const title = TITLES[kind] ?? capital(collections[from.collection].plural);
    const group = groups.get(title) ?? new Map();
    groups.set(title, group);
    const link = group.get(from.address) ?? { item: from, locators: [] };
    group.set(from.address, link);
    if (locator && !link.locators.includes(locator)) link.locators.push(locator);
  }
  return [...groups]
    .map(([title, links]) => ({ title, links: [...links.values()] }))
    .sort((a, b) => rank(a.title) - rank(b.title));
}

const capital = (words: string) => words.replace(/^./, (c) => c.toUpperCase());
