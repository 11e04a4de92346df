/** Pairs of spellings, British first, that no rule covers. Inflections follow: `programmes`, `programs`. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['programme', 'program'],
  ['catalogue', 'catalog'],
  ['dialogue', 'dialog'],
  ['analogue', 'analog'],
  ['cheque', 'check'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['licence', 'license'],
  ['practise', 'practice'],
  ['pretence', 'pretense'],
  ['centre', 'center'],
  ['metre', 'meter'],
  ['litre', 'liter'],
  ['fibre', 'fiber'],
  ['calibre', 'caliber'],
  ['judgement', 'judgment'],
  ['acknowledgement', 'acknowledgment'],
  ['fulfil', 'fulfill'],
  ['enrol', 'enroll'],
  ['instalment', 'installment'],
  ['artefact', 'artifact'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['aluminium', 'aluminum'],
  ['sulphur', 'sulfur'],
  ['anaesthetic', 'anesthetic'],
  ['paedophile', 'pedophile'],
  ['storey', 'story'],
  ['jewellery', 'jewelry'],
  ...['behavi', 'col', 'fav', 'harb', 'hon', 'lab', 'neighb', 'rum', 'endeav', 'vap', 'od', 'sav', 'flav', 'arm'].map(
    (stem): readonly [string, string] => [`${stem}our`, `${stem}or`],
  ),
  ...['travel', 'label', 'cancel', 'model', 'signal', 'fuel', 'channel', 'counsel', 'level', 'total'].flatMap(
    (stem): (readonly [string, string])[] => [
      [`${stem}led`, `${stem}ed`],
      [`${stem}ling`, `${stem}ing`],
      [`${stem}ler`, `${stem}er`],
    ],
  ),
];

const ENDINGS = ['', 's', 'd', 'ed', 'ing', 'al', 'able', 'ment', 'ments', 'er', 'ers'];

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([british, american]) =>
    ENDINGS.flatMap((ending): [string, string][] => [
      [british + ending, american + ending],
      [american + ending, british + ending],
    ]),
  ),
);

/**
 * `organisation` ↔ `organization`, `analyse` ↔ `analyze`. Of words that are only ever written one way (`advise`) it makes
 * a spelling that nobody uses, which finds nothing and does no harm.
 */
const SZ = /^(.{3,})([sz])(ations?|ational|e|ed|es|er|ers|ing|able)$/;
const ORDINALS = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');

/** Numerals by their value; those that are a letter too are left out. */
const ROMAN = [undefined, undefined, 'ii', 'iii', 'iv', undefined, 'vi', 'vii', 'viii', 'ix'];

/** Other spellings of the same word, the word itself left out. @param word folded, without hyphens */
export function spellingsOf(word: string): string[] {
  const found = new Set<string>();
  const pair = SPELLINGS.get(word);
  if (pair) found.add(pair);
  const sz = SZ.exec(word);
  if (sz?.[1] && sz[3] && /[iy]$/.test(sz[1])) {
    found.add(`${sz[1]}${sz[2] === 's' ? 'z' : 's'}${sz[3]}`);
  }
  const ordinal = ordinalOf(word);
  if (ordinal) found.add(ordinal);
  const value = ROMAN.indexOf(word);
  const numeral = value > 0 ? String(value) : ROMAN[Number(word)];
  if (numeral) found.add(numeral);
  found.delete(word);
  return [...found];
}

/** `seventh` → `7th`, `7th` → `seventh`. */
function ordinalOf(word: string): string | null {
  const index = ORDINALS.indexOf(word);
  if (index >= 0) return `${index + 1}${ending(index + 1)}`;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
  return digits ? (ORDINALS[Number(digits) - 1] ?? null) : null;
}

function ending(number: number): string {
  if (number >= 11 && number <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
}
