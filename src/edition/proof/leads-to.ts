import { unpackPagefind } from './pagefind.ts';

/** Folder of the files that pages share: named by hash, so that only what refers to one says that it belongs. */
export const ASSETS = '_astro/';

/**
 * What a file leads to: a page, script or style sheet to the names of assets, a fragment of the search index to the
 * address of its page.
 */
export function leadsTo(file: string, data: Uint8Array): string[] {
  if (file.endsWith('.pf_fragment')) {
    const { url } = JSON.parse(unpackPagefind(data).toString('utf8')) as { url: string };
    return [url];
  }
  if (!/\.(?:html|css|m?js)$/.test(file)) return [];
  // One asset calls another by its name alone, from beside it.
  const name = file.startsWith(ASSETS) ? /[\w@.~-]+\.\w{2,5}/g : /(?<=_astro\/)[\w@.~-]+/g;
  return [...new Set(Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1').match(name) ?? [])];
}
