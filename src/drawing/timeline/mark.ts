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
  /** First and last possible day; null where open or unknown. Both null: no source dates it. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Of a bar or life without a beginning or an end: the days between which something of it is known. */
  readonly known?: readonly [Day, Day] | undefined;
  /** The days of these between which it is certain; none where what is known has no exact day. */
  readonly sure?: readonly [Day, Day] | undefined;
  /** Whether it holds on after its date, nobody says until when: a strategy from its adoption. */
  readonly holds?: boolean | undefined;
  /** Whether it was only planned. */
  readonly planned?: boolean | undefined;
  /** The life that comes after a life. */
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
  return compareDays(firstDay(a), firstDay(b)) || compareDays(a.to, b.to) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const firstDay = ({ from, to, known }: Mark) => from ?? to ?? known?.[0] ?? null;
const compareDays = (a: Day | null, b: Day | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a - b);

/** What holds on has no end. */
export const withoutEnd = (mark: Mark): Mark => (mark.holds ? { ...mark, to: null } : mark);

/** A mark has a place on the axis if a source dates it, or dates what lies in it. */
export const isPlaced = ({ from, to, known }: Mark) => from !== null || to !== null || known !== undefined;

/** The days between which a bar or life is certain; null where there is none. */
export function sureDays({ from, to, known, sure, planned }: Mark): readonly [Day, Day] | null {
  if (planned) return null;
  if (from !== null && to !== null) return [from, to];
  if (known) return sure ?? null;
  const day = from ?? to;
  return day === null ? null : [day, day];
}

/** The day at which a point is drawn: the middle of what is possible, or the end that is known. */
export function pointDay({ from, to }: Mark): Day | null {
  if (from === null || to === null) return from ?? to;
  return (from + to) / 2;
}
