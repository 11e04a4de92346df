import type { Catalogue } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';

/** What the words of a page lead to: terms that need explaining, and entries that they cite. */
export interface PageKey {
  readonly terms: readonly Item<'glossary'>[];
  readonly cited: readonly Item[];
}

/** Reads the key of a page off its HTML: the links that the text's own words have become (`src/markdown`). */
export function keyOfPage(archive: Catalogue, html: string): PageKey {
  const addresses = new Set([...html.matchAll(/<a href="([^"]+)" class="ref-(?:term|held)"/g)].map(([, href]) => href));
  const items = [...addresses].flatMap((address) => archive.byAddress(address ?? '') ?? []);
  const isTerm = (item: Item): item is Item<'glossary'> => item.collection === 'glossary';
  return {
    terms: items.filter(isTerm).sort((a, b) => a.label.localeCompare(b.label, 'en')),
    cited: items.filter((item) => !isTerm(item)),
  };
}
