import { HashFilter } from './hash-filter.ts';
import { NeedleTree } from './needle-tree.ts';
import { RunTable, type SharedTable } from './run-table.ts';
import { fold, foldText, forEachRun, forEachWord, sliceOf } from './words.ts';

/** Words of letters that a run must have: numbers and abbreviations meet by chance where a page sets facts side by side. */
const LETTERS = 4;
/**
 * What makes a finding of runs over a seam: in a large archive six common words meet by chance at the end of one block
 * and the beginning of the next. Four long words do not, nor do three runs that begin within so
 * many characters.
 */
const OVER_SEAM = { long: 4, runs: 3, within: 160 };
/** Small enough to stay in the fast memory of a processor. */
const WORD_BITS = 1 << 21;

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
  readonly #tree = new NeedleTree();
  #runs = new RunTable();
  /** The words that stand in a run. */
  #words = HashFilter.of(WORD_BITS);
  readonly #origins: string[] = [];
  readonly #originNumbers = new Map<string, number>();

  get runs(): number {
    return this.#runs.size;
  }

  addExact(text: string, origin: string): void {
    const folded = fold(text);
    this.exact.set(folded, origin);
    this.#tree.add(folded);
  }

  /** Takes in the runs of a withheld text. */
  addText(text: string, origin: string): void {
    const number = this.#numberOf(origin);
    const folded = foldText(text);
    let any = false;
    forEachRun(folded, (first, second, { letters }) => {
      if (letters < LETTERS) return;
      this.#runs.add(first, second, number);
      any = true;
    });
    if (any) forEachWord(folded, (word) => this.#words.add(word));
  }

  /** Takes out the runs that also stand in something open. */
  removeText(text: string): void {
    if (this.#runs.size === 0) return;
    forEachRun(foldText(text), (first, second) => this.#runs.delete(first, second), this.#words);
  }

  /**
   * What of it a text holds.
   * @param flat whether the text is a page's without its blocks: each of its runs may lie over a seam
   */
  in(text: string, flat = false): { needle: string; origin: string }[] {
    const folded = foldText(text);
    const found = this.#tree.in(folded).map((needle) => ({ needle, origin: this.exact.get(needle) ?? '' }));
    if (this.#runs.size === 0) return found;
    // Where the last runs began.
    const last = new Float64Array(OVER_SEAM.runs).fill(-Infinity);
    let hits = 0;
    forEachRun(
      folded,
      (first, second, { start, end, long, seamed }) => {
        const origin = this.#origins[this.#runs.get(first, second)];
        if (origin === undefined) return;
        last[hits++ % OVER_SEAM.runs] = start;
        // The oldest of them is the next to be written over.
        const oldest = last[hits % OVER_SEAM.runs] ?? 0;
        if ((flat || seamed) && long < OVER_SEAM.long && start - oldest > OVER_SEAM.within) return;
        found.push({
          needle:
            sliceOf(folded, start, end)
              .match(/[\p{L}\p{N}]+/gu)
              ?.join(' ') ?? '',
          origin,
        });
      },
      this.#words,
    );
    return found;
  }

  /** Equal for equal needles, in whatever order they were taken in. */
  digest(): string {
    return [...[...this.exact.keys()].sort(), this.#runs.digest()].join('\n');
  }

  share(): SharedNeedles {
    return { exact: this.exact, runs: this.#runs.share(), words: this.#words.bits, origins: this.#origins };
  }

  static of({ exact, runs, words, origins }: SharedNeedles): Needles {
    const needles = new Needles();
    for (const [text, origin] of exact) needles.addExact(text, origin);
    needles.#runs = RunTable.of(runs);
    needles.#words = new HashFilter(words);
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
}
