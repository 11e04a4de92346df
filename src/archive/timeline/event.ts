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

/** The first and the last date of what is known to lie in a period, in EDTF. */
export interface Witnesses {
  readonly first: string;
  readonly last: string;
  /** The days between which it is certain; null where no two dates of what is known are apart. */
  readonly sure: { readonly from: string; readonly to: string } | null;
}

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
  /** Whether only the number of a document gives the date, which is then its year. */
  readonly byNumber?: boolean | undefined;
  /** Whether its source looks ahead to it: that it came about is not known. */
  readonly planned?: boolean | undefined;
  /** Whether its date is our conclusion, which no source states. */
  readonly inferred?: boolean | undefined;
  readonly title: string;
  /** What the picture calls it. */
  readonly label: string;
  /** The entry it belongs to. */
  readonly item: Item;
  readonly sources: readonly string[];
  /**
   * Of a bar or life whose beginning or end no source gives: the first and the last date, in EDTF, of what is known to
   * lie in it. They are no dates of its own, and no export has them.
   */
  readonly known?: Witnesses | undefined;
  /** Id of the life that comes after a life. */
  readonly before?: string | undefined;
}

/** An extent that no source states, whether we infer it or only know dates in it: nothing of it is exported. */
export const isOwnExtent = ({ shape, date, inferred }: TimelineEvent) =>
  inferred === true || (shape !== 'point' && date === null);

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
