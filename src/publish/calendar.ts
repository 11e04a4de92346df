import { type ArchiveDate, parseDate } from '../archive/date.ts';
import { type Day, dayOf } from '../drawing/timeline/day.ts';
import { type CalendarEntry, icsOf } from '../drawing/timeline/ics.ts';
import type { ExportContext } from './context.ts';

/** Days; what may lie anywhere in a longer span is no appointment. */
const LONGEST = 31;

/** Meetings and deadlines as a calendar of whole days, which leave the day free. */
export function calendar({ archive, site, edition }: ExportContext): string {
  const entry = (id: string, address: string, summary: string, days: Days | null, description?: string) => {
    const uid = `${id}@${edition}.enfocustom.invalid`;
    const url = site === null ? undefined : site + address;
    return days ? [{ uid, ...days, summary, description, url, transparent: true } satisfies CalendarEntry] : [];
  };
  const meetings = archive
    .list('meetings')
    .flatMap(({ id, address, title, date, planned }) =>
      entry(`meeting-${id}`, address, planned ? `${title} (planned)` : title, date ? daysOf(parseDate(date)) : null),
    );
  const deadlines = archive.list('actions').flatMap(({ id, address, label, title, entry: { record } }) => {
    const { deadline } = record;
    const last = deadline?.date ? parseDate(deadline.date).latest : null;
    if (!deadline || !last) return [];
    const words = `${title} (${deadline.asGiven})`;
    return entry(`deadline-${id}`, address, `${label}: deadline`, daysOf(parseDate(last)), words);
  });
  return icsOf('Enfocustom: meetings and deadlines', 'Archive', [...meetings, ...deadlines]);
}

interface Days {
  readonly first: Day;
  readonly last: Day;
}

function daysOf({ earliest, latest, precision }: ArchiveDate): Days | null {
  if (!earliest || !latest || (precision !== 'day' && precision !== 'period')) return null;
  const [first, last] = [dayOf(earliest), dayOf(latest)];
  return last - first < LONGEST ? { first, last } : null;
}
