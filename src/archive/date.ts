import edtf from 'edtf';

/**
 * Dates of every precision, written in EDTF (ISO 8601-2), the form archives use:
 * `2022-11-03`, `2022-11`, `2022`, `2022-41` (second half-year; `-40` the first), `2015~` (about),
 * `1998-21` (early 1998, first quarter or spring), `2012-12-06/2012-12-07` (a period),
 * `../2015-12-31` (by the end of 2015), `1997-07-15/..` (after 15 July 1997).
 */
export interface ArchiveDate {
  /** As written in the record. */
  readonly edtf: string;
  /** First possible day, `YYYY-MM-DD`; null where the date is open towards the past. */
  readonly earliest: string | null;
  /** Last possible day, `YYYY-MM-DD`; null where the date is open towards the future. */
  readonly latest: string | null;
  readonly precision: 'day' | 'month' | 'season' | 'half-year' | 'year' | 'period';
  readonly approximate: boolean;
}

const cache = new Map<string, ArchiveDate>();

/** Reads an EDTF date. Throws a `RangeError` on anything that is not one, impossible days included. */
export function parseDate(text: string): ArchiveDate {
  const known = cache.get(text);
  if (known) return known;
  const date = plainDay(text) ?? parseEdtf(text);
  cache.set(text, date);
  return date;
}

/** The most frequent form, which the platform reads thirty times as fast; null for any other. */
function plainDay(text: string): ArchiveDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || !isDay(text)) return null;
  return { edtf: text, earliest: text, latest: text, precision: 'day', approximate: false };
}

const isDay = (text: string) => dayOf(Date.parse(text)) === text;

function parseEdtf(text: string): ArchiveDate {
  if (!/^[\d.~?%/-]{4,32}$/.test(text) || text.startsWith('/') || text.endsWith('/')) throw notADate(text);
  // The library takes 29 February of any year.
  if ((text.match(/\d{4}-\d\d-\d\d/g) ?? []).some((day) => !isDay(day))) throw notADate(text);
  let value: ReturnType<typeof edtf>;
  try {
    value = edtf(text);
  } catch {
    throw notADate(text);
  }
  const date: ArchiveDate = {
    edtf: text,
    earliest: dayOf(value.min),
    latest: dayOf(value.max),
    precision: precisionOf(text),
    approximate: /[~?%]/.test(text),
  };
  if (date.earliest && date.latest && date.earliest > date.latest) throw notADate(text);
  return date;
}

/** Whether the text is an EDTF date of the calendar. */
export function isDate(text: string): boolean {
  try {
    parseDate(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function notADate(text: string): RangeError {
  return new RangeError(`"${text}" is not a date`);
}

function dayOf(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : null;
}

function precisionOf(text: string): ArchiveDate['precision'] {
  if (text.includes('/')) return 'period';
  const [, month, day] = text.replace(/[~?%]/g, '').split('-');
  if (day) return 'day';
  if (!month) return 'year';
  if (Number(month) >= 40) return 'half-year';
  return Number(month) > 12 ? 'season' : 'month';
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SEASONS: Record<string, string> = { '21': 'early', '22': 'spring', '23': 'summer', '24': 'late' };

/** The date as a reader expects it: `3 November 2022`, `second half of 2022`, `by 31 December 2015`. */
export function formatDate(text: string): string {
  const date = parseDate(text);
  if (date.precision !== 'period') return formatPoint(text);
  const [start = '..', end = '..'] = text.split('/');
  if (start === '..') return `by ${formatPoint(end)}`;
  if (end === '..') return `after ${formatPoint(start)}`;
  return formatPeriod(start, end);
}

function formatPeriod(start: string, end: string): string {
  const [year, month, day] = start.split('-');
  const [endYear, endMonth, endDay] = end.split('-');
  if (day && endDay && year === endYear && month === endMonth) {
    return `${Number(day)}–${Number(endDay)} ${MONTHS[Number(month) - 1]} ${year}`;
  }
  if (!month && !endMonth) return `${start}–${end}`;
  return `${formatPoint(start)} to ${formatPoint(end)}`;
}

function formatPoint(text: string): string {
  const about = /[~?%]/.test(text) ? 'about ' : '';
  const [year, month, day] = text.replace(/[~?%]/g, '').split('-');
  if (!month) return about + year;
  if (day) return `${about}${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  if (Number(month) <= 12) return `${about}${MONTHS[Number(month) - 1]} ${year}`;
  if (Number(month) >= 40) return `${about}${month === '40' ? 'first' : 'second'} half of ${year}`;
  return `${about}${SEASONS[month] ?? ''} ${year}`;
}

/** Sorts by the first possible day, then the last; dates open towards the past come first. */
export function compareDates(a: string, b: string): number {
  const x = parseDate(a);
  const y = parseDate(b);
  return (
    (x.earliest ?? x.latest ?? '').localeCompare(y.earliest ?? y.latest ?? '') ||
    (x.latest ?? '9').localeCompare(y.latest ?? '9')
  );
}

/** The half-year of the Council in which a date lies for certain: `2022-2`; null where it may lie in two. */
export function presidencyOf(text: string): string | null {
  const { earliest, latest } = parseDate(text);
  if (!earliest || !latest) return null;
  const [first, last] = [earliest, latest].map((day) => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`);
  return first === last && first !== undefined ? first : null;
}
