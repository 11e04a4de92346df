import { formatReference, keyOf, linkFor, type Reference } from '../archive/reference/index.ts';
import { bucketOf, dayKey, type EntryRow, numberKey, referenceKey, titleKey } from './entry.ts';
import { type Names, onePerThing } from './names.ts';
import type { Direct, Unknown } from './protocol.ts';
import { isDay } from './query/periods.ts';
import type { Query } from './query/understand.ts';
import type { Source } from './source.ts';

/** So many references of a query are looked up; a pasted list is no question. */
export const MOST_REFERENCES = 6;
/** Titles shared by more entries than this name none of them. */
export const MOST_SAME_TITLE = 3;

/** What is asked for the rows of a key. */
type Keys = Pick<Source, 'bucket'>;

export interface DirectAnswer {
  readonly direct: readonly Direct[];
  readonly unknown: readonly Unknown[];
  /** The whole query is one reference or the name of one thing. */
  readonly whole: boolean;
}

/** The entries that a query names. @param buckets number of files of keys */
export async function findDirect(query: Query, source: Keys, buckets: number, names: Names): Promise<DirectAnswer> {
  const direct: Direct[] = [];
  const unknown: Unknown[] = [];
  const lookup = (key: string) => rowsOf(key, source, buckets);
  const add = (rows: readonly EntryRow[], why: Direct['why']) => {
    for (const row of rows) {
      if (!direct.some((other) => other.row.address === row.address)) direct.push({ row, why });
    }
  };

  const titled: EntryRow[] = [];
  const named: EntryRow[] = [];
  const related: EntryRow[] = [];
  for (const name of query.phrases.length === 0 ? query.names : []) {
    const bearers = names.bearers(name);
    const same = name.includes(' ') ? await lookup(titleKey(name)) : [];
    if (same.length <= MOST_SAME_TITLE) titled.push(...same);
    named.push(...bearers);
    related.push(...names.related(bearers).filter((row) => !bearers.includes(row)));
  }
  const things = onePerThing(distinct([...titled, ...named, ...related]), query.meaning, new Set(related));
  // A title may hold a reference; who types all of it means what bears it.
  if (titled.length > 0) add(things, 'name');

  for (const { reference, tentative } of query.references.slice(0, MOST_REFERENCES)) {
    const rows = await lookup(referenceKey(reference));
    const key = keyOf(reference);
    // The key of a document leaves its version out; all others say all that was asked for.
    const exact = rows.filter((row) => reference.kind !== 'council' || (row.reference ?? key) === key);
    add(exact, 'reference');
    if (exact.length === 0 && !tentative) unknown.push(unknownOf(reference));
    if (exact.length === 0) add(rows, 'same-number');
  }
  const byReference = direct.length + unknown.length;
  for (const { from } of byReference > 0 ? [] : query.periods.filter(isDay)) add(await lookup(dayKey(from)), 'day');
  if (query.number) {
    const { series, digits } = query.number;
    const rows = await lookup(numberKey(Number(digits)));
    add(series ? rows.filter(({ reference }) => reference?.startsWith(`${series}-`)) : rows, 'number');
  }
  add(things, 'name');
  const only = query.references[0];
  const whole = query.references.length === 1 && only?.tentative === false && query.units.length === 0;
  return { direct, unknown, whole: whole && query.phrases.length === 0 };
}

function distinct(rows: readonly EntryRow[]): EntryRow[] {
  return [...new Map(rows.map((row) => [row.address, row])).values()];
}

async function rowsOf(key: string, source: Keys, buckets: number): Promise<readonly EntryRow[]> {
  const { keys, rows } = await source.bucket(bucketOf(key, buckets));
  const places = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return (places ?? []).flatMap((place) => rows[place] ?? []);
}

function unknownOf(reference: Reference): Unknown {
  const link = linkFor(reference);
  const place = link === null ? null : link.exactness === 'register' ? 'the Council’s register' : 'EUR-Lex';
  return { label: formatReference(reference, 'printed'), url: link?.url ?? null, place };
}
