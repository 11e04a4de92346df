import ical, { ICalEventTransparency } from 'ical-generator';
import { type ArchiveDate, parseDate } from '../archive/date.ts';
import type { ExportContext } from './context.ts';

const DAY = 86_400_000;
/** What may lie anywhere in a longer span is no appointment. */
const LONGEST = 31 * DAY;

/** Meetings and deadlines as iCalendar (RFC 5545), whole days. */
export function calendar({ archive, site, edition }: ExportContext): string {
  const events = ical({ name: 'Enfocustom: meetings and deadlines', prodId: '//Enfocustom//Archive//EN' });
  const add = (id: string, address: string, summary: string, days: Days | null, description?: string) => {
    if (!days) return;
    events.createEvent({
      id: `${id}@${edition}.enfocustom.invalid`,
      start: days.start,
      end: days.end,
      allDay: true,
      // The time of a build would make the same calendar another file each time.
      stamp: days.start,
      summary,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(description && { description }),
      ...(site && { url: site + address }),
    });
  };
  for (const { id, address, title, date } of archive.list('meetings')) {
    add(`meeting-${id}`, address, title, date ? daysOf(parseDate(date)) : null);
  }
  for (const { id, address, label, title, entry } of archive.list('actions')) {
    const { deadline } = entry.record;
    const last = deadline?.date ? parseDate(deadline.date).latest : null;
    if (!deadline || !last) continue;
    add(`deadline-${id}`, address, `${label}: deadline`, daysOf(parseDate(last)), `${title} (${deadline.asGiven})`);
  }
  return events.toString();
}

interface Days {
  readonly start: Date;
  /** The day after the last. */
  readonly end: Date;
}

function daysOf({ earliest, latest, precision }: ArchiveDate): Days | null {
  if (!earliest || !latest || (precision !== 'day' && precision !== 'period')) return null;
  const start = new Date(`${earliest}T00:00:00Z`);
  const end = new Date(Date.parse(`${latest}T00:00:00Z`) + DAY);
  return Number(end) - Number(start) <= LONGEST ? { start, end } : null;
}
