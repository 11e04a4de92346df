/** A day named in a query. */
export interface DayMention {
  /** `2015-07-09`. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';

const ISO = /(?<![\w/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\w/-])/g;
const NUMERIC = /(?<![\w/.-])(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})(?![\w/-])/g;
/** `3.11.22`, as in notes; with slashes it would be a document. */
const SHORT = /(?<![\w/.-])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\w/-]|\.\d)/g;
const DAY_FIRST = new RegExp(`(?<![\\w/.-])(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAME}\\.?,? (\\d{4})(?![\\w/-])`, 'gi');
const MONTH_FIRST = new RegExp(`(?<![\\w/.-])${NAME}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?![\\w/-])`, 'gi');

/** Days named in a text, in any usual order; day before month where both are numbers. Impossible days are left out. */
export function daysIn(text: string): DayMention[] {
  const found: DayMention[] = [];
  const add = (match: RegExpMatchArray, year?: string, month?: string | number, day?: string) => {
    const iso = isoDay(Number(year), Number(month), Number(day));
    const start = match.index ?? 0;
    if (iso) found.push({ day: iso, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(ISO)) add(match, match[1], match[2], match[3]);
  for (const match of text.matchAll(NUMERIC)) add(match, match[3], match[2], match[1]);
  for (const match of text.matchAll(SHORT)) add(match, fullYear(match[3]), match[2], match[1]);
  for (const match of text.matchAll(DAY_FIRST)) add(match, match[3], monthNumber(match[2]), match[1]);
  for (const match of text.matchAll(MONTH_FIRST)) add(match, match[3], monthNumber(match[1]), match[2]);
  return found.sort((a, b) => a.start - b.start);
}

function fullYear(digits = ''): string {
  return Number(digits) >= 50 ? `19${digits}` : `20${digits}`;
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1950 && year < 2050 ? date.toISOString().slice(0, 10) : null;
}
