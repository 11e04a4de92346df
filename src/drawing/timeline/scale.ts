import { utcTicks } from 'd3-time';
import { type Day, dateOf, dayAt, startOfYear, yearOf } from './day.ts';
import { type Mark, pointDay } from './mark.ts';

/** A stretch of years without events, drawn narrow. */
export interface Fold {
  readonly from: Day;
  readonly to: Day;
  /** `1998–2011` */
  readonly years: string;
}

export interface Scale {
  readonly from: Day;
  /** The day after the last. */
  readonly to: Day;
  readonly folds: readonly Fold[];
  x(day: Day): number;
  /** Ticks with at least `room` units each, none in a fold. */
  ticks(room: number): readonly Tick[];
}

export interface Tick {
  readonly day: Day;
  readonly text: string;
  readonly major: boolean;
}

export interface View {
  readonly from: Day;
  readonly to: Day;
}

/** Width of a fold: its words stand in it. */
export const FOLD_WIDTH = 92;
const SHORTEST_FOLD_YEARS = 4;

/** A scale over the days of the marks between two edges of the picture, its long silences folded. */
export function timeScale(marks: readonly Mark[], left: number, right: number, view?: View): Scale {
  const stretches = occupied(marks);
  const extent = view ?? extentOf(stretches);
  const folds = foldsIn(stretches, extent, right - left);
  const open = extent.to - extent.from - sum(folds.map(({ from, to }) => to - from));
  const perDay = (right - left - folds.length * FOLD_WIDTH) / open;
  const domain: number[] = [extent.from];
  const range: number[] = [left];
  let [day, x] = [extent.from, left];
  for (const fold of folds) {
    x += (fold.from - day) * perDay;
    domain.push(fold.from, fold.to);
    range.push(x, x + FOLD_WIDTH);
    x += FOLD_WIDTH;
    day = fold.to;
  }
  domain.push(extent.to);
  range.push(right);
  return {
    ...extent,
    folds,
    x: (at) => between(domain, range, at),
    ticks: (room) => ticksOf(extent, folds, perDay, room),
  };
}

/**
 * Where a day lies on a line that is bent at `domain`; at an end what lies beyond it. (A library's scale brings mixtures of
 * colours along, a third of what a timeline's script would weigh.)
 */
function between(domain: readonly number[], range: readonly number[], day: Day): number {
  const piece = Math.max(
    0,
    domain.slice(0, -1).findLastIndex((start) => start <= day),
  );
  const [from = 0, to = 0] = domain.slice(piece, piece + 2);
  const [left = 0, right = 0] = range.slice(piece, piece + 2);
  const part = Math.min(1, Math.max(0, (day - from) / (to - from)));
  return left * (1 - part) + right * part;
}

/**
 * The days that something is known of. A period counts by its ends; acts count only before and after all the rest:
 * a resolution that others cite does not break a silence of the archive.
 */
function occupied(marks: readonly Mark[]): View[] {
  const own = marks.filter(({ lane }) => lane !== 'acts').flatMap(stretchesOf);
  const first = Math.min(...own.map(({ from }) => from));
  const last = Math.max(...own.map(({ to }) => to));
  const acts = marks.filter(({ lane }) => lane === 'acts').flatMap(stretchesOf);
  const around = own.length === 0 ? acts : acts.filter(({ from, to }) => from < first || to > last);
  const merged: { from: Day; to: Day }[] = [];
  for (const { from, to } of [...own, ...around].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const before = merged.at(-1);
    if (before && from <= before.to + 1) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** A date of some years says little of any of them: it counts by its ends, and a point also by where it is drawn. */
function stretchesOf(mark: Mark): View[] {
  const { from, to, known, shape } = mark;
  if (shape === 'point' && from !== null && to !== null && to - from < 800) return [{ from, to }];
  const open = from === null || to === null;
  const middle = shape === 'point' ? pointDay(mark) : null;
  return [from, to, middle, ...(open ? (known ?? []) : [])].flatMap((day) =>
    day === null ? [] : [{ from: day, to: day }],
  );
}

/** Whole years around all that is known. */
function extentOf(stretches: readonly View[]): View {
  const first = stretches[0]?.from ?? startOfYear(2000);
  const last = stretches.at(-1)?.to ?? first;
  return { from: startOfYear(yearOf(first)), to: startOfYear(yearOf(last) + 1) };
}

/** Silences of whole years, the longest ones first while there is room for them. */
function foldsIn(stretches: readonly View[], extent: View, width: number): Fold[] {
  const silences = stretches
    .slice(1)
    .flatMap((next, index): Fold[] => {
      const first = yearOf(stretches[index]?.to ?? 0) + 1;
      const last = yearOf(next.from) - 1;
      const [from, to] = [startOfYear(first), startOfYear(last + 1)];
      const inside = from > extent.from && to < extent.to;
      return inside && last - first + 1 >= SHORTEST_FOLD_YEARS ? [{ from, to, years: `${first}–${last}` }] : [];
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .slice(0, Math.max(0, Math.floor((width * 0.4) / FOLD_WIDTH)));
  const folds: Fold[] = [];
  let open = extent.to - extent.from;
  for (const silence of silences) {
    // Each fold widens the years that are left, and with them the next silence.
    const perDay = (width - folds.length * FOLD_WIDTH) / open;
    const length = silence.to - silence.from;
    if (length * perDay <= FOLD_WIDTH * 1.2) continue;
    folds.push(silence);
    open -= length;
  }
  return folds.sort((a, b) => a.from - b.from);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function ticksOf(extent: View, folds: readonly Fold[], perDay: number, room: number): Tick[] {
  const inFold = (day: Day) => folds.some(({ from, to }) => day >= from && day < to);
  const years = (extent.to - extent.from) / 365.25;
  const monthly = perDay * 91 > room * 1.4;
  const count = Math.max(1, Math.floor((perDay * (extent.to - extent.from)) / room));
  const dates = monthly
    ? utcTicks(dateOf(extent.from), dateOf(extent.to), Math.min(count, Math.max(2, years * 4)))
    : yearsOf(extent, Math.max(1, Math.ceil(room / (perDay * 365.25))));
  return dates
    .map((date) => ({ date, day: dayAt(date) }))
    .filter(({ day }) => day >= extent.from && day < extent.to && !inFold(day))
    .map(({ date, day }) => {
      const major = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
      const month = MONTHS[date.getUTCMonth()] ?? '';
      const text = major
        ? String(date.getUTCFullYear())
        : date.getUTCDate() === 1
          ? month
          : `${date.getUTCDate()} ${month}`;
      return { day, text, major };
    });
}

function yearsOf({ from, to }: View, step: number): Date[] {
  const nice = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => one >= step) ?? 1000;
  const first = Math.ceil(yearOf(from) / nice) * nice;
  const dates: Date[] = [];
  for (let year = first; startOfYear(year) < to; year += nice) dates.push(dateOf(startOfYear(year)));
  return dates;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
