import ical, { type ICalCalendar } from 'ical-generator';
import { formatDate, parseDate } from '../archive/date.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';

const DAY = 864e5;

/**
 * A timeline as an iCalendar file (RFC 5545): one all-day entry for each event with a known first and last day.
 * What is undated or open at one end has no place in a calendar and is left out. `site` makes addresses absolute.
 */
export function timelineIcs(name: string, events: readonly TimelineEvent[], site?: URL): string {
  const empty = emptyCalendar(name).toString();
  const end = empty.lastIndexOf(END);
  return `${empty.slice(0, end)}${events.map((event) => entryOf(event, site)).join('')}${empty.slice(end)}\r\n`;
}

const END = 'END:VCALENDAR';

const emptyCalendar = (name: string): ICalCalendar =>
  ical({ name, prodId: { company: 'Enfocustom', product: 'Timelines' } });

/** What was written before, by site. An event stands on many timelines, and writing it is most of the work. */
const written = new Map<string, WeakMap<TimelineEvent, string>>();

function entryOf(event: TimelineEvent, site: URL | undefined): string {
  const key = site?.href ?? '';
  const known = written.get(key) ?? new WeakMap<TimelineEvent, string>();
  written.set(key, known);
  const entry = known.get(event) ?? writeEntry(event, site);
  known.set(event, entry);
  return entry;
}

function writeEntry(event: TimelineEvent, site: URL | undefined): string {
  if (event.date === null) return '';
  const { earliest, latest } = parseDate(event.date);
  if (!earliest || !latest) return '';
  const url = site ? new URL(event.item.address, site).href : null;
  const words = event.asGiven ? `${formatDate(event.date)} (${event.asGiven})` : formatDate(event.date);
  const calendar = emptyCalendar('');
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
  const text = calendar.toString();
  return text.slice(text.indexOf('BEGIN:VEVENT'), text.lastIndexOf(END));
}
