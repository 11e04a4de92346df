import { join } from 'node:path';
import { siteAddress } from '../archive/site-address.ts';
import { isEdition, workFolder } from '../edition/editions.ts';
import { exportStore, heldFolder } from '../export/store.ts';
import { searchServer } from '../search/opensearch/server.ts';

const named = process.env.ENFOCUSTOM_EDITION;
if (!isEdition(named)) throw new Error('ENFOCUSTOM_EDITION must be public or delegates: run npm run build');

/** The edition that is being built. */
export const edition = named;

const work = join(process.env.ENFOCUSTOM_ROOT ?? process.cwd(), workFolder(edition));

/** Its content, partitioned. */
export const contentFolder = join(work, 'content');

/** Its files that are no pages: data, citations, feeds. The development server has none. */
export const filesFolder = import.meta.env.DEV ? null : heldFolder(exportStore(work));

/** Origin under which it is published, or null. */
export const site = siteAddress(process.env.ENFOCUSTOM_SITE);

/** The server that answers its searches; null where the reader's own browser does. */
export const search = searchServer(process.env.ENFOCUSTOM_SEARCH, edition);
