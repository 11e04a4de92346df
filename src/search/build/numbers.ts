import type { EntryRecord } from '../entry-list.ts';
import { digitsOf, type Numbers, PREFIX } from '../numbers.ts';

/** Characters of a title that a suggestion shows. */
const LONGEST_TITLE = 80;

/** Documents and actions by the first digits of their numbers. */
export function numbersOf(entries: readonly EntryRecord[]): Map<string, Numbers> {
  const rows = entries
    .filter(({ kind, label }) => (kind === 'Document' || kind === 'Action') && digitsOf(label).length >= PREFIX)
    .map(({ address, kind, label, title }) => {
      return [digitsOf(label), { address, kind, label, title: title.slice(0, LONGEST_TITLE) }] as const;
    })
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Map.groupBy(rows, ([digits]) => digits.slice(0, PREFIX));
}
