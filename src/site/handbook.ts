import { collections } from '../archive/collections.ts';
import { CREATABLE } from '../intake/editing/new-record.ts';

/** Collections that editors write, with what one entry is called. */
export const handbookCollections = CREATABLE.map((name) => ({
  name,
  title: collections[name].plural.replace(/^./, (c) => c.toUpperCase()),
}));
