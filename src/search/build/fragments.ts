import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Fragment } from '../excerpt.ts';

/** What Pagefind keeps of a page. */
export interface StoredPage {
  /** Pagefind's own id: `en_3a1b2c4`. */
  readonly hash: string;
  readonly url: string;
  readonly content: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: Fragment['anchors'];
  /** Words of the text, as Pagefind counts them. */
  readonly word_count: number;
}

const SIGNATURE = 'pagefind_dcd'.length;

/** Every page of a Pagefind index as it was really indexed, in the order of addresses. */
export function readFragments(folder: string): StoredPage[] {
  const files = readdirSync(join(folder, 'fragment'))
    .filter((name) => name.endsWith('.pf_fragment'))
    .sort();
  const pages: StoredPage[] = [];
  for (const name of files) {
    const bytes = gunzipSync(readFileSync(join(folder, 'fragment', name)));
    const page = JSON.parse(bytes.subarray(SIGNATURE).toString('utf8')) as Omit<StoredPage, 'hash'>;
    pages.push({ ...page, hash: name.slice(0, -'.pf_fragment'.length) });
  }
  return pages.sort((a, b) => (a.url < b.url ? -1 : 1));
}
