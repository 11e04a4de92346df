import { ownCopy } from '../../archive/own-copy.ts';
import { fold } from './words.ts';

const BETWEEN = /[\s"'<>=#(){}[\],;&?|]+/;

/**
 * The words of some pages, against which those of their search index are held. Pagefind keeps stems, which change the
 * last two letters of a word at most besides cutting it, and words without the signs inside them (7.1.2012 as 712012
 * and 12012): so a stem is explained by a word that begins alike, or by a piece of such a word.
 */
export class PageWords {
  readonly #seen = new Set<string>();
  readonly #words = new Set<string>();
  /** Words that Pagefind takes apart: with signs inside them (here run together), digits, or capitals. */
  readonly #composed = new Set<string>();
  #known: { readonly sorted: readonly string[]; readonly composed: string } | null = null;

  add(text: string): void {
    this.#known = null;
    for (const piece of text.split(BETWEEN)) {
      if (this.#seen.has(piece)) continue;
      this.#seen.add(ownCopy(piece));
      for (const chunk of fold(piece).split(BETWEEN)) this.#addChunk(chunk);
      for (const [word] of piece.matchAll(/(?<!\p{L})\p{L}*\p{Ll}\p{Lu}\p{L}*/gu)) this.#composed.add(fold(word));
    }
  }

  #addChunk(chunk: string): void {
    const words = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const word of words) {
      if (word.length <= 80) this.#words.add(ownCopy(word));
      // Pagefind parts letters from digits: CRMS2 is also found as CRMS.
      if (/\d/.test(word) && /\p{L}/u.test(word)) this.#composed.add(ownCopy(word.slice(0, 200)));
    }
    if (words.length > 1) this.#composed.add(words.join('').slice(0, 200));
  }

  /** Those of some index words that no page explains. */
  unexplained(words: Iterable<string>): string[] {
    this.#known ??= { sorted: [...this.#words].sort(), composed: [...this.#composed].join(' ') };
    const { sorted, composed } = this.#known;
    const explains = (beginning: string) =>
      sorted[placeOf(sorted, beginning)]?.startsWith(beginning) || composed.includes(beginning);
    return [...words].filter((word) => {
      const parts = fold(word).match(/[\p{L}\p{N}]+/gu) ?? [];
      return !parts.every((part) => explains(part.slice(0, Math.max(1, part.length - 2))));
    });
  }
}

/** Where a word stands in a sorted list, or would. */
function placeOf(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
