import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EDITIONS } from '../../src/edition/editions.ts';
import { editionFolder } from '../support/built-editions.setup.ts';
import { contentFolder } from '../support/content.ts';
import { type Link, linksOf, linksOfCss } from '../support/links.ts';
import { elementsOf, filesOf, pagesOf, readPage } from '../support/site.ts';

const HERE = 'http://here.invalid';

/** Where a reader may be led: the register of the Council, the Union's law, and the press and web sources of the content. */
const OUTWARD = new Set([
  ...addressesIn('sources.yaml'),
  'data.consilium.europa.eu',
  'www.consilium.europa.eu',
  'eur-lex.europa.eu',
]);

/** What is wrong with an address; null where nothing is. */
function faultOf({ url, loads }: Link, from: string): string | null {
  if (!URL.canParse(url, HERE + from)) return `${from}: "${url}" is no address`;
  const { protocol, origin, hostname } = new URL(url, HERE + from);
  if (origin === HERE) return null;
  if (loads) return protocol === 'data:' && url.startsWith('data:image/') ? null : `${from} loads ${url}`;
  if (protocol === 'mailto:') return null;
  return protocol === 'https:' && OUTWARD.has(hostname) ? null : `${from} leads to ${url}`;
}

describe.each(EDITIONS)('hosts of the %s edition', (edition) => {
  test('no page or style sheet loads anything from elsewhere, and links lead to known places only', () => {
    const faults = new Set<string | null>();
    for (const page of pagesOf(edition)) {
      for (const element of elementsOf(readPage(page).tree)) {
        if (element.tagName === 'base') faults.add(`${page.address} has a <base>`);
        const css = element.tagName === 'style' ? textOf(element) : String(element.properties.style ?? '');
        for (const link of [...linksOf(element), ...linksOfCss(css)]) faults.add(faultOf(link, page.address));
      }
    }
    for (const file of filesOf(edition).filter((path) => path.endsWith('.css'))) {
      const css = readFileSync(join(editionFolder(edition), file), 'utf8');
      for (const link of linksOfCss(css)) faults.add(faultOf(link, file));
    }
    faults.delete(null);
    expect([...faults].slice(0, 60)).toEqual([]);
  });
});

function addressesIn(file: string): string[] {
  const list = parse(readFileSync(join(contentFolder, file), 'utf8')) as { address: string }[];
  return list.map(({ address }) => new URL(address).hostname);
}

function textOf({ children }: { children: readonly { type: string; value?: string }[] }): string {
  return children.map((child) => child.value ?? '').join('');
}
