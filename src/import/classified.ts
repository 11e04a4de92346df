import { tokens } from './furniture.ts';
import { labelledLine } from './labels.ts';

/**
 * Classification markings (Council Decision 2013/488/EU, and the forms before it), letters possibly spaced, accents
 * and the capital N possibly lost, I read as l, 1 or |, words possibly run together or broken over two lines.
 */
const SPACED = (word: string) =>
  [...word]
    .map((c) => (c === 'I' ? '[IÍl1|]' : c === 'E' ? '[EÈÉ]' : c === 'N' ? '[N\ufffd]?' : c === 'O' ? '[O0]' : c))
    .join('[ ]?');
const GAP = '[\\s_-]{0,3}';
const FRENCH = `(?:${SPACED('RESTREINT')}|${SPACED('CONFIDENTIEL')}|(?:TR[EÈ]S${GAP})?${SPACED('SECRET')})${GAP}${SPACED('UE')}`;
const ENGLISH = `\\bE[ ]?U${GAP}(?:${SPACED('RESTRICTED')}|${SPACED('CONFIDENTIAL')}|(?:TOP${GAP})?${SPACED('SECRET')})`;
const ABBREVIATED = '(?:R-UE/EU-R|C-UE/EU-C|TS-UE/EU-TS|S-UE/EU-S)';
const ANY = `(?<!\\p{L})(?:${FRENCH}(?:[ ]?/[ ]?${ENGLISH})?|${ENGLISH}|${ABBREVIATED})(?!\\p{L})`;
const MARKING = new RegExp(ANY, 'gu');
/** On a line of its own a marking is one in small letters, too. */
const ALONE = new RegExp(`^[^\\p{L}\\d\\n]*(${ANY})[^\\p{L}\\d\\n]*$`, 'gimu');
/** Markings of the Council before 2001: words that mean something else in running text. */
const FORMER =
  /(?<![\p{L}/-])(?:RESTREINT|CONFIDENTIEL|(?:TR[EÈ]S )?SECRET|RESTRICTED|CONFIDENTIAL|TOP SECRET)(?![\p{L}/-])/u;

export interface Marking {
  /** As printed. */
  readonly printed: string;
  /** Index in the text. */
  readonly start: number;
}

/**
 * The places where a text *bears* a classification marking, as against mentioning one in a sentence: alone on a line,
 * or among the numbers, initials and units of a page header or footer. In doubt it counts as borne.
 */
export function borneMarkings(text: string): Marking[] {
  const borne: Marking[] = [];
  for (const match of text.matchAll(MARKING)) {
    const start = text.lastIndexOf('\n', match.index) + 1;
    const behind = match.index + match[0].length;
    const stop = text.indexOf('\n', behind);
    const before = text.slice(Math.max(start, match.index - 240), match.index);
    const after = text.slice(behind, Math.min(stop < 0 ? text.length : stop, match.index + 240));
    if (!isMention(before, after)) borne.push({ printed: oneLine(match[0]), start: match.index });
  }
  for (const match of text.matchAll(ALONE)) borne.push({ printed: oneLine(match[1] ?? ''), start: match.index });
  return borne.sort((a, b) => a.start - b.start);
}

/** The first marking in a text, borne or mentioned, as printed; for the part of a first page that holds no prose. */
export function firstMarking(text: string): string | null {
  const found = new RegExp(ANY, 'iu').exec(text) ?? FORMER.exec(text);
  return found && oneLine(found[0]);
}

function oneLine(marking: string): string {
  return marking.replace(/\s+/g, ' ').trim();
}

/**
 * A mention stands in prose, and what is next to it on both sides is no page furniture; or it is all that follows the
 * number of a previous document.
 */
function isMention(before: string, after: string): boolean {
  const label = after.trim() === '' ? labelledLine(before) : null;
  if (label?.field === 'previous' && /^[A-Z]{0,2} ?\d{4,5}(?:\/\d{1,2})?\/\d{2}(?: [A-Z]+ \d+)*$/.test(label.value))
    return true;
  const prose = words(before) + words(after);
  if (prose < 3) return false;
  // A footer merged into a line of prose: initials and a page number before the marking, a language code behind it.
  const tail = before.trimEnd().split(/\s+/).slice(-6).join(' ');
  if (/\/[a-z]{2,4}\b[^a-z]{0,24}$/.test(tail) || /\bDG ?[A-Z]?[ \dA-Z]{0,6}$/.test(tail)) return false;
  const next = after.trimStart();
  if (/^(?:\/\s?EU\s\w+\s*)?[A-Z]{2}(?:\/[A-Z]{2})?(?:\s*$|\s+\d)/.test(next) && !/[a-z]{3}/.test(next.slice(0, 12)))
    return false;
  return words(before.slice(-60)) + words(after.slice(0, 60)) >= 2;
}

/** Words of running text: two small letters or more, no initials such as KB/sbr. */
function words(text: string): number {
  return [...text.matchAll(/(?<![\p{L}/,])\p{Ll}{2,}(?![\p{L}/])|(?<!\p{L})\p{Lu}\p{Ll}{3,}/gu)].length;
}

/** Whether a line is a marking and nothing else but page furniture. */
export function isMarkingLine(line: string): boolean {
  if (line.search(MARKING) < 0) return false;
  const rest = line
    .replace(MARKING, ' ')
    .replace(/[^\p{L}\d/. ]/gu, ' ')
    .trim();
  return rest === '' || tokens(rest) !== null;
}
