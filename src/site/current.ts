import type { Catalogue } from '../archive/catalogue.ts';
import type { Entry } from '../archive/collections.ts';
import type { Edition } from '../edition/editions.ts';
import type { SearchServer } from '../search/opensearch/server.ts';
import type { CodePage } from './handbook/codes.ts';

/** What the pages of a site are made from. The process that starts Astro hands it over; pages read nothing else. */
export interface Site {
  readonly edition: Edition;
  readonly archive: Catalogue;
  /** Origin under which it is published, or null. */
  readonly origin: string | null;
  /** The server that answers its searches; null if the reader's own browser does. */
  readonly search: SearchServer | null;
  /** Content-Security-Policy of its pages. */
  readonly policy: string;
  /** The codes of the check, as the handbook explains them. */
  readonly codes: readonly CodePage[];
  /** The Markdown of an entry; empty if it has none. */
  bodyOf(entry: Entry): string;
  /** Bytes of a file of data; undefined if it has not been written, as in development. */
  sizeOf(path: string): number | undefined;
}

const KEY: unique symbol = Symbol.for('enfocustom.site');
const shared = globalThis as { [KEY]?: Site };

/** Has the pages made from `site` from now on. */
export function handOver(site: Site): void {
  shared[KEY] = site;
}

/** The site that is being made. Throws if Astro was started by itself. */
export function currentSite(): Site {
  const site = shared[KEY];
  if (!site) throw new Error('there is no edition to make pages of: run npm run build or npm run dev');
  return site;
}
