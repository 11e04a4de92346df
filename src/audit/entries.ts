import type { Value } from './needles.ts';
import { factKey, type Oracle } from './oracle.ts';
import { BREAK, foldedWords } from './words.ts';

/** Blocks of a page that say one thing of its entry have no more words. */
const SHORT_BLOCK = 8;

/**
 * The withheld values of an entry that a file which tells of this entry alone says of it. Words, dates and numbers that
 * are too common to be looked for elsewhere are found here: in records at the field, on a page at the beginning of a block.
 * @param raw the file as it is written
 * @param text the same as `textsOf` reads it
 */
export function* withheldOfEntry(oracle: Oracle, file: string, raw: string, text: string): Iterable<Value> {
  const page = /^([\w-]+\/[^/]+)\/index\.html$/.exec(file)?.[1];
  const words = page && oracle.words.get(page.toLowerCase());
  if (words) {
    const blocks = text.split(BREAK).map((block) => foldedWords(block));
    const first = new Set(blocks.flatMap((block) => (block.length <= SHORT_BLOCK ? block.slice(0, 1) : [])));
    for (const value of words) if (first.has(value.text.toLowerCase())) yield value;
  }
  if (!/\.jsonl?$/.test(file) || !raw.includes('"record"')) return;
  const parts: unknown[] = file.endsWith('l')
    ? raw
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [JSON.parse(raw)].flat();
  for (const part of parts) {
    const { collection, id, record } = (part ?? {}) as Record<string, unknown>;
    for (const [path, value] of valuesIn(record)) {
      const withheld = oracle.facts.get(factKey(String(collection), String(id), path, value));
      if (withheld) yield withheld;
    }
  }
}

function* valuesIn(value: unknown, path = ''): Iterable<[path: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (Array.isArray(value)) for (const item of value) yield* valuesIn(item, `${path}[]`);
  else for (const [key, item] of Object.entries(value)) yield* valuesIn(item, path ? `${path}.${key}` : key);
}
