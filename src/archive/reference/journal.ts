import type { Family, Match } from './family.ts';
import type { JournalEntryReference, JournalIssueReference, JournalReference, Link } from './types.ts';
import { yearOf } from './year.ts';

/** `OJ`, `OJ No`, `Official Journal of the European Union`, and the names of the journal in other languages. */
const NAME =
  /(?<![\p{L}\d])(?:O\.?J\.?|Official Journal|JO|Journal officiel|ABl\.?|DO|GU|PB|EUT|EGT|EUVL|EYVL)(?: of the European (?:Union|Communities)| de l['’]Union européenne| (?:EU|EC|der EU|UE))?,? ?(?:\(? ?(?:No|n°|Nr|nr)\.? ?)?(?=[CL\d[(])/giu;
/** ` 2012 ` of `OJ 2012 C 5, p. 1`. */
const LEADING_YEAR = /[[(]?(\d{4})[\])]?,? ?(?=[CL])/y;
const ISSUE = /([CL])[ -]?(?:(?:No|n°) ?)?(\d{1,4})(?: ?([A-Z])(?![A-Za-z]))?(?:\/(\d{1,4}))?(?![\d/])/y;
const ENTRY = /([CL])(?: series)?, ?(?:C\/)?(20\d{2})\/(\d{1,5})(?!\d)/y;
const DATE =
  /(?: ?, ?| )(?:(?:of|du|de|del|della|vom|van|af|av) )?(?:(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4}|\d{2})|(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})|(\d{4})(?![\d./-]))(?!\d)/iy;
const PAGE = /(?: ?, ?| )(?:pages?|pag|pp?|blz|S|s)\.? ?0{0,3}([1-9]\d{0,3})(?!\d)(?: ?- ?\d{1,4}(?!\d))?/iy;

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

export const journal: Family<JournalReference> = {
  sign: /[CL](?: series)?,?[ -]?(?:C\/|(?:No|n°) ?)?\d/,

  find(text) {
    return [...text.matchAll(NAME)].flatMap((match) => {
      const from = match.index + match[0].length;
      const found = readEntry(text, from) ?? readIssue(text, from);
      return found === null ? [] : [{ ...found, start: match.index }];
    });
  },

  key(reference) {
    const { series } = reference;
    if ('entry' in reference) {
      const number = series === 'C' ? `C/${reference.entry}` : reference.entry;
      return [`OJ ${series}`, number, ...(reference.date ? [printedDate(reference.date)] : [])].join(', ');
    }
    const { issue, section, date, page } = reference;
    const name = `OJ ${series} ${issue}${section === undefined ? '' : ` ${section}`}`;
    return [name, printedDate(date), ...(page === undefined ? [] : [`p. ${page}`])].join(', ');
  },

  printed: (reference) => journal.key(reference),

  slug(reference) {
    const series = reference.series.toLowerCase();
    if ('entry' in reference) {
      return ['oj', series, reference.entry.replace('/', '-'), ...(reference.date ? [reference.date] : [])].join('-');
    }
    const { issue, section, date, page } = reference;
    const parts = ['oj', series, `${issue}${section?.toLowerCase() ?? ''}`, date];
    return [...parts, ...(page === undefined ? [] : ['p', page])].join('-');
  },

  link(reference) {
    if ('entry' in reference) {
      const [year, number = ''] = reference.entry.split('/');
      return eurLex(`OJ:${reference.series}_${year}${number.padStart(5, '0')}`, 'exact');
    }
    const { series, issue, section, page } = reference;
    const year = Number(reference.date.slice(0, 4));
    if (section !== undefined) return null;
    if (year < 1998 || page === undefined) return issueLink(series, year, issue);
    const [i, p] = [String(issue).padStart(3, '0'), String(page).padStart(4, '0')];
    return eurLex(`uriserv:OJ.${series}_.${year}.${i}.01.${p}.01.ENG`, 'exact');
  },
};

/** The table of contents of an issue of the Official Journal. */
export function issueLink(series: string, year: number, issue: number): Link {
  return eurLex(`OJ:${series}:${year}:${String(issue).padStart(3, '0')}:TOC`, 'issue');
}

function eurLex(uri: string, exactness: Link['exactness']): Link {
  return { url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=${uri}`, exactness };
}

function readEntry(text: string, from: number): Match<JournalEntryReference> | null {
  const match = execAt(ENTRY, text, from);
  if (match === null) return null;
  const [whole, series, year, number] = match;
  const date = readDate(text, from + whole.length);
  const reference: JournalEntryReference = {
    kind: 'journal',
    series: series === 'C' ? 'C' : 'L',
    entry: `${year}/${Number(number)}`,
    ...(date === null || date.iso.length === 4 ? {} : { date: date.iso }),
  };
  return { reference, start: from, end: reference.date && date ? date.end : from + whole.length };
}

function readIssue(text: string, from: number): Match<JournalIssueReference> | null {
  const leading = execAt(LEADING_YEAR, text, from);
  const begin = from + (leading?.[0].length ?? 0);
  const match = execAt(ISSUE, text, begin);
  if (match === null || Number(match[2]) === 0) return null;
  const [whole, series, issue, section, slashed] = match;
  const behind = begin + whole.length;
  const date = readDate(text, behind);
  const iso = date?.iso ?? (yearOf(leading?.[1] ?? '') === null ? null : leading?.[1]);
  if (!iso) return null;
  const page = execAt(PAGE, text, date?.end ?? behind);
  const number = page?.[1] ?? slashed;
  const reference: JournalIssueReference = {
    kind: 'journal',
    series: series === 'C' ? 'C' : 'L',
    issue: Number(issue),
    ...(section === undefined ? {} : { section }),
    date: iso,
    ...(number === undefined || Number(number) === 0 ? {} : { page: Number(number) }),
  };
  return { reference, start: from, end: (date?.end ?? behind) + (page?.[0].length ?? 0) };
}

/** A day of the calendar, or a year; null for anything else. */
function readDate(text: string, from: number): { iso: string; end: number } | null {
  const match = execAt(DATE, text, from);
  if (match === null) return null;
  const end = from + match[0].length;
  const [, d, m, y, day, month, monthYear, year] = match;
  if (year !== undefined) return yearOf(year) === null ? null : { iso: year, end };
  const number = month === undefined ? Number(m) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const full = yearOf(y ?? monthYear ?? '');
  if (full === null) return null;
  const date = new Date(Date.UTC(full, number - 1, Number(d ?? day)));
  const real = date.getUTCMonth() === number - 1 && date.getUTCDate() === Number(d ?? day);
  return real ? { iso: date.toISOString().slice(0, 10), end } : null;
}

/** `7.1.2012`. */
function printedDate(iso: string): string {
  return iso.split('-').reverse().map(Number).join('.');
}

function execAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
