import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { find } from '../../src/lib/debian.ts';
import { RULE_FILES } from '../../src/publish/permanence/rules.ts';
import { editionFolder } from '../support/built-editions.setup.ts';
import { CADDY, NGINX } from '../support/debian.ts';
import { type Running, type ServerName, startServer } from '../support/servers.ts';

const DOCUMENT = '/documents/st-13944-2022-init/';
const linesOf = (edition: (typeof EDITIONS)[number]) =>
  readFileSync(join(editionFolder(edition), '_redirects'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [from: string, to: string, status: string]);

describe.each(EDITIONS)('addresses of the %s edition without a page', (edition) => {
  const lines = linesOf(edition);
  const page = (address: string) => join(editionFolder(edition), decodeURIComponent(address), 'index.html');

  test('lead to pages that are there, and none has a page itself', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect(lines).toContainEqual(['/documents/13944-22/', DOCUMENT, '301']);
    const plain = lines.filter(([from]) => !from.includes(':'));
    expect(plain.filter(([, to]) => !existsSync(page(to)))).toEqual([]);
    // Where file names are one in either case, the page is there under its other name.
    expect(plain.filter(([from]) => from === from.toLowerCase() && existsSync(page(from)))).toEqual([]);
  });

  describe.each([
    ['nginx', NGINX],
    ['Caddy', CADDY],
  ] as const)('%s', (name, program) => {
    describe.skipIf(!find(program) && !process.env.CI)('redirects', () => {
      let server: Running;
      beforeAll(async () => {
        server = await startServer(name satisfies ServerName, editionFolder(edition));
      });
      afterAll(() => server?.stop());
      const ask = async (path: string) => {
        const response = await fetch(server.origin + path, { redirect: 'manual' });
        await response.body?.cancel();
        const location = response.headers.get('location');
        return [response.status, location?.replace(server.origin, '') ?? null];
      };

      test('from every address of the list, with its slash or without', async () => {
        for (const [from, to] of lines.filter(([one]) => !one.includes(':'))) {
          expect([from, ...(await ask(from))]).toEqual([from, 301, to]);
          expect([from, ...(await ask(from.slice(0, -1)))]).toEqual([from, 301, to]);
        }
      });

      test.each([
        ['/topics/cash/cite.bib', '/topics/cash/#cite'],
        ['/actions/11.8/cite.ris', '/actions/11.8/#cite'],
        [`${DOCUMENT}cite.json`, `${DOCUMENT}#cite`],
        [`${DOCUMENT}book.epub`, `${DOCUMENT}#cite`],
        ['/working-parties/ccwp/timeline.csv', '/working-parties/ccwp/#timeline'],
        ['/working-parties/ccwp/timeline.ics', '/working-parties/ccwp/#timeline'],
        ['/working-parties/ccwp/timeline.svg', '/working-parties/ccwp/#timeline'],
      ])('from %s to %s', async (from, to) => expect(await ask(from)).toEqual([301, to]));

      test.each([DOCUMENT, `${DOCUMENT}entry.json`, '/timeline/archive.csv', '/action-plans/lewp-c-11/book.epub', '/'])(
        'and leaves %s alone',
        async (path) => expect(await ask(path)).toEqual([200, null]),
      );

      test.each([
        '/no/such/page/',
        // What an address holds never becomes a header of its own.
        '/topics/cash%0d%0aX-Own:%20yes/cite.bib',
        ...Object.keys(RULE_FILES).map((path) => `/${path}`),
      ])('and has nothing at %s', async (path) => expect(await ask(path)).toEqual([404, null]));
    });
  });
});
