import { collections } from '../archive/collections.ts';
import type { WrittenEntry } from '../archive/read.ts';
import { type Pointer, pointersIn } from '../archive/schema-walk.ts';

/** The ids and sources in an entry as it is written, but those its schema has found fault with. */
export function pointersOf({ collection, record, faults }: WrittenEntry): Pointer[] {
  const at = new Set(faults.map((path) => path.join('\0')));
  return pointersIn(collections[collection].schema, record).filter(({ path }) => !at.has(path.join('\0')));
}
