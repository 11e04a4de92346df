import { fold } from '../query/fold.ts';
import { lightStem } from '../query/stem.ts';
import type { WordFiles, Words } from '../spelling.ts';
import { eachOnce } from './each-once.ts';

/** Characters of one file of words, about: what a slip of the pen may cost. */
const FILE_SIZE = 24_000;
/** A word on more pages than this is left out of a query that has a rarer one. */
const COMMON = 2_500;
const LETTERS = /^\p{L}{3,40}$/u;

/** On how many pages a word or stem is. */
interface Counted {
  pages: number;
  /** The number of the last of them. */
  last: number;
}

interface Word extends Counted {
  readonly stem: Counted;
}

/** Counts the words of the index, and their stems, each once a page. */
export class WordCount {
  readonly #words = new Map<string, Word>();
  readonly #stems = new Map<string, Counted>();
  readonly #pieceOf = eachOnce((text) => ({
    pages: 0,
    last: 0,
    words: wordsOf(text).map((word) => this.#wordOf(word)),
  }));
  #page = 0;

  add(text: string): void {
    this.#page++;
    for (const one of text.split(/\s+/)) {
      const piece = this.#pieceOf(one);
      if (!this.#count(piece)) continue;
      for (const word of piece.words) if (this.#count(word)) this.#count(word.stem);
    }
  }

  #count(one: Counted): boolean {
    if (one.last === this.#page) return false;
    one.last = this.#page;
    one.pages++;
    return true;
  }

  #wordOf(word: string): Word {
    const known = this.#words.get(word);
    if (known) return known;
    const name = lightStem(word);
    const stem = this.#stems.get(name) ?? { pages: 0, last: 0 };
    this.#stems.set(name, stem);
    const added = { pages: 0, last: 0, stem };
    this.#words.set(word, added);
    return added;
  }

  /** Stems on so many pages that they say little. */
  common(): Record<string, number> {
    return Object.fromEntries(entriesOf(this.#stems).filter(([, pages]) => pages > COMMON));
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
    split(entriesOf(this.#words), 1);
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

function entriesOf(counts: ReadonlyMap<string, Counted>): [string, number][] {
  return Array.from(counts, ([name, { pages }]): [string, number] => [name, pages]).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
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
