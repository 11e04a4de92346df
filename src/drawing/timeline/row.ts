import { csvOf } from './csv.ts';
import { dayOf } from './day.ts';
import { icsOf } from './ics.ts';

/** An event as it is saved, in words that are empty where there is nothing to say. */
export interface TimelineRow {
  readonly id: string;
  readonly kind: string;
  /** EDTF. */
  readonly date: string;
  /** First and last possible day, `YYYY-MM-DD`. */
  readonly earliest: string;
  readonly latest: string;
  /** The date as a reader reads it. */
  readonly words: string;
  /** The date as the source words it. */
  readonly asGiven: string;
  /** Whether only the number of a document gives the date, which is then its year. */
  readonly byNumber: boolean;
  readonly planned: boolean;
  readonly title: string;
  /** What its entry is called, and where its page is: `/meetings/2015-07-09-ccwp/`. */
  readonly entry: string;
  readonly address: string;
  readonly sources: string;
}

const COLUMNS: readonly (readonly [name: string, cell: (row: TimelineRow) => string])[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['date', ({ date }) => date],
  ['earliest', ({ earliest }) => earliest],
  ['latest', ({ latest }) => latest],
  ['as given', ({ asGiven }) => asGiven],
  ['dated by', ({ byNumber }) => (byNumber ? 'year of the number' : '')],
  ['mode', ({ planned }) => (planned ? 'planned' : 'reported')],
  ['title', ({ title }) => title],
  ['entry', ({ entry }) => entry],
  ['address', ({ address }) => address],
  ['sources', ({ sources }) => sources],
];

/** A timeline as a table. */
export function timelineCsv(rows: readonly TimelineRow[]): string {
  return csvOf([COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))]);
}

/**
 * A timeline as a calendar: an entry for each event with a known first and last day. What is undated, open at one end or
 * dated by a number only has no place in a calendar and is left out.
 * @param site origin that makes addresses absolute; null where there is none
 */
export function timelineIcs(name: string, rows: readonly TimelineRow[], site: string | null): string {
  const dated = rows.filter(({ earliest, latest, byNumber }) => earliest && latest && !byNumber);
  const entries = dated.map(({ id, earliest, latest, words, asGiven, planned, title, entry, address }) => ({
    uid: `${id}@enfocustom`,
    first: dayOf(earliest),
    last: dayOf(latest),
    summary: `${title === entry ? title : `${entry}: ${title}`}${planned ? ' (planned)' : ''}`,
    description: `${asGiven ? `${words} (${asGiven})` : words}. ${address}`,
    url: site === null ? undefined : site + address,
  }));
  return icsOf(name, 'Timelines', entries);
}
