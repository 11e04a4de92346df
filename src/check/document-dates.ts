import { type Item, itemOf } from '../archive/item.ts';
import type { CheckContext } from './rule.ts';

/** The date of each document, in EDTF: its own, or else the year of its number; undefined for what is no document. */
export function datesOfDocuments({ content }: CheckContext): (id: string) => string | undefined {
  const dates = new Map(
    content.entries.flatMap((entry) => {
      if (entry.collection !== 'documents') return [];
      const { date } = itemOf(entry) as Item<'documents'>;
      return date ? [[entry.id, date] as const] : [];
    }),
  );
  return (id) => dates.get(id);
}
