import type { Day } from './day.ts';

/** The lanes of the picture, from above. */
export const LANES = {
  life: 'Working party',
  strategies: 'Strategies',
  plans: 'Action plans',
  acts: 'Acts',
  meetings: 'Meetings',
  held: 'Documents held',
  known: 'Documents known',
  actions: 'Actions',
  operations: 'Operations',
  events: 'Other events',
} as const;
export type LaneName = keyof typeof LANES;

/** How a point is drawn: shape tells as much as colour. */
export type PointForm = 'open' | 'partial' | 'limite' | 'known' | 'meeting' | 'action' | 'act' | 'operation' | 'event';

/** What the layout knows of an event: plain numbers and words, small enough to go with the page. */
export interface Mark {
  readonly id: string;
  readonly lane: LaneName;
  readonly shape: 'life' | 'bar' | 'point';
  readonly form?: PointForm | undefined;
  readonly label: string;
  /** First and last possible day; null where open or unknown. Both null: undated. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Of a bar: the days between which it is certain, where its period is open or inferred. */
  readonly sure?: readonly [Day, Day] | undefined;
  /** Whether the period of a bar is inferred from what is known to lie in it. */
  readonly inferred?: boolean | undefined;
  /** The mark before which an undated bar stands. */
  readonly before?: string | undefined;
  /** Kind of the event, for filters. */
  readonly kind?: string | undefined;
}

/** A half-year of the Council. */
export interface HalfYear {
  /** `2015-2` */
  readonly id: string;
  /** `LU` */
  readonly code: string;
}

/** By first day, then last, then id: the one order of marks, whatever order they came in. */
export function compareMarks(a: Mark, b: Mark): number {
  return (
    (a.from ?? a.to ?? Number.POSITIVE_INFINITY) - (b.from ?? b.to ?? Number.POSITIVE_INFINITY) ||
    (a.to ?? Number.POSITIVE_INFINITY) - (b.to ?? Number.POSITIVE_INFINITY) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** The day at which a point is drawn: the middle of what is possible, or the end that is known. */
export function pointDay({ from, to }: Mark): Day | null {
  if (from === null || to === null) return from ?? to;
  return (from + to) / 2;
}
