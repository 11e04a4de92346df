import type { Catalogue } from '../archive/catalogue.ts';
import { currentSite } from './current.ts';

/** The catalogue of the edition that is being made. In development this module runs again when the content has changed. */
export const archive: Catalogue = currentSite().archive;
