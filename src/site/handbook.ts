import { collections } from '../archive/collections.ts';
import { CREATABLE } from '../editing/new-record.ts';
import { codePages } from '../handbook/codes.ts';

const project = process.env.ENFOCUSTOM_ROOT ?? process.cwd();

/** A page for each code of the check. */
export const handbookCodes = codePages(project);

/** Collections that editors write, with what one entry is called. */
export const handbookCollections = CREATABLE.map((name) => ({
  name,
  title: collections[name].plural.replace(/^./, (c) => c.toUpperCase()),
}));
