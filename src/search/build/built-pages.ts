import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../lib/files.ts';
import type { EntryRecord } from '../entry-list.ts';
import type { Placed } from './periods.ts';
import type { ShardPage } from './shard.ts';

/** A page without its text: all texts together may be more than memory holds. */
export interface BuiltPage extends ShardPage, Placed {}

/** The pages of a built site, and the entries that have none of their own, by address. None of them is read yet. */
export function builtPages(dist: string, entries: readonly EntryRecord[]): BuiltPage[] {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  const pages: BuiltPage[] = [];
  for (const entry of entries) {
    const { address, body, day } = entry;
    if (body !== undefined) pages.push({ address, entry, day, size: body.length });
  }
  // A page that only lists such entries is found through each of them.
  const lists = new Set(pages.map(({ address }) => address.split('#')[0]));
  for (const path of filesBelow(dist)) {
    if (!path.endsWith('.html') || /^(?:pagefind|search\/index)\//.test(path)) continue;
    const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
    if (lists.has(address)) continue;
    const file = join(dist, path);
    const entry = byAddress.get(address);
    pages.push({ address, file, entry, day: entry?.day, size: statSync(file).size });
  }
  return pages.sort((a, b) => (a.address < b.address ? -1 : 1));
}
