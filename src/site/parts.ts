import type { Catalogue, DerivedIndex } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import { linksPart, listPart } from '../archive/part-address.ts';
import type { Wanted } from '../archive/wanted.ts';
import { LISTED } from './listed.ts';
import type { Part } from './paging/cut.ts';
import { citedParts, type LinkLine, linkParts, listParts } from './paging/lists.ts';

/** A page of a list that has several. */
export interface PartPage {
  readonly href: string;
  readonly label: string;
}

/** A part of a list, with what its page says of the others. */
export interface PartOfList<T> extends PartPage {
  readonly name: string;
  readonly year: number | null;
  readonly items: readonly T[];
  /** Lines of the whole list. */
  readonly total: number;
  /** The pages to which it leads; none where there is one only. */
  readonly named: readonly PartPage[];
  readonly before: PartPage | null;
  readonly after: PartPage | null;
}

/**
 * The parts of a list with where they are and what they are called: their year; the first and last of what they hold,
 * where the list is in the order of names; else their number.
 */
export function partsOf<T>(
  parts: readonly Part<T>[],
  addressOf: (part: Part<T>, index: number) => string,
  nameOf?: (item: T) => string,
): PartOfList<T>[] {
  const byYear = parts.some(({ year }) => year !== null);
  const pages = parts.map((part, index) => {
    const [first, last] = [part.items[0] as T, part.items.at(-1) as T];
    const name = nameOf ? `${nameOf(first)} to ${nameOf(last)}` : `Page ${index + 1}`;
    return { href: addressOf(part, index), label: byYear ? yearOf(part) : name };
  });
  const total = parts.reduce((sum, { items }) => sum + items.length, 0);
  return parts.map((part, index) => ({
    ...part,
    ...(pages[index] as PartPage),
    total,
    named: pages.length > 1 ? landmarks(parts, index).flatMap((at) => pages[at] ?? []) : [],
    before: pages[index - 1] ?? null,
    after: pages[index + 1] ?? null,
  }));
}

/** `1998`; `1998, part 2`; `no date`. */
function yearOf({ name, year }: Part<unknown>): string {
  const further = /-(\d+)$/.exec(name)?.[1];
  return `${year ?? 'no date'}${further === undefined ? '' : `, part ${further}`}`;
}

/** About so many pages are named at once. */
const MOST_NAMED = 40;

/**
 * The parts to which one of them leads: of years the first part each and all of its own year, of numbered parts those
 * beside it and others at even steps.
 */
function landmarks(parts: readonly Part<unknown>[], current: number): number[] {
  const own = parts[current]?.year;
  const step = Math.ceil(parts.length / MOST_NAMED);
  return parts.flatMap(({ year }, index) => {
    const near = Math.abs(index - current) <= 1 || index === parts.length - 1;
    const named = year === null ? index % step === 0 : year === own || year !== parts[index - 1]?.year;
    return near || named ? [index] : [];
  });
}

const CITED = '/cited/';

function listsOf(archive: Catalogue): PartOfList<Item>[] {
  return LISTED.flatMap((collection) => {
    const home = `/${collection}/`;
    const addressOf = ({ name }: Part<Item>, index: number) => (index === 0 ? home : listPart(home, name));
    return partsOf(listParts(archive, collection), addressOf, ({ label }) => label);
  });
}

const byAddress = <T>(parts: readonly PartOfList<T>[]) => new Map(parts.map((part) => [part.href, part]));

/** The parts of the lists of collections by their addresses: `/documents/`, `/documents/list/1999/`. */
export const LIST_PARTS: DerivedIndex<PartOfList<Item>> = {
  name: 'parts of lists',
  make: (archive) => byAddress(listsOf(archive)),
};

/** The page of its collection’s list on which an entry stands, by its address. */
export const LIST_PAGES: DerivedIndex<string> = {
  name: 'pages of lists',
  make: (archive) =>
    new Map(listsOf(archive).flatMap(({ href, items }) => items.map(({ address }) => [address, href] as const))),
};

/** The parts of the list of what is cited and not held, by their addresses. */
export const CITED_PARTS: DerivedIndex<PartOfList<Wanted>> = {
  name: 'parts of what is cited',
  make(archive) {
    const addressOf = ({ name }: Part<Wanted>, index: number) => (index === 0 ? CITED : listPart(CITED, name));
    return byAddress(partsOf(citedParts(archive), addressOf));
  },
};

/** The parts of what links to a page, by their addresses. */
export const LINK_PARTS: DerivedIndex<PartOfList<LinkLine>> = {
  name: 'parts of links',
  make(archive) {
    const known = new Map<string, ReadonlyMap<string, PartOfList<LinkLine>>>();
    return {
      get(key) {
        const [, home = ''] = /^(.*\/)links\/[^/]+\/$/.exec(key) ?? [];
        const parts =
          known.get(home) ?? byAddress(partsOf(linkParts(archive, home), ({ name }) => linksPart(home, name)));
        known.set(home, parts);
        return parts.get(key);
      },
    };
  },
};
