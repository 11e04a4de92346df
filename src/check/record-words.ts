import type { WrittenEntry } from '../archive/read.ts';
import type { Path } from '../archive/source-file.ts';
import { byRecord } from './by-record.ts';

/** For rules about words that no record may hold: finds the places of texts that `unwanted` holds for. */
export const placesOfWords = (unwanted: (words: string) => boolean) =>
  byRecord(({ record }: WrittenEntry) =>
    [...wordsIn(record)].flatMap(({ path, words }) => (unwanted(words) ? [path] : [])),
  );

/** Every text in a record, with its place. */
function* wordsIn(value: unknown, path: Path = []): Iterable<{ path: Path; words: string }> {
  if (typeof value === 'string') yield { path, words: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* wordsIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
