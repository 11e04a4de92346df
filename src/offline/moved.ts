import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Pages of an edition that only lead on to another, for addresses that somebody types or has noted. No page links to
 * them, and they are many: copies do without.
 */
export async function movedPages(edition: string): Promise<ReadonlySet<string>> {
  const redirects = await readFile(join(edition, '_redirects'), 'utf8').catch(() => '');
  const addresses = redirects.split('\n').map((line) => line.trim().split(/\s+/)[0] ?? '');
  return new Set(addresses.filter((one) => one.endsWith('/')).map((one) => `${decodeURI(one.slice(1))}index.html`));
}
