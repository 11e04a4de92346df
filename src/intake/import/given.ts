import type { Header } from './header.ts';
import { languageOfText } from './languages.ts';
import { findNumber, registerId } from './number.ts';

/** What a person says of one document by hand, where its first page is damaged; the rest is read. */
export interface Given {
  /** Register form: `ST-8711-1998-INIT`. */
  readonly id?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Two letters. */
  readonly language?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
}

interface Read {
  readonly header: Header;
  readonly body: string;
}

/** A header with what was given by hand; one of a text without any where at least the id is given. */
export function withGiven(read: Read | null, text: string, given: Given): Read | null {
  const { id, ...more } = given;
  const number = id === undefined ? null : findNumber(id);
  if (!read && !number) return null;
  const { header, body } = read ?? { header: EMPTY, body: text };
  const own = number
    ? { number: { ...number, printed: printedOf(number) }, id: registerId(number) }
    : { number: header.number, id: header.id };
  const language = more.language ?? (read ? header.language : (languageOfText(text) ?? header.language));
  return { header: { ...header, ...own, ...more, language }, body };
}

/** `8711/98 REV 1`. */
function printedOf({ series, number, year, suffix }: Header['number']): string {
  const name = `${number}/${String(year).slice(2)}`;
  return `${series === 'ST' ? '' : `${series} `}${name}${suffix === 'INIT' ? '' : ` ${suffix.replace(/-(?=\d)/g, ' ').replaceAll('-', ' ')}`}`;
}

const EMPTY: Header = {
  id: '',
  number: { series: 'ST', number: 0, year: 0, suffix: 'INIT', printed: '', start: 0, end: 0 },
  date: null,
  originalLanguage: null,
  language: 'en',
  kind: null,
  from: null,
  to: null,
  subject: null,
  meetingDate: null,
  limite: false,
  access: null,
  transcript: false,
  declassified: false,
  classification: null,
  codes: [],
  filing: [],
  previous: null,
  commission: null,
  text: '',
  warnings: ['no header was found: what is said of the document was given by hand'],
};
