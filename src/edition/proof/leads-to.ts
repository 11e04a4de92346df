/** Folder of the files that pages share: named by hash, so that only what refers to one says that it belongs. */
export const ASSETS = '_astro/';

/** Files of the search index with the texts of pages, some in each. */
export const TEXTS = /^pagefind\/(?:\d+\/)?texts\//;

/**
 * What a file leads to: a page, script or style sheet to the names of assets, a file of texts to the addresses of their pages.
 */
export function leadsTo(file: string, data: Uint8Array): string[] {
  if (TEXTS.test(file)) {
    const texts = JSON.parse(Buffer.from(data).toString('utf8')) as Record<string, { url: string }>;
    return Object.values(texts).map(({ url }) => url);
  }
  if (!/\.(?:html|css|m?js)$/.test(file)) return [];
  // One asset calls another by its name alone, from beside it.
  const name = file.startsWith(ASSETS) ? /[\w@.~-]+\.\w{2,5}/g : /(?<=_astro\/)[\w@.~-]+/g;
  return [...new Set(Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1').match(name) ?? [])];
}
