import type { Catalogue } from '../../archive/catalogue.ts';
import { collections } from '../../archive/collections.ts';
import type { Item } from '../../archive/item.ts';
import { groupLinks, type IncomingLink } from '../../archive/links-here.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import type { TimelineEvent } from '../../archive/timeline/event.ts';
import { type Wanted, wantedIn } from '../../archive/wanted.ts';
import { byYear as eventsByYear } from '../../drawing/timeline/list.ts';
import { MOST_LINES } from './budget.ts';
import { byNumber, byYear, type Part } from './cut.ts';
import { groupByYear } from './years.ts';

/** The parts of a collection’s list; the first is on the page of the list itself. By year where the list is by date. */
export function listParts(archive: Catalogue, collection: CollectionName): Part<Item>[] {
  const items: readonly Item[] = archive.list(collection);
  return items.length > MOST_LINES && isByYear(collection, items) ? byYear(groupByYear(items)) : byNumber(items);
}

/** Whether a list goes by date over several years. */
export function isByYear(collection: CollectionName, items: readonly Item[]): boolean {
  return !collections[collection].byId && groupByYear(items).length > 2;
}

/** The parts of the list of what is cited and not held, documents of the Council first; the first is on its page. */
export function citedParts(archive: Catalogue): Part<Wanted>[] {
  const wanted = wantedIn(archive);
  return byNumber([...wanted.filter(({ council }) => council), ...wanted.filter(({ council }) => !council)]);
}

/** One line of what links to a page. */
export interface LinkLine {
  /** Kind of the link, in words. */
  readonly title: string;
  readonly link: IncomingLink;
}

/** The pages of what links to an address, by kind; none where the page itself has room for all. */
export function linkParts(archive: Catalogue, address: string): Part<LinkLine>[] {
  const edges = archive.incoming(address);
  if (edges.length <= MOST_LINES) return [];
  const lines = groupLinks(edges).flatMap(({ title, links }) => links.map((link) => ({ title, link })));
  return lines.length > MOST_LINES ? byNumber(lines) : [];
}

/** The parts of a timeline by year: of the whole archive (null) always, of an entry where its page has no room for all. */
export function timelineParts(events: readonly TimelineEvent[], scope: Item | null): Part<TimelineEvent>[] {
  if (scope && events.length <= MOST_LINES) return [];
  return byYear(eventsByYear(events).map(({ year, events: items }) => ({ year, items })));
}
