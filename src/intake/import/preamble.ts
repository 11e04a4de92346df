import { type AccessLine, findAccessLine } from './access.ts';
import { firstMarking } from './classified.ts';
import { findCodes, inRows } from './codes.ts';
import { findDate, findNumericDate } from './date.ts';
import { isFurniture, withoutInlineFurniture } from './furniture.ts';
import { findKind } from './kind.ts';
import { findNumber, type PrintedNumber } from './number.ts';

/** What a first page says above its labels. */
export interface Preamble {
  readonly number: PrintedNumber | null;
  readonly date: string | null;
  readonly originalLanguage: string | null;
  readonly limite: boolean;
  /** A classification marking, as printed. */
  readonly classification: string | null;
  readonly access: AccessLine | null;
  readonly codes: readonly string[];
  /** Codes above the number: stamps of a filing system, as printed. */
  readonly filing: readonly string[];
  readonly kind: string | null;
  /** The lines with all of that blanked. */
  readonly rest: readonly string[];
}

const INTERINSTITUTIONAL =
  /(?:(?:Inter-?institutional File[s]?|Dossier interinstitutionnel)?\s{0,3}:?\s{0,3})(?<![\d/])\(?(?:19|20)\d{2}\/\d{4}\s{0,3}\(?(?!REV|ADD|COR|EXT|DCL|AMD)[A-Z]{3}(?![A-Z])\)?/giu;
const ORIGINAL_LANGUAGE = /\(?\s?\bOR\.?\s?:?\s?([a-z]{1,3})\b(?:\s?[/,+]\s?[a-z]{1,3}\b)*\s?\)?/iu;
/** Languages as printed until about 2000, by the signs of countries; two letters are those of today. */
const FORMER_LANGUAGES: Readonly<Record<string, string>> = {
  d: 'de',
  dk: 'da',
  e: 'en',
  f: 'fr',
  fin: 'fi',
  gb: 'en',
  gr: 'el',
  i: 'it',
  n: 'nl',
  p: 'pt',
  s: 'sv',
};
const PLACE_BEFORE = /\p{L}[\p{L}-]{2,14},?[ ]{0,2}(?:le|den|de|d\.)?[ ]{0,2}$/u;

/** Reads the part above the labels; lines may be merged in any way, since each item is told by its own form. */
export function readPreamble(lines: readonly string[], lossy: boolean, labelled = true): Preamble {
  const full = lines.join('\n');
  const trimmed = lines.map((line) =>
    isFurniture(line) && line.trim() !== 'LIMITE' ? '' : withoutInlineFurniture(line),
  );
  let text = trimmed.join('\n').replace(INTERINSTITUTIONAL, blank);
  let number = findNumber(text);
  if (!number) {
    text = full.replace(INTERINSTITUTIONAL, blank);
    number = findNumber(text);
  }

  const spans: [start: number, end: number][] = [];
  const access = findAccessLine(text);
  if (access) spans.push([access.start, access.end]);
  if (number) spans.push([number.start, number.end]);

  const date = findDate(text) ?? numericDateAfterPlace(text);
  if (date) {
    const place = PLACE_BEFORE.exec(text.slice(Math.max(0, date.start - 24), date.start));
    const translated = /^\s*\(\d{1,2}\.\d{1,2}\.?\)/.exec(text.slice(date.end));
    spans.push([date.start - (place?.[0].length ?? 0), date.end + (translated?.[0].length ?? 0)]);
  }
  const language = ORIGINAL_LANGUAGE.exec(text);
  if (language) spans.push([language.index, language.index + language[0].length]);

  for (const match of text.matchAll(/\b(?:LIMITE|PUBLIC)\b(?:[ ]EN\b)?|\b(?:OJ|CRS)[/ ]CRP ?[12]?(?! ?\d)/g)) {
    spans.push([match.index, match.index + match[0].length]);
  }
  const rest = without(text, spans);
  const found = inRows(rest, findCodes(rest, lossy), number);
  const below = found.filter((code) => !number || code.start > number.start);
  const above = found.filter((code) => number && code.start < number.start);
  // Conversions that moved the number to the end leave the codes above it: a code of the list is then taken for one.
  const codes = below.length > 0 ? below : above.filter((code) => code.known);
  for (const code of found) spans.push([code.start, code.end]);

  return {
    number,
    date: date?.date ?? null,
    originalLanguage: languageOf(language?.[1]),
    limite: /\bLIMITE\b/.test(text),
    classification: firstMarking(text),
    access,
    codes: [...new Set(codes.map((code) => code.code))],
    filing: found.filter((code) => !codes.includes(code)).map((code) => text.slice(code.start, code.end)),
    kind: findKind(remainder(text, spans), lossy, !labelled),
    rest: without(text, spans).split('\n'),
  };
}

function languageOf(printed: string | undefined): string | null {
  const code = printed?.toLowerCase();
  if (code === undefined) return null;
  return FORMER_LANGUAGES[code] ?? (code.length === 2 ? code : null);
}

/** A date in figures counts only behind a place: `Brussels, 19.7.2016`. */
function numericDateAfterPlace(text: string) {
  const date = findNumericDate(text);
  return date && /\p{L}{4},?\s{0,3}(?:le|den)?\s{0,3}$/u.test(text.slice(0, date.start)) ? date : null;
}

function blank(match: string): string {
  return match.replace(/[^\n]/g, ' ');
}

/** The text with the spans blanked, indices unchanged. */
function without(text: string, spans: readonly (readonly [number, number])[]): string {
  let rest = text;
  for (const [start, end] of spans) rest = rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end);
  return rest;
}

/** What lies between the spans, line by line. */
function remainder(text: string, spans: readonly (readonly [number, number])[]): string[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of sorted) {
    if (start > at) parts.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  parts.push(text.slice(at));
  return parts.flatMap((part) => part.split('\n'));
}
