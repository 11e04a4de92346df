import { type Bucket, bucketOf, type EntryRow } from '../entry.ts';
import type { EntryRecord } from '../entry-list.ts';
import { keysOfName, ownForms } from '../names.ts';
import { foldName } from '../query/fold.ts';
import type { NamedRow } from '../source.ts';

/** Characters of one file of the index of entries, about: what a look-up costs. */
const FILE_SIZE = 8_000;

/** The row of an entry. @param page its page in the text index */
export function rowOf(entry: EntryRecord, page: string | undefined): EntryRow {
  const { address, kind, label, title, date, marking, access, text, of, reference } = entry;
  return { address, kind, label, title, date, marking, access, text, of, reference, page };
}

/** The index of entries in files, each key in the file that `bucketOf` says. */
export function bucketsOf(entries: readonly EntryRecord[], pages: ReadonlyMap<string, string>): Bucket[] {
  const keyed = entries.filter(({ keys }) => keys.length > 0);
  const size = keyed.reduce((sum, { keys, title }) => sum + keys.length * (title.length + 150), 0);
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, size / FILE_SIZE)));
  const buckets = Array.from({ length: count }, () => ({
    rows: [] as EntryRow[],
    keys: {} as Record<string, number[]>,
    places: new Map<string, number>(),
  }));
  for (const entry of keyed) {
    for (const key of entry.keys) {
      const bucket = buckets[bucketOf(key, count)];
      if (!bucket) continue;
      let place = bucket.places.get(entry.address);
      if (place === undefined) {
        place = bucket.rows.push(rowOf(entry, pages.get(entry.address))) - 1;
        bucket.places.set(entry.address, place);
      }
      const places = bucket.keys[key] ?? [];
      bucket.keys[key] = places;
      if (!places.includes(place)) places.push(place);
    }
  }
  return buckets.map(({ rows, keys }) => ({ rows, keys }));
}

/** Every form of the name of an entry, as names are compared. */
export function formsOf({ names }: Pick<EntryRecord, 'names'>): string[] {
  return [...new Set(names.map(foldName))].filter(Boolean);
}

/** Things that have names; forms that a name is found by as well are left out, and so are those of its title and label. */
export function namesOf(entries: readonly EntryRecord[], pages: ReadonlyMap<string, string>): NamedRow[] {
  return entries.flatMap((entry): NamedRow[] => {
    const forms = formsOf(entry);
    if (forms.length === 0) return [];
    const { label, ...row } = rowOf(entry, pages.get(entry.address));
    const known = new Set(ownForms(entry).flatMap(keysOfName));
    const others = forms.filter((form) => {
      const keys = keysOfName(form);
      const isNew = keys.some((key) => !known.has(key));
      for (const key of keys) known.add(key);
      return isNew;
    });
    return [{ forms: others, row: label === row.title ? row : { ...row, label } }];
  });
}
