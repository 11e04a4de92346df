import { type Day, isoOf } from './day.ts';

/** An entry of a calendar: whole days. */
export interface CalendarEntry {
  /** Unlike that of any other entry, and the same in every build. */
  readonly uid: string;
  readonly first: Day;
  readonly last: Day;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  /** It leaves the day free for other things. */
  readonly transparent?: boolean;
}

/**
 * A calendar in the form of iCalendar (RFC 5545).
 * @param product what made it: `Timelines`
 */
export function icsOf(name: string, product: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Enfocustom//${product}//EN`,
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, first, last, summary, description, url, transparent }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'SEQUENCE:0',
    // The time of the build would make every build differ.
    `DTSTAMP:${digits(first)}T000000Z`,
    `DTSTART;VALUE=DATE:${digits(first)}`,
    `DTEND;VALUE=DATE:${digits(last + 1)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(transparent ? ['TRANSP:TRANSPARENT'] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL;VALUE=URI:${url}`] : []),
    'END:VEVENT',
  ];
}

const digits = (day: Day) => isoOf(day).replaceAll('-', '');

const escaped = (words: string) => words.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();

/** Lines have 75 octets at most, without their end; what follows begins with a space. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 74) {
      result += '\r\n ';
      octets = 0;
    }
    octets += size;
    result += sign;
  }
  return result;
}
