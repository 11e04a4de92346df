import type { Value } from './needles.ts';
import { entryKey, factKey, type Oracle } from './oracle.ts';
import { BREAK, fold, foldedWords } from './words.ts';

/** Characters of a block that says one thing of an entry: `completed (as of 6 December 2022)`. */
const SHORT_BLOCK = 60;

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
    const blocks = text
      .split(BREAK)
      .filter((block) => block.length < SHORT_BLOCK)
      .map(foldedWords);
    const first = new Set(blocks.map(([word]) => word));
    for (const value of words) if (first.has(fold(value.text))) yield value;
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
    const facts = oracle.facts.get(entryKey(collection, id));
    for (const [path, value] of facts ? valuesIn(record) : []) {
      const withheld = facts?.get(factKey(path, value));
      if (withheld) yield withheld;
    }
  }
}

function* valuesIn(value: unknown, path = ''): Iterable<[path: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (Array.isArray(value)) for (const item of value) yield* valuesIn(item, `${path}[]`);
  else for (const [key, item] of Object.entries(value)) yield* valuesIn(item, path ? `${path}.${key}` : key);
}
