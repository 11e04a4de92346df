import type { Catalogue } from '../archive/catalogue.ts';
import { collections } from '../archive/collections.ts';
import { LISTED } from './listed.ts';

/** How much this edition shows, by collection. */
export function holdings(archive: Catalogue): { name: string; count: number; address: string }[] {
  return LISTED.map((collection) => ({
    name: collections[collection].plural.replace(/^./, (c) => c.toUpperCase()),
    count: archive.list(collection).length,
    address: `/${collection}/`,
  })).filter(({ count }) => count > 0);
}
