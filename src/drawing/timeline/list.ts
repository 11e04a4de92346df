import { parseDate } from '../../archive/date.ts';
import type { TimelineEvent } from '../../archive/timeline/event.ts';

/** The events of a year, or those without a date. */
export interface YearOfEvents {
  readonly year: number | null;
  readonly events: readonly TimelineEvent[];
  /** The years since the one before, when nothing is dated in them: `1998–2011`. */
  readonly silence: string | null;
}

/** An event stands under the first year in which it may have begun; without a date, under the first in which it is known. */
export function yearOfEvent({ date, known }: TimelineEvent): number | null {
  const first = date ?? known?.first;
  if (first === undefined) return null;
  const { earliest, latest } = parseDate(first);
  const day = earliest ?? latest;
  return day === null ? null : Number(day.slice(0, day.indexOf('-', 1)));
}

/** The timeline as a list: years in order, the undated last. */
export function byYear(events: readonly TimelineEvent[]): YearOfEvents[] {
  const years = [...Map.groupBy(events, yearOfEvent)].sort(
    ([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  return years.map(([year, inYear], index) => {
    const before = years[index - 1]?.[0] ?? null;
    return { year, events: inYear, silence: year === null || before === null ? null : silence(before + 1, year - 1) };
  });
}

const silence = (first: number, last: number) =>
  last < first ? null : last === first ? String(first) : `${first}–${last}`;
