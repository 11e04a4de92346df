import { formatReference, keyOf, linkFor, type Reference } from '../archive/reference/index.ts';
import { bucketOf, dayKey, type EntryRow, numberKey, referenceKey, titleKey } from './entry.ts';
import type { Direct, Unknown } from './protocol.ts';
import type { Query } from './query/understand.ts';
import type { Manifest, Source } from './source.ts';

/** So many references of a query are looked up; a pasted list is no question. */
export const MOST_REFERENCES = 6;
/** Titles shared by more entries than this name none of them. */
export const MOST_SAME_TITLE = 3;

/** What is asked for the rows of a key, and for things that have names. */
type Keys = Pick<Source, 'bucket'>;
type Named = Pick<Manifest, 'buckets' | 'names'>;

/** A document's number without its year: `10784`, `ST 10784`, `DS 1321`. */
const NUMBER = /^(?:([a-z]{2,7})[ -]?)?(\d{4,5})$/i;

export interface DirectAnswer {
  readonly direct: readonly Direct[];
  readonly unknown: readonly Unknown[];
  /** The whole query is one reference or the name of one thing. */
  readonly whole: boolean;
}

/** The entries that a query names. */
export async function findDirect(query: Query, source: Keys, manifest: Named): Promise<DirectAnswer> {
  const direct: Direct[] = [];
  const unknown: Unknown[] = [];
  const lookup = (key: string) => rowsOf(key, source, manifest);
  const add = (rows: readonly EntryRow[], why: Direct['why']) => {
    for (const row of rows) {
      if (!direct.some((other) => other.row.address === row.address)) direct.push({ row, why });
    }
  };

  // A title may hold a reference; who types all of it means what bears it.
  const titled = query.text.includes(' ') ? await lookup(titleKey(query.text)) : [];
  if (titled.length <= MOST_SAME_TITLE) add(titled, 'name');

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
  for (const { day } of byReference > 0 ? [] : query.days) add(await lookup(dayKey(day)), 'day');
  const [, series, number] = NUMBER.exec(query.text) ?? [];
  if (number) {
    const rows = await lookup(numberKey(Number(number)));
    add(series ? rows.filter(({ reference }) => reference?.startsWith(`${series.toUpperCase()}-`)) : rows, 'number');
  }

  if (query.phrases.length === 0) {
    const named: EntryRow[] = [];
    const related: EntryRow[] = [];
    for (const name of query.names) {
      const { bearers, others } = bearersOf(name, manifest.names);
      const same = name.includes(' ') ? await lookup(titleKey(name)) : [];
      named.push(...bearers, ...(same.length <= MOST_SAME_TITLE ? same : []));
      related.push(...others);
    }
    named.sort((a, b) => nameRank(a, query.meaning) - nameRank(b, query.meaning));
    add([...named, ...related], 'name');
  }
  const only = query.references[0];
  const whole = query.references.length === 1 && only?.tentative === false && query.units.length === 0;
  return { direct, unknown, whole: whole && query.phrases.length === 0 };
}

/**
 * What bears a name, spaces or none in it; and what shares another form of its name with a term that does, as the working
 * party whose acronym only the glossary has.
 */
function bearersOf(name: string, names: Manifest['names']): Record<'bearers' | 'others', EntryRow[]> {
  const joined = name.replaceAll(' ', '');
  const bearers = names.filter(({ forms }) => forms.some((form) => form.replaceAll(' ', '') === joined));
  const alike = new Set(bearers.flatMap(({ forms, row }) => (row.kind === 'Term' ? forms : [])));
  const others = names.filter(({ forms, row }) => row.kind !== 'Term' && forms.some((form) => alike.has(form)));
  return { bearers: bearers.map(({ row }) => row), others: others.map(({ row }) => row) };
}

/** Who asks for a thing wants its page; who asks what a word means, the glossary. */
function nameRank({ kind, address }: EntryRow, meaning: boolean): number {
  if (kind !== 'Term') return 1;
  return address.startsWith('/glossary/') && meaning ? 0 : 2 + Number(!address.startsWith('/glossary/'));
}

async function rowsOf(key: string, source: Keys, manifest: Named): Promise<readonly EntryRow[]> {
  const { keys, rows } = await source.bucket(bucketOf(key, manifest.buckets));
  const places = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return (places ?? []).flatMap((place) => rows[place] ?? []);
}

function unknownOf(reference: Reference): Unknown {
  const link = linkFor(reference);
  const place = link === null ? null : link.exactness === 'register' ? 'the Council’s register' : 'EUR-Lex';
  return { label: formatReference(reference, 'printed'), url: link?.url ?? null, place };
}
