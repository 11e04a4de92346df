import type { z } from 'zod';
import { collections } from '../archive/collections.ts';
import { dateInWords, type Item } from '../archive/item.ts';
import type { title } from '../archive/schema/parts.ts';

/** One line for search engines and link previews. */
export function describe(item: Item): string {
  const kind = collections[item.collection].singular.replace(/^./, (c) => c.toUpperCase());
  const name = item.label === item.title ? item.title : `${item.label}: ${item.title}`;
  return `${kind}. ${name}${item.date ? `, ${dateInWords(item)}` : ''}.`;
}

/** The title of an entry's page. */
export function pageTitle(item: Item): string {
  return item.label === item.title ? item.title : `${item.label} ${item.title}`;
}

/** The fact of an entry's title, where the record says more of it than its words; null elsewhere. */
export function titleFact({ entry: { record } }: Item): TitleFact | null {
  const { title, name } = record as { title?: string | TitleFact; name?: string | TitleFact };
  const fact = [title, name].find((one): one is TitleFact => typeof one === 'object');
  return fact && (fact.note || fact.inferred || fact.by) ? fact : null;
}

type TitleFact = z.infer<typeof title>;
