import { name } from '../prose.ts';
import type { Random } from '../random.ts';

/** Something with a name and its initials. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly abbreviation: string;
}

/** Initials that mean something else in the number of a document. */
const SUFFIXES = ['REV', 'ADD', 'COR', 'EXT', 'DCL', 'AMD', 'EUCO', 'INIT'];

/** Gives names whose initials nothing else of the archive has, so that an acronym in a text is this one. */
export class Names {
  readonly #random: Random;
  readonly #taken = new Set(SUFFIXES);

  constructor(random: Random) {
    this.#random = random;
  }

  /** @param words how many words the name has at least */
  take(words: number, behind = ''): Named {
    for (let tries = 0; ; tries++) {
      const full = [name(this.#random, words + Math.floor(tries / 20)), behind].filter(Boolean).join(' ');
      const abbreviation = full.replace(/[^A-Z]/g, '');
      if (abbreviation.length < 3 || this.#taken.has(abbreviation)) continue;
      this.#taken.add(abbreviation);
      return { id: abbreviation.toLowerCase(), name: full, abbreviation };
    }
  }
}
