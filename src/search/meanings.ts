import { lightStem } from './query/stem.ts';

/** Words that the archive does not use, folded: what each says in its words, the likelier first; nothing for one that says nothing. */
export type Meanings = Readonly<Record<string, readonly string[]>>;

/** Endings of French and German words that make no other word, longest first. */
const ENDINGS = [
  'ischen',
  'ische',
  'ischer',
  'isches',
  'lichen',
  'liche',
  'licher',
  'en',
  'er',
  'es',
  'em',
  'ern',
  'nen',
  'e',
  'n',
  's',
  'x',
];
/** Sounds between the parts of a German word that is put together. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'er'];
const SHORTEST_PART = 3;

/** What a French or German word says in the words of the archive; null where it is unknown. @param word folded */
export function meaningOf(word: string, meanings: Meanings): readonly string[] | null {
  const plain = word.replace(/[^\p{L}]/gu, '');
  return simple(plain, meanings) ?? composed(plain, meanings);
}

/** The word or its singular; `ae`, `oe`, `ue` may stand for umlauts. */
function simple(word: string, meanings: Meanings): readonly string[] | null {
  for (const form of [word, word.replace(/([aou])e/g, '$1'), word.replace(/^[dl](?=[aeiouh])/, '')]) {
    const stems = ENDINGS.filter((ending) => form.endsWith(ending) && form.length - ending.length > SHORTEST_PART);
    const forms = [
      form,
      ...stems.flatMap((ending) => [form.slice(0, -ending.length), `${form.slice(0, -ending.length)}isch`]),
    ];
    const found = [...forms, ...forms.map((one) => `${one}e`)].find((one) => Object.hasOwn(meanings, one));
    if (found !== undefined) return meanings[found] ?? null;
  }
  return null;
}

/** `Zollzusammenarbeit` is customs cooperation: the meanings of two parts, if both are known. */
function composed(word: string, meanings: Meanings): readonly string[] | null {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const last = simple(word.slice(at), meanings);
    if (!last?.length) continue;
    for (const joint of JOINTS) {
      const first = word.slice(0, at);
      if (!first.endsWith(joint)) continue;
      const head = first.slice(0, first.length - joint.length);
      const found = head.length >= SHORTEST_PART ? (simple(head, meanings) ?? composed(head, meanings)) : null;
      if (found?.length) return found.flatMap((one) => last.map((other) => `${one} ${other}`));
    }
  }
  return null;
}

/** A phrase of a query that the archive says otherwise, with the places of its words. */
export interface Reworded {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly string[];
}

/** The longest phrases of a list of words that have synonyms; a plural has those of its singular. @param words folded */
export function reword(words: readonly string[], synonyms: Meanings): Reworded[] {
  const found: Reworded[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + 4); to > from; to--) {
      const phrase = words.slice(from, to).join(' ');
      const meanings = synonyms[phrase] ?? synonyms[phrase.replace(/s$/, '')] ?? synonyms[lightStem(phrase)];
      if (!meanings) continue;
      found.push({ from, to, meanings });
      from = to - 1;
      break;
    }
  }
  return found;
}
