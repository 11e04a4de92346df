/** A stretch of time that a query names. */
export interface Period {
  /** First and last day: `2015-07-01`, `2015-07-31`; an open end is the first or last day there may be. */
  readonly from: string;
  readonly to: string;
  /** Where it is said, so that its words are not looked for in texts. */
  readonly start: number;
  readonly end: number;
  /** The month and day of every year, where no year is said: `07-09`. */
  readonly monthDay?: string;
  /** Texts say it in the same words: a bare year. */
  readonly inWords: boolean;
}

const FIRST = '1950-01-01';
const LAST = '2049-12-31';

/** The months in English, French and German, with what is usual as an abbreviation. */
const MONTHS = [
  'jan(?:uary|vier|uar|v)?',
  'f[eé]b(?:ruary|ruar)?|f[eé]vr?(?:ier)?',
  'mar(?:ch|s)?|m[aä]e?rz',
  'apr(?:il)?|avr(?:il)?',
  'may|mai',
  'june?|juni|juin',
  'july?|juli|juil(?:let)?',
  'aug(?:ust)?|ao[uû]t',
  'sept?(?:ember|embre)?',
  'o[ck]t(?:ob(?:er|re))?',
  'nov(?:ember|embre)?',
  'd[eé][cz](?:ember|embre)?',
].map((name) => new RegExp(`^(?:${name})$`, 'i'));
const MONTH = `(${MONTHS.map(({ source }) => source.slice(1, -1)).join('|')})\\.?`;

/** The first month of each season; winter runs into the next year. */
const SEASONS: readonly (readonly [RegExp, number])[] = [
  [/^(?:spring|printemps|fr(?:ü|ue)hling|fr(?:ü|ue)hjahr)$/i, 3],
  [/^(?:summer|[eé]t[eé]|sommer)$/i, 6],
  [/^(?:autumn|fall|automne|herbst)$/i, 9],
  [/^(?:winter|hiver)$/i, 12],
];
const SEASON =
  '(spring|summer|autumn|fall|winter|printemps|[eé]t[eé]|automne|hiver|fr(?:ü|ue)hling|fr(?:ü|ue)hjahr|sommer|herbst)';
const YEAR = '((?:19[5-9]|20[0-4])\\d)';
const OF = '(?: (?:of|in|de|of the year|,)|,)? ';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|\\.)?';
const TO = ' ?(?:-|to|until|till|through|and|bis|und|à|a|au|et) ?';
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|[1-4]\\.?|i{1,3}|iv|erstes|zweites|premier|deuxi[eè]me)';
const BEFORE = '(?<![\\w/.-])';
const AFTER = '(?![\\w/-]|\\.\\d)';

type Span = readonly [from: string | null, to: string | null];
type Form = readonly [RegExp, (parts: readonly string[]) => Span];

const form = (source: string, read: (parts: readonly string[]) => Span): Form => [
  new RegExp(`${BEFORE}(?:${source})${AFTER}`, 'giu'),
  read,
];

/** Every way to write a period, the longer before those that are a part of them. */
const FORMS: readonly Form[] = [
  form('(\\d{4})-(\\d{1,2})-(\\d{1,2})', ([y, m, d]) => day(y, m, d)),
  form('(\\d{1,2})([./-]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})', ([d, , m, y]) => day(fullYear(y), m, d)),
  form(`${DAY}${TO}${DAY}(?: of)? ${MONTH},? ${YEAR}`, ([d, e, m, y]) => between(day(y, m, d), day(y, m, e))),
  form(`${DAY}(?: of| de)? ${MONTH},? ${YEAR}`, ([d, m, y]) => day(y, m, d)),
  form(`${MONTH} ${DAY},? ${YEAR}`, ([m, d, y]) => day(y, m, d)),
  form(`${MONTH}${TO}${MONTH}${OF}${YEAR}`, ([m, n, y]) => between(months(y, m), months(y, n))),
  form(`${MONTH}${OF}${YEAR}`, ([m, y]) => months(y, m)),
  form(`${YEAR},? ${MONTH}`, ([y, m]) => months(y, m)),
  form(`${YEAR}-(0[1-9]|1[0-2])`, ([y, m]) => months(y, m)),
  form(`(0?[1-9]|1[0-2])[./-]${YEAR}`, ([m, y]) => months(y, m)),
  form(`${SEASON}${OF}${YEAR}`, ([season = '', y]) => months(y, SEASONS.find(([name]) => name.test(season))?.[1], 3)),
  form(`${ORDINAL} ?(?:half|half[- ]year|semester|halbjahr|semestre)${OF}${YEAR}`, ([n, y]) => part(y, n, 6)),
  form(`h([12])[ /-]?${YEAR}`, ([n, y]) => part(y, n, 6)),
  form(`${YEAR}[ /-]?h([12])`, ([y, n]) => part(y, n, 6)),
  form(`${ORDINAL} ?(?:quarter|quartal|trimestre)${OF}${YEAR}`, ([n, y]) => part(y, n, 3)),
  form(`q([1-4])[ /-]?${YEAR}`, ([n, y]) => part(y, n, 3)),
  form(`${YEAR}[ /-]?q([1-4])`, ([y, n]) => part(y, n, 3)),
  form(`(?:from |between |von |de |entre )?${YEAR}(?:${TO}|/)${YEAR}`, ([y, z]) =>
    between(months(y, 1, 12), months(z, 1, 12)),
  ),
  form(`(?:(?:since|seit|depuis) |from (?=\\d{4} on))${YEAR}(?: on(?:wards)?)?`, ([y]) => [months(y, 1, 12)[0], LAST]),
  form(`after ${YEAR}`, ([y]) => [months(String(Number(y) + 1), 1, 12)[0], LAST]),
  form(`(?:before|vor|avant) ${YEAR}`, ([y]) => [FIRST, months(String(Number(y) - 1), 1, 12)[1]]),
  form(`(?:until|till|up to|bis|jusqu'en) ${YEAR}`, ([y]) => [FIRST, months(y, 1, 12)[1]]),
  form(YEAR, ([y]) => months(y, 1, 12)),
];

/** A day of any year. */
const DAYS: readonly Form[] = [
  form(`${DAY}(?: of| de)? ${MONTH}`, ([d, m]) => day('2000', m, d)),
  form(`${MONTH} ${DAY}`, ([m, d]) => day('2000', m, d)),
];

/** A year or two, which are words of texts too. */
const YEARS = /^\d{4}(?:-\d{4})?$/;

/** Two periods that a word joins, as in `July 2015 to March 2016`. */
const JOINED = new RegExp(`^${TO}$`, 'iu');

/**
 * The periods that a text names, in the order of the text: days, months, seasons, quarters, half-years, years and ranges of
 * them, in English, French and German. Day before month where both are numbers; what no calendar has is left out.
 */
export function periodsIn(text: string): Period[] {
  const found: Period[] = [];
  const add = (
    forms: readonly Form[],
    make: (from: string, to: string) => Pick<Period, 'from' | 'to' | 'monthDay'>,
  ) => {
    for (const [pattern, read] of forms) {
      for (const match of text.matchAll(pattern)) {
        const [from, to] = read(match.slice(1).filter((group) => group !== undefined));
        const [start, end] = [match.index, match.index + match[0].length];
        if (!from || !to || from > to || found.some((other) => start < other.end && end > other.start)) continue;
        found.push({ ...make(from, to), start, end, inWords: YEARS.test(match[0]) });
      }
    }
  };
  add(FORMS, (from, to) => ({ from, to }));
  add(DAYS, (from) => ({ from: FIRST, to: LAST, monthDay: from.slice(5) }));
  return join(
    found.sort((a, b) => a.start - b.start),
    text,
  );
}

function join(periods: readonly Period[], text: string): Period[] {
  const joined: Period[] = [];
  for (const period of periods) {
    const last = joined.at(-1);
    if (
      last &&
      !last.monthDay &&
      !period.monthDay &&
      JOINED.test(text.slice(last.end, period.start)) &&
      last.from <= period.to
    ) {
      joined.splice(-1, 1, { ...last, to: period.to, end: period.end, inWords: false });
    } else joined.push(period);
  }
  return joined;
}

/** A single day. */
export const isDay = ({ from, to }: Pick<Period, 'from' | 'to'>) => from === to;

function day(year?: string, month?: string, date?: string): Span {
  const one = iso(Number(year), monthNumber(month), Number(date));
  return [one, one];
}

function months(year?: string, month?: string | number, count = 1): Span {
  const first = typeof month === 'number' ? month : monthNumber(month);
  const last = new Date(Date.UTC(Number(year), first - 1 + count, 0));
  return [iso(Number(year), first, 1), iso(last.getUTCFullYear(), last.getUTCMonth() + 1, last.getUTCDate())];
}

const ORDINALS = [
  /^(?:first|1\.?|1st|i|erstes|premier)$/i,
  /^(?:second|2\.?|2nd|ii|zweites|deuxi.me)$/i,
  /^(?:third|3\.?|3rd|iii)$/i,
];

/** A half-year or quarter by its number. */
function part(year: string | undefined, ordinal = '', length: number): Span {
  const found = ORDINALS.findIndex((one) => one.test(ordinal));
  const number = found < 0 ? 3 : found;
  return (number + 1) * length > 12 ? [null, null] : months(year, 1 + number * length, length);
}

const between = ([from]: Span, [, to]: Span): Span => [from, to];

function fullYear(digits = ''): string {
  if (digits.length === 4) return digits;
  return Number(digits) >= 50 ? `19${digits}` : `20${digits}`;
}

function monthNumber(name = ''): number {
  return /^\d+$/.test(name) ? Number(name) : MONTHS.findIndex((one) => one.test(name)) + 1;
}

function iso(year: number, month: number, date: number): string | null {
  const found = new Date(Date.UTC(year, month - 1, date));
  const real = found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  const written = real ? found.toISOString().slice(0, 10) : '';
  return written >= FIRST && written <= LAST ? written : null;
}
