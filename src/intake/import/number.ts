import { inAllLanguages } from './languages.ts';

/** Series of Council documents that print a prefix; ST is the default and mostly left out. */
const SERIES = 'PE-CONS|EUCO|CONV|ST|CM|DS|SN|PE|XT|WK|PV|AD|LT';
const SUFFIX = '(?:REV|ADD|COR|EXT|DCL|AMD)\\.?[ ]?\\d{1,3}';
const PRINTED = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?:(${SERIES})[ -]?)?(\\d{1,5})(?:/(\\d{1,2}))?/((?:19|20)\\d{2}|\\d{2})(?![\\d/]|\\.\\d)((?:\\s*\\(?${SUFFIX}\\)?)*)`,
  'gu',
);
const REGISTER = new RegExp(
  `(?<![\\p{L}\\d])(${SERIES})[ -](\\d{1,5})[ -]((?:19|20)\\d{2})[ -](INIT|${SUFFIX.replace('[ ]', '[ -]')})`,
  'gu',
);
const SUFFIX_ONLY = new RegExp(`^\\(?(${SUFFIX}(?:\\s*${SUFFIX})*)\\)?(?:\\s*\\([a-z]{2}(?:[,/]\\s?[a-z]{2})*\\))?$`);

/** The number a document bears. */
export interface PrintedNumber {
  readonly series: string;
  readonly number: number;
  readonly year: number;
  /** `INIT`, `REV-1`, `ADD-1-COR-1`. */
  readonly suffix: string;
  /** As printed, single spaces: `9710/1/97 REV 1`. */
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

/** Register form: `ST-9710-1997-REV-1`. */
export function registerId(n: PrintedNumber): string {
  return `${n.series}-${n.number}-${n.year}-${n.suffix}`;
}

/**
 * The document's number in the part of the first page above the labels: one that stands alone on its line, else the
 * first; suffixes may follow on lines of their own.
 */
export function findNumber(preamble: string): PrintedNumber | null {
  const found = [...candidates(preamble)];
  const own = found.find((n) => aloneOnItsLine(preamble, n)) ?? found[0];
  if (!own) return null;
  if (own.suffix.includes('-') && own.printed.includes(' ')) return own;
  return withSuffixBelow(preamble, own);
}

function* candidates(text: string): Generator<PrintedNumber> {
  for (const m of text.matchAll(REGISTER)) {
    const suffix = (m[4] ?? 'INIT').replace(/[ .]+/g, '-');
    yield { ...place(m), series: m[1] ?? 'ST', number: Number(m[2]), year: Number(m[3]), suffix };
  }
  for (const m of text.matchAll(PRINTED)) {
    const [, series, digits = '', middle, years = '', suffixes = ''] = m;
    if (!series && digits.length < 3) continue;
    const year = years.length === 4 ? Number(years) : Number(years) + (Number(years) >= 50 ? 1900 : 2000);
    if (Number(digits) === 0 || year > 2079) continue;
    yield { ...place(m), series: series ?? 'ST', number: Number(digits), year, suffix: suffixOf(suffixes, middle) };
  }
}

function place(m: RegExpExecArray): { printed: string; start: number; end: number } {
  const whole = m[0].trimEnd();
  return { printed: whole.replace(/[\s()]+/g, ' ').trim(), start: m.index, end: m.index + whole.length };
}

/** A middle number is the revision, said again or not: `13708/2/18` = `13708/2/18 REV 2`. */
function suffixOf(printed: string, middle: string | undefined): string {
  const parts = [...printed.matchAll(/([A-Z]{3})\.?\s?(\d{1,3})/g)].map((m) => `${m[1]}-${Number(m[2])}`);
  if (middle && !parts.some((part) => part.startsWith('REV'))) parts.unshift(`REV-${Number(middle)}`);
  return parts.join('-') || 'INIT';
}

function aloneOnItsLine(text: string, n: PrintedNumber): boolean {
  const before = text.slice(text.lastIndexOf('\n', n.start - 1) + 1, n.start);
  const next = text.indexOf('\n', n.end);
  const after = text.slice(n.end, next < 0 ? undefined : next);
  return /^[^\w(]*$/.test(before) && /^[^\w)]*$/.test(after);
}

/** The name of the institution in the languages of headers; it stands beside the number, in one line or in two. */
const INSTITUTION: ReadonlySet<string> = new Set(
  inAllLanguages('institution').flatMap(([name]) => name.toLowerCase().split(/[\s’']/)),
);

/** What a line says besides that name. */
export function besideInstitution(line: string): string {
  const words = line.replaceAll('**', ' ').split(/[\s’']+/);
  return words.filter((word) => word !== '' && !INSTITUTION.has(word.toLowerCase())).join(' ');
}

/** Takes in `REV 1` and the like from lines of their own below the number, `LIMITE` and `PUBLIC` passed over. */
function withSuffixBelow(preamble: string, own: PrintedNumber): PrintedNumber {
  const suffixes: string[] = [];
  let end = own.end;
  let at = own.end;
  for (const line of preamble.slice(own.end).split('\n').slice(0, 12)) {
    const text = besideInstitution(line);
    const suffix = SUFFIX_ONLY.exec(text);
    if (suffix) {
      suffixes.push(suffix[1] ?? '');
      end = at + line.length;
    } else if (text !== '' && !/^(PUBLIC|LIMITE|EN)$/.test(text)) break;
    at += line.length + 1;
  }
  if (suffixes.length === 0) return own;
  const middle = /\/(\d{1,2})\//.exec(own.printed)?.[1];
  const printed = `${own.printed} ${suffixes.join(' ')}`.replace(/\s+/g, ' ');
  return { ...own, suffix: suffixOf(printed.replace(/^\S+/, ''), middle), printed, end };
}
