import type { Path } from '../archive/source-file.ts';

/** Every text in a record, with its place. */
export function* wordsIn(value: unknown, path: Path = []): Iterable<{ path: Path; words: string }> {
  if (typeof value === 'string') yield { path, words: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* wordsIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
