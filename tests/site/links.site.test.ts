import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { linksOf } from '../support/links.ts';
import { elementsOf, filesOf, pagesOf, readPage } from '../support/site.ts';

const HERE = 'http://here.invalid';

describe.each(EDITIONS)('links of the %s edition', (edition) => {
  test('every internal address and fragment leads somewhere', () => {
    const files = new Set(filesOf(edition));
    const pages = pagesOf(edition).map((page) => {
      const elements = elementsOf(readPage(page).tree);
      return {
        address: page.address,
        ids: new Set(elements.map(({ properties }) => properties.id).filter((id) => typeof id === 'string')),
        links: elements.flatMap(linksOf).map(({ url }) => url),
      };
    });
    const ids = new Map(pages.map((page) => [page.address, page.ids]));
    const broken = new Set<string>();
    for (const { address, links } of pages) {
      for (const link of links) {
        const url = new URL(link, HERE + address);
        if (url.origin !== HERE) continue;
        const path = decodeURIComponent(url.pathname);
        const fragment = decodeURIComponent(url.hash.slice(1));
        const exists = files.has(path.endsWith('/') ? `${path}index.html` : path);
        if (!exists) broken.add(`${address} → ${link}: no such page or file`);
        else if (fragment !== '' && ids.get(path)?.has(fragment) === false) {
          broken.add(`${address} → ${link}: the page has no id "${fragment}"`);
        }
      }
    }
    expect([...broken].slice(0, 60)).toEqual([]);
  });
});
