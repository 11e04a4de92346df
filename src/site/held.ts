import type { Item } from '../archive/item.ts';
import { edition } from './edition.ts';

/** Whether this edition holds the content of a document; of a LIMITE document the public one has the header only. */
export function isHeld({ entry }: Item<'documents'>): boolean {
  const { status } = entry.record.access;
  return status !== 'reference-only' && !(edition === 'public' && status === 'limite');
}
