import type { Catalogue } from '../archive/catalogue.ts';
import { collections } from '../archive/collections.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { LISTED } from './listed.ts';

/** Documents that others speak of are counted with those held. */
const NAMES: Partial<Record<CollectionName, string>> = { documents: 'Documents known' };

/** How much this edition shows, by collection. */
export function holdings(archive: Catalogue): { name: string; count: number; address: string }[] {
  return LISTED.map((collection) => ({
    name: NAMES[collection] ?? collections[collection].plural.replace(/^./, (c) => c.toUpperCase()),
    count: archive.list(collection).length,
    address: `/${collection}/`,
  })).filter(({ count }) => count > 0);
}
