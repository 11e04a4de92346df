/**
 * EU classifications (Council Decision 2013/488/EU, Article 2 and Annex I), with the words used before it.
 * LIMITE is not one of them: it is a distribution marking.
 */
const LEVELS: readonly (readonly [level: string, pattern: RegExp])[] = [
  ['TRÈS SECRET UE/EU TOP SECRET', /TR[EÈ]S\s+SECRET\s+UE|\bEU\s+TOP\s+SECRET|\bTS-UE\/EU-TS\b/i],
  ['SECRET UE/EU SECRET', /\bSECRET\s+UE\b|\bEU\s+SECRET\b|\bS-UE\/EU-S\b/i],
  ['CONFIDENTIEL UE/EU CONFIDENTIAL', /CONFIDENTIEL\s+UE|\bEU\s+CONFIDENTIAL|\bC-UE\/EU-C\b/i],
  ['RESTREINT UE/EU RESTRICTED', /RESTREINT\s+UE|\bEU\s+RESTRICTED|\bR-UE\/EU-R\b/i],
];

/** The same words with their letters run together, for markings set in spaced letters. */
const RUN_TOGETHER: readonly (readonly [level: string, pattern: RegExp])[] = [
  ['TRÈS SECRET UE/EU TOP SECRET', /TR[EÈ]SSECRETUE|EUTOPSECRET/],
  ['SECRET UE/EU SECRET', /SECRETUE|EUSECRET(?!AR)/],
  ['CONFIDENTIEL UE/EU CONFIDENTIAL', /CONFIDENTIELUE|EUCONFIDENTIAL/],
  ['RESTREINT UE/EU RESTRICTED', /RESTREINTUE|EURESTRICTED/],
];

/** The highest classification that the text names, or null. */
export function classificationIn(text: string): string | null {
  const composed = text.normalize('NFC');
  return LEVELS.find(([, pattern]) => pattern.test(composed))?.[0] ?? null;
}

/** The longest line that can be a marking; a longer one is a sentence that mentions one. */
const LONGEST_MARKING = 100;

/**
 * The classification that a line bears as a marking: alone, in capitals, perhaps with a number, signs or spaces
 * between its letters. A line of prose that names a classification bears none.
 */
export function markingOf(line: string): string | null {
  if (line.length > 4 * LONGEST_MARKING || /[a-z]/.test(line)) return null;
  const words = line
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]+/gu, '')
    .replace(/[^\p{L}\p{N}/-]+/gu, ' ')
    .trim();
  if (words.length > LONGEST_MARKING || /\p{Ll}/u.test(words)) return null;
  const letters = words.replace(/\P{L}+/gu, '');
  return classificationIn(words) ?? RUN_TOGETHER.find(([, pattern]) => pattern.test(letters))?.[0] ?? null;
}

/** A line of a text that bears a classification as its marking. */
export interface MarkedLine {
  /** From 1. */
  readonly line: number;
  readonly level: string;
}

/**
 * Lines that forbid a text to be held.
 * @param quoted the old marking that a declassified document quotes, as its record says: that one is excepted
 */
export function markedLines(text: string, quoted: string | undefined): MarkedLine[] {
  return forbidden([...marksIn(text)], quoted);
}

/** Those of the marked lines of a text that forbid it to be held, as for `markedLines`. */
export function forbidden(marked: readonly MarkedLine[], quoted: string | undefined): MarkedLine[] {
  const excepted = quoted === undefined ? null : classificationIn(quoted);
  return marked.filter(({ level }) => level !== excepted);
}

function* marksIn(text: string): Iterable<MarkedLine> {
  const lines = text.split('\n');
  for (const [index, words] of lines.entries()) {
    const next = lines[index + 1]?.trim();
    // A marking may be set on two lines.
    const level = markingOf(words) ?? (words.trim() && next && !markingOf(next) ? markingOf(`${words} ${next}`) : null);
    if (level !== null) yield { line: index + 1, level };
  }
}
