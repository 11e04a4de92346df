import type { EntryRecord } from '../entry-list.ts';
import { foldName } from '../query/fold.ts';

/** One form of a name as it may stand in a text. */
interface Form {
  readonly words: readonly string[];
  /** An acronym counts in capitals only: `IT` is not `it`. */
  readonly exact: string | null;
  readonly concept: number;
}

/**
 * Finds the names of things in texts, in order to index each text under the other forms of the names it uses: who asks
 * for `CCWP` finds texts that only say "Customs Cooperation Working Party", and the other way round.
 */
export class NameFinder {
  readonly #concepts: readonly (readonly string[])[];
  readonly #byFirstWord = new Map<string, Form[]>();

  constructor(entries: readonly EntryRecord[]) {
    const sets = entries.map(({ names }) => distinct(names)).filter((names) => names.length > 1);
    this.#concepts = sets;
    for (const [concept, names] of sets.entries()) {
      for (const name of names) {
        const words = foldName(name).split(' ');
        const first = words[0] ?? '';
        const exact = /^[^a-z]*$/.test(name) ? name.replace(/[^\p{L}\p{N}]/gu, '') : null;
        const form = { words, exact, concept };
        const list = this.#byFirstWord.get(first);
        if (list) list.push(form);
        else this.#byFirstWord.set(first, [form]);
      }
    }
  }

  /** Forms of the names in a text that the text itself does not use. */
  otherForms(text: string): string[] {
    const printed = text.split(/[\s(),;:"“”‘’[\]]+/).filter(Boolean);
    const folded = printed.map(foldName);
    const found = new Map<number, Set<string>>();
    for (const [at, word] of folded.entries()) {
      for (const { words, exact, concept } of this.#byFirstWord.get(word) ?? []) {
        if (exact !== null && printed[at]?.replace(/[^\p{L}\p{N}]/gu, '') !== exact) continue;
        if (!words.every((one, offset) => folded[at + offset] === one)) continue;
        const forms = found.get(concept);
        if (forms) forms.add(words.join(' '));
        else found.set(concept, new Set([words.join(' ')]));
      }
    }
    const others = [...found].flatMap(([concept, used]) =>
      (this.#concepts[concept] ?? []).filter((name) => !used.has(foldName(name))),
    );
    return [...new Set(others)].sort();
  }
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [foldName(name), name])).entries()]
    .filter(([folded]) => folded.length > 1)
    .map(([, name]) => name);
}
