import { distance } from 'fastest-levenshtein';
import { MONTHS } from './languages.ts';
import { bare } from './normalise.ts';

/** A day of the month, with its ordinal ending. */
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°)?';
const FULL = new RegExp(
  `(?<!\\d)${DAY}\\s{0,3}(?:(?:de|ta[’']|di)\\s)?(\\p{L}{3,14}(?: Fómhair)?)\\s{0,3}(?:del?\\s)?((?:19|20)\\d{2})(?!\\d)`,
  'gu',
);
/** Baltic and Hungarian dates begin with the year: `2020. március 3.`, `2020. gada 3. martā`, `2020 m. kovo 3 d.`. */
const YEAR_FIRST =
  /(?<!\d)((?:19|20)\d{2})(?:\. gada|\.| m\.)\s{1,3}(?:(\d{1,2})\.\s{1,3})?(\p{L}{3,14})(?:\s{1,3}(\d{1,2})(?!\d))?\.?/gu;
const NUMERIC = /(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?!\d)/g;
/** The first day of a series that shares month or year: `9 and 10 July 2015`, `30 June–1 July 2015`. */
const FIRST_OF_MANY = new RegExp(
  `(?<!\\d)${DAY}(?:\\s+(\\p{L}{3,14}))?\\s*(?:,|-|–|/|&|and|et|und|och|en|e|y|to)\\s*${DAY}\\s*(\\p{L}{3,14})\\s*((?:19|20)\\d{2})(?!\\d)`,
  'u',
);

export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The first full date with a month name in a text, in any header language; else null. */
export function findDate(text: string): FoundDate | null {
  for (const match of text.matchAll(FULL)) {
    const date = toDate(match[1], monthOf(match[2], match[0]), match[3]);
    if (date) return { date, start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(YEAR_FIRST)) {
    const date = toDate(match[2] ?? match[4], monthOf(match[3]), match[1]);
    if (date) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The first date in figures, day first: `16.12.2022`, `02/07/2007`. */
export function findNumericDate(text: string): FoundDate | null {
  for (const match of text.matchAll(NUMERIC)) {
    const date = toDate(match[1], Number(match[2]), match[3]);
    if (date) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The first day of a meeting line: `9 July 2015`, `9 and 10 July 2015`, `09.07.2015`. */
export function firstDay(text: string): string | null {
  const many = FIRST_OF_MANY.exec(text);
  if (many) {
    const date = toDate(many[1], monthOf(many[2] ?? many[4]), many[5]);
    if (date) return date;
  }
  return (findDate(text) ?? findNumericDate(text))?.date ?? null;
}

/** Other forms than those of dates in headers, and those a conversion leaves. */
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  ovember: 11,
  deireadhfomhair: 10,
  meanfomhair: 9,
  samhna: 11,
  nollag: 12,
  meithimh: 6,
};

/** Whether a word names a month. */
export function isMonth(word: string): boolean {
  return monthOf(word) > 0;
}

/** The month of a name; 0 for any other word. `printed`: the date, whose full stops tell Croatian from Polish. */
function monthOf(name: string | undefined, printed = ''): number {
  const key = bare(name ?? '');
  if (key === 'listopada') return /^\d{1,2}\./.test(printed) ? 10 : 11;
  return MONTHS.get(key) ?? OTHER_MONTHS[key] ?? damagedMonth(key);
}

/** The month of a long name in which a conversion has lost or changed one sign; 0 where it may be several. */
function damagedMonth(key: string): number {
  if (key.length < 6) return 0;
  const near = new Set(
    [...MONTHS].flatMap(([name, month]) => (name.length > 5 && distance(name, key) === 1 ? [month] : [])),
  );
  return near.size === 1 ? ([...near][0] ?? 0) : 0;
}

function toDate(day: string | undefined, month: number, year: string | undefined): string | null {
  const value = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  if (month < 1 || value.getUTCMonth() !== month - 1 || value.getUTCDate() !== Number(day)) return null;
  return value.toISOString().slice(0, 10);
}
