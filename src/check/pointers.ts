import { collections } from '../archive/collections.ts';
import type { WrittenEntry } from '../archive/read.ts';
import { type Pointer, pointersIn } from '../archive/schema-walk.ts';
import { byRecord } from './by-record.ts';

/** The ids and sources in an entry as it is written, but those its schema has found fault with. */
export const pointersOf = byRecord(({ collection, record, faults }: WrittenEntry): readonly Pointer[] => {
  const at = new Set(faults.map((path) => path.join('\0')));
  return pointersIn(collections[collection].schema, record).filter(({ path }) => !at.has(path.join('\0')));
});
