import { fold, wordsOf } from './words.ts';

/** Length of the runs of words by which withheld text is known. */
export const RUN = 6;
/** Words of letters that a run must have: numbers and abbreviations meet by chance where a page sets facts side by side. */
const LETTERS = 4;

/** What must not be found, with where it is withheld. */
export class Needles {
  /** Tokens, addresses: anything known by its characters. */
  readonly exact = new Map<string, string>();
  /** How they begin: most texts hold no such beginning, and need not be searched for each of them. */
  readonly #beginnings = new Set<string>();
  readonly #runs = new Map<string, string>();
  readonly #words = new Set<string>();

  get runs(): number {
    return this.#runs.size;
  }

  addExact(text: string, origin: string): void {
    const folded = fold(text);
    this.exact.set(folded, origin);
    this.#beginnings.add(folded.slice(0, 3));
  }

  /** Takes in the runs of a withheld text. */
  addText(text: string, origin: string): void {
    for (const run of runsOf(wordsOf(text))) {
      if (run.filter((word) => /^\p{L}{3,}$/u.test(word)).length < LETTERS) continue;
      for (const word of run) this.#words.add(word);
      this.#runs.set(run.join(' '), origin);
    }
  }

  /** Takes out the runs that also stand in something open. */
  removeText(text: string): void {
    for (const run of runsOf(wordsOf(text))) this.#runs.delete(run.join(' '));
  }

  /** What of it a text holds. */
  *in(text: string): Iterable<{ needle: string; origin: string }> {
    const folded = fold(text);
    for (const beginning of this.#beginnings) {
      if (!folded.includes(beginning)) continue;
      for (const [needle, origin] of this.exact) {
        if (needle.startsWith(beginning) && folded.includes(needle)) yield { needle, origin };
      }
    }
    if (this.#runs.size === 0) return;
    let known = 0;
    const words = folded.match(WORD_OR_BREAK) ?? [];
    for (const [index, word] of words.entries()) {
      known = this.#words.has(word) ? known + 1 : 0;
      if (known < RUN) continue;
      const run = words.slice(index + 1 - RUN, index + 1).join(' ');
      const origin = this.#runs.get(run);
      if (origin !== undefined) yield { needle: run, origin };
    }
  }
}

/** Stands between blocks of a page: no run of words goes on behind it. */
export const BREAK = '\u2029';
const WORD_OR_BREAK = new RegExp(`[\\p{L}\\p{N}]+|${BREAK}`, 'gu');

function* runsOf(words: readonly string[]): Iterable<readonly string[]> {
  for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN);
}
