import { RunTable, type SharedTable } from './run-table.ts';
import { fold, forEachRun, forEachWord } from './words.ts';

/** Words of letters that a run must have: numbers and abbreviations meet by chance where a page sets facts side by side. */
const LETTERS = 4;
/** Bits of the filter of words: 2^24, 2 MB. */
const FILTER = 1 << 24;

/** What of the needles another thread needs. */
export interface SharedNeedles {
  readonly exact: ReadonlyMap<string, string>;
  readonly runs: SharedTable;
  readonly words: Uint8Array<SharedArrayBuffer>;
  readonly origins: readonly string[];
}

/** What must not be found, with where it is withheld. */
export class Needles {
  /** Tokens, addresses: anything known by its characters. */
  readonly exact = new Map<string, string>();
  /** By how they begin: the lengths and the needles that do. */
  readonly #beginnings = new Map<string, Set<number>>();
  #runs = new RunTable();
  /** Which words stand in a run, as a Bloom filter of one hash. */
  #words = new Uint8Array(new SharedArrayBuffer(FILTER / 8));
  readonly #origins: string[] = [];
  readonly #originNumbers = new Map<string, number>();

  get runs(): number {
    return this.#runs.size;
  }

  addExact(text: string, origin: string): void {
    const folded = fold(text);
    this.exact.set(folded, origin);
    const beginning = folded.slice(0, BEGINNING);
    const lengths = this.#beginnings.get(beginning) ?? new Set();
    this.#beginnings.set(beginning, lengths.add(folded.length));
  }

  /** Takes in the runs of a withheld text. */
  addText(text: string, origin: string): void {
    const number = this.#numberOf(origin);
    const folded = fold(text);
    let any = false;
    forEachRun(folded, (first, second, _start, _end, letters) => {
      if (letters < LETTERS) return;
      this.#runs.add(first, second, number);
      any = true;
    });
    if (any) forEachWord(folded, (word) => this.#know(word));
  }

  /** Takes out the runs that also stand in something open. */
  removeText(text: string): void {
    if (this.#runs.size === 0) return;
    forEachRun(
      fold(text),
      (first, second) => this.#runs.delete(first, second),
      (word) => this.#knows(word),
    );
  }

  /** What of it a text holds. */
  in(text: string): { needle: string; origin: string }[] {
    const folded = fold(text);
    const found: { needle: string; origin: string }[] = [];
    for (const [beginning, lengths] of this.#beginnings) {
      for (let at = folded.indexOf(beginning); at >= 0; at = folded.indexOf(beginning, at + 1)) {
        for (const length of lengths) {
          const needle = folded.slice(at, at + length);
          const origin = this.exact.get(needle);
          if (origin !== undefined) found.push({ needle, origin });
        }
      }
    }
    if (this.#runs.size === 0) return found;
    forEachRun(
      folded,
      (first, second, start, end) => {
        const origin = this.#origins[this.#runs.get(first, second)];
        if (origin === undefined) return;
        found.push({
          needle:
            folded
              .slice(start, end)
              .match(/[\p{L}\p{N}]+/gu)
              ?.join(' ') ?? '',
          origin,
        });
      },
      (word) => this.#knows(word),
    );
    return found;
  }

  /** Equal for equal needles, in whatever order they were taken in. */
  digest(): string {
    return [...[...this.exact.keys()].sort(), this.#runs.digest()].join('\n');
  }

  share(): SharedNeedles {
    return { exact: this.exact, runs: this.#runs.share(), words: this.#words, origins: this.#origins };
  }

  static of({ exact, runs, words, origins }: SharedNeedles): Needles {
    const needles = new Needles();
    for (const [text, origin] of exact) needles.addExact(text, origin);
    needles.#runs = RunTable.of(runs);
    needles.#words = words;
    needles.#origins.push(...origins);
    return needles;
  }

  #numberOf(origin: string): number {
    let number = this.#originNumbers.get(origin);
    if (number === undefined) {
      number = this.#origins.push(origin) - 1;
      this.#originNumbers.set(origin, number);
    }
    return number;
  }

  #know(word: number): void {
    const bit = word & (FILTER - 1);
    this.#words[bit >> 3] = (this.#words[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  #knows(word: number): boolean {
    const bit = word & (FILTER - 1);
    return ((this.#words[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

/** Characters by which needles are told apart at first; the addresses of one collection begin alike. */
const BEGINNING = 8;
