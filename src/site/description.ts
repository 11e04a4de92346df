import { collections } from '../archive/collections.ts';
import { formatDate } from '../archive/date.ts';
import type { Item } from '../archive/item.ts';

/** One line for search engines and link previews. */
export function describe(item: Item): string {
  const kind = collections[item.collection].singular.replace(/^./, (c) => c.toUpperCase());
  const name = item.label === item.title ? item.title : `${item.label}: ${item.title}`;
  return `${kind}. ${name}${item.date ? `, ${formatDate(item.date)}` : ''}.`;
}

/** The title of an entry's page. */
export function pageTitle(item: Item): string {
  return item.label === item.title ? item.title : `${item.label} ${item.title}`;
}
