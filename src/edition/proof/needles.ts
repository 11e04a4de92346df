import { fold, wordsOf } from './words.ts';

/** Length of the runs of words by which withheld text is known. */
export const RUN = 6;
/** A whole value of fewer words is known by all of them, down to this number: shorter ones are nobody's secret. */
const SHORTEST = 3;

/** What must not be found, with where it is withheld. */
export class Needles {
  /** Tokens, addresses: anything known by its characters. */
  readonly exact = new Map<string, string>();
  readonly #runs = new Map<string, string>();
  readonly #lengths = new Set<number>();
  readonly #words = new Set<string>();

  get runs(): number {
    return this.#runs.size;
  }

  addExact(text: string, origin: string): void {
    this.exact.set(fold(text), origin);
  }

  /** Takes in the runs of a withheld value. */
  addText(text: string, origin: string): void {
    // An id is no text: a document that is only cited has its number in the open.
    if (!/\s/.test(text)) return;
    for (const run of runsOf(text)) this.#addRun(run, origin);
  }

  /** Takes out the runs that also stand in something open. */
  removeText(text: string): void {
    const words = wordsOf(text);
    for (const length of this.#lengths) {
      for (let at = 0; at + length <= words.length; at++) this.#runs.delete(words.slice(at, at + length).join(' '));
    }
  }

  /** What of it a text holds; each needle once. */
  *in(text: string): Iterable<{ needle: string; origin: string }> {
    const folded = fold(text);
    for (const [needle, origin] of this.exact) if (folded.includes(needle)) yield { needle, origin };
    if (this.#runs.size === 0) return;
    const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
    const lengths = [...this.#lengths];
    let known = 0;
    const found = new Set<string>();
    for (const [index, word] of words.entries()) {
      known = this.#words.has(word) ? known + 1 : 0;
      for (const length of lengths) {
        if (known < length) continue;
        const run = words.slice(index + 1 - length, index + 1).join(' ');
        const origin = this.#runs.get(run);
        if (origin === undefined || found.has(run)) continue;
        found.add(run);
        yield { needle: run, origin };
      }
    }
  }

  #addRun(run: readonly string[], origin: string): void {
    this.#lengths.add(run.length);
    for (const word of run) this.#words.add(word);
    this.#runs.set(run.join(' '), origin);
  }
}

function* runsOf(text: string): Iterable<readonly string[]> {
  const words = wordsOf(text);
  if (words.length < RUN) {
    if (words.length >= SHORTEST) yield words;
    return;
  }
  for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN);
}
