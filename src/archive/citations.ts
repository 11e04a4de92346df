import { findReferences, type Reference } from './reference/index.ts';

/** A reference made somewhere in an entry's text. */
export interface CitedReference {
  readonly reference: Reference;
  /** Section or paragraph that makes it; null where there is none. */
  readonly locator: string | null;
  /** Whether the words that make it are the archive's own: a note names a document, it does not cite it. */
  readonly own?: true;
}

/** Fields that hold ids, forms of a name, or codes: what looks like a reference there is not a citation. */
const NOT_PROSE: ReadonlySet<string> = new Set([
  'source',
  'to',
  'id',
  'number',
  'printed',
  'celex',
  'codes',
  'filing',
  'previous',
  'sha256',
]);

/** References in the words of a record: notes, titles, agenda items. */
export function citationsIn(record: unknown): CitedReference[] {
  if (typeof record === 'string')
    return findReferences(record).map(({ reference }) => ({ reference, locator: null, own: true as const }));
  if (Array.isArray(record)) return record.flatMap(citationsIn);
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([key, value]) => (NOT_PROSE.has(key) ? [] : citationsIn(value)));
}
