import { entryKey, factKey, type Oracle } from './oracle.ts';
import type { Value } from './withheld-values.ts';
import { BREAK, fold, foldedWords } from './words.ts';

/** Characters of a block that says one thing of an entry: `completed (as of 6 December 2022)`. */
const SHORT_BLOCK = 60;

/** What stands beside the one thing: `Status:` before it, a date in brackets behind it. */
const ASIDE = /^[^:]{0,30}:|\([^)]*\)/g;

/**
 * The withheld values of an entry that a file which tells of this entry alone says of it. Words, dates and numbers that
 * are too common to be looked for elsewhere are found here: in records at the field, on a page where a block says nothing else.
 * @param raw the file as it is written
 * @param text the same as `textsOf` reads it
 */
export function* withheldOfEntry(oracle: Oracle, file: string, raw: string, text: string): Iterable<Value> {
  const page = /^([\w-]+\/[^/]+)\/index\.html$/.exec(file)?.[1];
  const words = page && oracle.words.get(page.toLowerCase());
  if (words) {
    const said = new Set<string>();
    for (const block of text.split(BREAK)) {
      const [word, ...more] = block.length < SHORT_BLOCK ? foldedWords(block.replace(ASIDE, '')) : [];
      // The name of another entry may begin with the word.
      if (word !== undefined && more.length === 0) said.add(word);
    }
    for (const value of words) if (said.has(fold(value.text))) yield value;
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
