import type { Entry } from './collections.ts';
import type { WithheldFacts } from './text-facts.ts';

type Status = Entry<'documents'>['record']['access']['status'];

/** Documents whose text the public may read, whole or in portions. Every other status is closed. */
const OPEN: ReadonlySet<Status> = new Set<Status>(['public', 'partial', 'declassified']);

export function isDocument(entry: Entry): entry is Entry<'documents'> {
  return entry.collection === 'documents';
}

export function isOpenDocument(entry: Entry<'documents'>): boolean {
  return OPEN.has(entry.record.access.status);
}

/**
 * Whether the public may read an open document in portions only: its record says so, or its précis or its official text
 * withholds a portion. Only the places outside the portions are then open sources.
 * @param texts what its précis and its official text withhold, each null where that is nothing
 */
export function isOpenInPart(document: Entry<'documents'>, texts: readonly (WithheldFacts | null)[]): boolean {
  const marked = texts.some((withheld) => withheld !== null && withheld.first !== null);
  return isOpenDocument(document) && (marked || document.record.access.status === 'partial');
}
