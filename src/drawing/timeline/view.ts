import { type Day, dayOf, isoOf } from './day.ts';
import { type Mark, sureDays, withoutEnd } from './mark.ts';
import type { View } from './scale.ts';

/** What a reader has chosen to see of a timeline; the address of a view holds it. */
export interface ViewState {
  readonly range: View | null;
  /** Kinds left out. */
  readonly without: ReadonlySet<string>;
  /** Nothing that came later is shown. */
  readonly on: Day | null;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a view from the query of an address; what it cannot read is left at its default. */
export function readView(query: string): ViewState {
  const values = new URLSearchParams(query);
  const [from, to, on] = ['from', 'to', 'on'].map((name) => dayIn(values.get(name)));
  return {
    range: from != null && to != null && from < to ? { from, to } : null,
    without: new Set((values.get('without') ?? '').split(',').filter(Boolean)),
    on: on ?? null,
  };
}

/** The query of a view; empty where nothing is chosen. */
export function writeView({ range, without, on }: ViewState): string {
  const values: string[] = [];
  if (range) values.push(`from=${isoOf(range.from)}`, `to=${isoOf(range.to)}`);
  if (without.size > 0) values.push(`without=${[...without].sort().join(',')}`);
  if (on !== null) values.push(`on=${isoOf(on)}`);
  return values.length > 0 ? `?${values.join('&')}` : '';
}

/** The marks of a view: kinds left out are gone, and so is what came or may have come after the day; bars end on it. */
export function visibleMarks(marks: readonly Mark[], { without, on }: ViewState): Mark[] {
  return marks.map(withoutEnd).flatMap((mark) => {
    if (mark.kind !== undefined && without.has(mark.kind)) return [];
    if (on === null) return [mark];
    const { from, to, known, sure } = mark;
    const begun = from ?? known?.[0] ?? to;
    if (begun === null || begun > on) return [];
    if (mark.shape === 'point') return [mark];
    const until = (days: readonly [Day, Day] | undefined) =>
      days && days[0] <= on ? ([days[0], Math.min(days[1], on)] as const) : undefined;
    return [{ ...mark, to: to === null ? null : Math.min(to, on), known: until(known), sure: until(sure) }];
  });
}

/** Bars that were certainly open on a day. */
export function openOn(marks: readonly Mark[], day: Day): Mark[] {
  return marks.map(withoutEnd).filter((mark) => {
    const sure = mark.shape === 'point' ? null : sureDays(mark);
    return sure !== null && sure[0] <= day && sure[1] >= day;
  });
}

/** The range a step wider, narrower, earlier or later, kept within the whole and at least a month long. */
export function moved(range: View, whole: View, step: 'in' | 'out' | 'earlier' | 'later'): View {
  const length = range.to - range.from;
  const middle = (range.from + range.to) / 2;
  const wanted = step === 'in' ? length / 2 : step === 'out' ? length * 2 : length;
  const shift = step === 'earlier' ? -length / 2 : step === 'later' ? length / 2 : 0;
  const size = Math.round(Math.min(whole.to - whole.from, Math.max(31, wanted)));
  const from = Math.round(Math.min(whole.to - size, Math.max(whole.from, middle + shift - size / 2)));
  return { from, to: from + size };
}

function dayIn(text: string | null): Day | null {
  if (!text || !ISO.test(text)) return null;
  const day = dayOf(text);
  return Number.isNaN(day) || isoOf(day) !== text ? null : day;
}
