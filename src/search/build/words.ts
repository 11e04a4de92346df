import { fold } from '../query/fold.ts';
import { lightStem } from '../query/stem.ts';
import type { WordFiles, Words } from '../spelling.ts';
import { eachOnce } from './each-once.ts';

/** Characters of one file of words, about: what a slip of the pen may cost. */
const FILE_SIZE = 24_000;
/** A word on more pages than this is left out of a query that has a rarer one. */
const COMMON = 2_500;
const LETTERS = /^\p{L}{3,40}$/u;

/** How many pages have each word, and each stem. */
export interface WordCounts {
  readonly words: Readonly<Record<string, number>>;
  readonly stems: Readonly<Record<string, number>>;
}

/** Counts the words of the index, each once a page. */
export class WordCount {
  readonly #pages = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  readonly #wordsOf = eachOnce(wordsOf);
  readonly #stemOf = eachOnce(lightStem);

  add(text: string): void {
    const words = new Set<string>();
    for (const piece of new Set(text.split(/\s+/))) for (const word of this.#wordsOf(piece)) words.add(word);
    for (const word of words) this.#pages.set(word, (this.#pages.get(word) ?? 0) + 1);
    for (const stem of new Set([...words].map(this.#stemOf))) this.#stems.set(stem, (this.#stems.get(stem) ?? 0) + 1);
  }

  counts(): WordCounts {
    return { words: sorted(this.#pages), stems: sorted(this.#stems) };
  }

  /** Counts pages that were counted elsewhere. */
  addCounts({ words, stems }: WordCounts): void {
    for (const [word, pages] of Object.entries(words)) this.#pages.set(word, (this.#pages.get(word) ?? 0) + pages);
    for (const [stem, pages] of Object.entries(stems)) this.#stems.set(stem, (this.#stems.get(stem) ?? 0) + pages);
  }

  /** Stems on so many pages that they say little. */
  common(): Record<string, number> {
    return Object.fromEntries([...this.#stems].filter(([, pages]) => pages > COMMON).sort());
  }

  /** Files of words by their first letters, none much larger than `FILE_SIZE`. */
  files(): { files: WordFiles; contents: Words[] } {
    const files: Record<string, number> = {};
    const contents: Record<string, number>[] = [];
    let room = 0;
    const put = (prefix: string, group: readonly [string, number][]) => {
      if (contents.length === 0 || room < size(group)) {
        contents.push({});
        room = FILE_SIZE;
      }
      room -= size(group);
      Object.assign(contents.at(-1) ?? {}, Object.fromEntries(group));
      files[prefix] = contents.length - 1;
    };
    const split = (words: readonly [string, number][], length: number) => {
      for (const [prefix, group] of groupBy(words, ([word]) => word.slice(0, length))) {
        if (size(group) > FILE_SIZE && length < 5) split(group, length + 1);
        else put(prefix, group);
      }
    };
    split(
      [...this.#pages].sort(([a], [b]) => (a < b ? -1 : 1)),
      1,
    );
    return { files, contents };
  }
}

/** The words of a piece of text without spaces, `operation` and `cooperation` of `co-operation`; folding may space it. */
function wordsOf(piece: string): string[] {
  return fold(piece)
    .split(/\s+/)
    .flatMap((one) => {
      const parts = one.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      return parts.length > 1 ? [...parts, parts.join('')] : parts;
    })
    .filter((word) => LETTERS.test(word));
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Characters that words take in a file. */
function size(words: readonly [string, number][]): number {
  return words.reduce((sum, [word]) => sum + word.length + 6, 0);
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
