import type { EntryRecord } from '../entry-list.ts';
import { foldName } from '../query/fold.ts';
import { eachOnce } from './each-once.ts';

/** A thing that has an acronym and a full name. */
export interface Concept {
  readonly acronym: string;
  readonly full: string;
  /** All that it is called, these two included; a single word in small letters is too common to be a name. */
  readonly names: readonly string[];
}

/** One form of a name as it may stand in a text. */
interface Form {
  readonly words: readonly string[];
  /** An acronym counts in capitals only: `IT` is not `it`. */
  readonly acronym: string | null;
  readonly concept: Concept;
}

/** What of an entry tells its names. */
export type Named = Pick<EntryRecord, 'label' | 'title' | 'names'>;

/** No space, and two capitals or more: `CCWP`, `LEWP-C`, `J-Customs`. */
const ACRONYM = /^(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{L}\p{N}/.-]{2,14}$/u;
const SIGNS = /[^\p{L}\p{N}]/gu;
const NONE: readonly Form[] = [];

/** The entries that have an acronym and a full name. */
export function conceptsOf(entries: readonly Named[]): Concept[] {
  const twofold = entries.filter(({ label, title }) => ACRONYM.test(label) && title.includes(' '));
  return twofold.map(({ label, title, names }) => {
    const all = [...new Set([label, title, ...names])];
    return {
      acronym: label,
      full: title,
      names: all.filter((one) => ACRONYM.test(one) || foldName(one).includes(' ')),
    };
  });
}

/**
 * Finds acronyms and full names in texts, in order to index each text under the one it does not use: who asks for `CCWP`
 * finds texts that only say "Customs Cooperation Working Party", and the other way round.
 */
export class NameFinder {
  readonly #byFirstWord = new Map<string, Form[]>();
  readonly #fold = eachOnce(foldName);
  readonly #formsFrom = eachOnce((word) => this.#byFirstWord.get(foldName(word)) ?? NONE);

  constructor(entries: readonly Named[]) {
    for (const concept of conceptsOf(entries)) {
      for (const name of concept.names) {
        const words = foldName(name).split(' ');
        const acronym = ACRONYM.test(name) ? name.replace(SIGNS, '') : null;
        const first = words[0] ?? '';
        this.#byFirstWord.set(first, [...(this.#byFirstWord.get(first) ?? []), { words, acronym, concept }]);
      }
    }
  }

  /** For each name that a text uses in one form only, the other form. */
  otherForms(text: string): string[] {
    const printed = text.split(/[\s(),;:"“”‘’[\]]+/).filter(Boolean);
    const used = new Map<Concept, { acronym: boolean; full: boolean }>();
    for (const [at, word] of printed.entries()) {
      for (const { words, acronym, concept } of this.#formsFrom(word)) {
        if (acronym !== null && word.replace(SIGNS, '') !== acronym) continue;
        if (!words.every((one, offset) => offset === 0 || this.#fold(printed[at + offset] ?? '') === one)) continue;
        const known = used.get(concept) ?? { acronym: false, full: false };
        used.set(concept, { acronym: known.acronym || acronym !== null, full: known.full || acronym === null });
      }
    }
    const others = [...used].flatMap(([concept, { acronym, full }]) =>
      acronym === full ? [] : [acronym ? concept.full : concept.acronym],
    );
    return [...new Set(others)].sort();
  }
}
