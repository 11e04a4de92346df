import { tokens } from './furniture.ts';

/**
 * Classification markings (Council Decision 2013/488/EU, and the forms before it), letters possibly spaced, accents
 * and the capital N possibly lost, I read as l, 1 or |.
 */
const SPACED = (word: string) =>
  [...word]
    .map((c) => (c === 'I' ? '[IÍl1|]' : c === 'E' ? '[EÈÉ]' : c === 'N' ? '[N\ufffd]?' : c === 'O' ? '[O0]' : c))
    .join('[ ]?');
const RESTRICTED = `${SPACED('RESTREINT')}[ ]{1,3}${SPACED('UE')}|\\bE[ ]?U[ -]{1,3}${SPACED('RESTRICTED')}`;
const HIGHER =
  `${SPACED('CONFIDENTIEL')}[ ]{1,3}${SPACED('UE')}|\\bE[ ]?U[ -]{1,3}${SPACED('CONFIDENTIAL')}|` +
  `${SPACED('SECRET')}[ ]{1,3}${SPACED('UE')}|\\bE[ ]?U[ -]{1,3}(?:TOP[ ])?${SPACED('SECRET')}`;
const MARKING = new RegExp(`(?<!\\p{L})(?:${RESTRICTED}|(?:TR[EÈ]S[ ])?(?:${HIGHER}))(?!\\p{L})`, 'gu');

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
    const stop = text.indexOf('\n', match.index);
    const before = text.slice(Math.max(start, match.index - 240), match.index);
    const after = text.slice(match.index + match[0].length, Math.min(stop < 0 ? text.length : stop, match.index + 240));
    if (!isMention(before, after)) borne.push({ printed: match[0], start: match.index });
  }
  return borne;
}

/** The first marking in a text, borne or mentioned; for the part of a first page that holds no prose. */
export function firstMarking(text: string): string | null {
  return new RegExp(MARKING, 'u').exec(text)?.[0] ?? null;
}

/** A mention stands in prose, and what is next to it on both sides is no page furniture. */
function isMention(before: string, after: string): boolean {
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
