import { stringify } from 'csv-stringify/sync';
import { parseDate } from '../archive/date.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';

const COLUMNS = [
  'id',
  'kind',
  'date',
  'earliest',
  'latest',
  'as given',
  'dated by',
  'title',
  'entry',
  'address',
  'sources',
];

/** A timeline as a table for spreadsheets (RFC 4180), dates in EDTF. */
export function timelineCsv(events: readonly TimelineEvent[]): string {
  const rows = events.map((event) => {
    const date = event.date === null ? null : parseDate(event.date);
    return [
      event.id,
      event.kind,
      event.date ?? '',
      date?.earliest ?? '',
      date?.latest ?? '',
      event.asGiven ?? '',
      event.inferred === 'number' ? 'year of the number' : event.inferred === 'evidence' ? 'what is known of it' : '',
      event.title,
      event.item.label,
      event.item.address,
      event.sources.join(' '),
    ];
  });
  // A spreadsheet takes a cell that begins with one of these for a formula.
  return stringify([COLUMNS, ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}
