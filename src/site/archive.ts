import type { Catalogue } from '../archive/catalogue.ts';
import { AskedCatalogue } from './asked.ts';
import { readEdition } from './read-edition.ts';

/**
 * The catalogue of the edition that is being built: every page asks it, nobody else reads a collection. Bodies stay on
 * disk (`body.ts`). In development this module is run anew when the content has changed.
 */
export const archive: Catalogue = new AskedCatalogue(await readEdition());
