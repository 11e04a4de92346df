import type { Item } from '../item.ts';

/** What an event belongs to; readers filter by it. */
export const EVENT_KINDS = {
  'working-party': 'Working parties',
  strategy: 'Strategies',
  plan: 'Action plans',
  act: 'Acts',
  meeting: 'Meetings',
  document: 'Documents',
  action: 'Actions',
  recommendation: 'Recommendations',
  operation: 'Operations',
  other: 'Other events',
} as const;
export type EventKind = keyof typeof EVENT_KINDS;

/** One event of a timeline, derived from a record. */
export interface TimelineEvent {
  /** Permanent: made of the entry, the date and the words of the event, never of its place in a list. */
  readonly id: string;
  readonly kind: EventKind;
  /** `life`: a stretch of a working party's life; `bar`: a period; `point`: something that happened. */
  readonly shape: 'life' | 'bar' | 'point';
  /** EDTF; null where no source gives a date. */
  readonly date: string | null;
  /** The date in the words of the source. */
  readonly asGiven?: string | undefined;
  /**
   * Why a date stands where the record has none: `number` = the year in the number of a document,
   * `evidence` = the dated events that the archive knows of it.
   */
  readonly inferred?: 'number' | 'evidence' | undefined;
  readonly title: string;
  /** What the picture calls it. */
  readonly label: string;
  /** The entry it belongs to. */
  readonly item: Item;
  readonly sources: readonly string[];
  /** First and last event known of a bar, EDTF days; they show how much of an open period is certain. */
  readonly known?: { readonly from: string; readonly to: string } | undefined;
  /** Id of the event that an undated bar comes before. */
  readonly before?: string | undefined;
}

/** The period between two days in EDTF, which has no interval of one day. */
export const periodOf = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from}/${to}`);

/** The day before an ISO day. */
export const dayBefore = (day: string) => new Date(Date.parse(day) - 864e5).toISOString().slice(0, 10);

/** Events of one date are told apart by their words, so that an event keeps its id in both editions. */
export function eventId(item: Item, date: string | null, words: string): string {
  const day = (date ?? 'undated')
    .replace('../', 'by-')
    .replace('/..', '-after')
    .replace('/', '-to-')
    .replace(/[~?%]/g, '');
  const tail = words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 6)
    .join('-')
    .slice(0, 48);
  return [item.collection, item.id.toLowerCase(), day, tail].filter(Boolean).join('.');
}
