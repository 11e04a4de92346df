import { keyOf, type Reference } from '../archive/reference/index.ts';
import { foldName } from './query/fold.ts';

/** The kinds of entry a reader narrows down by. */
export type Kind =
  | 'Document'
  | 'Action'
  | 'Action plan'
  | 'Strategy'
  | 'Working party'
  | 'Meeting'
  | 'Organisation'
  | 'Operation'
  | 'System'
  | 'Topic'
  | 'Term'
  | 'Presidency'
  | 'Act'
  | 'Recommendation'
  | 'Guide'
  | 'Page';

/** Whether the public may read it. */
export type Access = 'Open' | 'Partly open' | 'LIMITE' | 'Not held';

/** What a result shows of an entry before its page is read. */
export interface EntryFace {
  readonly address: string;
  readonly kind: Kind;
  /** `13944/22`, `Action 7.3`; the title where it has no label. */
  readonly label: string;
  readonly title: string;
  /** As a reader expects it: `3 November 2022`. */
  readonly date?: string;
  /** Marking as printed: `LIMITE`. */
  readonly marking?: string;
  readonly access?: Access;
  /** The official text is held besides the précis. */
  readonly text?: true;
  /** A term or code: the address of the entry that it is another name of. */
  readonly of?: string;
  /** `keyOf` of the reference that names it. */
  readonly reference?: string;
}

/** A row of the index of entries: the face with the id of its page in the text index, where it has one. */
export interface EntryRow extends EntryFace {
  readonly page?: string;
}

/** Lookup key of a reference. Documents of one number are found together, whatever their suffix. */
export function referenceKey(reference: Reference): string {
  if (reference.kind !== 'council') return `r:${keyOf(reference)}`;
  return `c:${reference.series}-${reference.number}-${reference.year}`;
}

export const numberKey = (number: number) => `n:${number}`;
export const dayKey = (day: string) => `d:${day}`;
/** Titles are compared by their folded words; the head of a very long one is enough. */
export const titleKey = (title: string) => `t:${foldName(title).slice(0, 200)}`;

/** The bucket, 0 to `buckets` - 1, that holds a key (FNV-1a). */
export function bucketOf(key: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % buckets;
}

/** A bucket of the index of entries: rows, and for each key the places of its rows. */
export interface Bucket {
  readonly rows: readonly EntryRow[];
  readonly keys: Readonly<Record<string, readonly number[]>>;
}
