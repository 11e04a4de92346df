import ical from 'ical-generator';
import { formatDate, parseDate } from '../archive/date.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';

const DAY = 864e5;

/**
 * A timeline as an iCalendar file (RFC 5545): one all-day entry for each event with a known first and last day.
 * What is undated or open at one end has no place in a calendar and is left out. `site` makes addresses absolute.
 */
export function timelineIcs(name: string, events: readonly TimelineEvent[], site?: URL): string {
  const calendar = ical({ name, prodId: { company: 'Enfocustom', product: 'Timelines' } });
  for (const event of events) {
    if (event.date === null) continue;
    const { earliest, latest } = parseDate(event.date);
    if (!earliest || !latest) continue;
    const url = site ? new URL(event.item.address, site).href : null;
    const words = event.asGiven ? `${formatDate(event.date)} (${event.asGiven})` : formatDate(event.date);
    calendar.createEvent({
      id: `${event.id}@enfocustom`,
      // The time of the build would make every build differ.
      stamp: new Date(Date.parse(earliest)),
      start: new Date(Date.parse(earliest)),
      end: new Date(Date.parse(latest) + DAY),
      allDay: true,
      timezone: 'UTC',
      summary: event.title === event.item.label ? event.title : `${event.item.label}: ${event.title}`,
      description: `${words}. ${event.item.address}`,
      ...(url ? { url } : {}),
    });
  }
  return `${calendar.toString()}\r\n`;
}
