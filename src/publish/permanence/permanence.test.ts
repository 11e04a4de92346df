import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeAll } from '../../../tests/support/made.ts';
import { writeArchive } from '../../../tests/support/small-archive.ts';
import { parseReference } from '../../archive/reference/index.ts';
import { readLock, writeLock } from '../../edition/lock.ts';
import { readRedirects } from '../../edition/redirects.ts';
import { AddressesLost, type SettleInput, settleAddresses } from './redirect-plan.ts';
import { RETIRED, redirectOfRetired } from './retired.ts';
import { RULE_FILES } from './rules.ts';
import { readSpelling, spellingsOf } from './spellings.ts';

const DOCUMENT = '/documents/st-14001-2019-init/';
const REVISION = '/documents/st-14002-2019-rev-1/';
const pages = new Map([
  ['/', 'Home'],
  [DOCUMENT, '14001/19'],
  [REVISION, '14002/1/19 REV 1'],
]);

async function redirectsFrom(yaml: string) {
  const content = await writeArchive();
  await mkdir(join(content, 'addresses'));
  await writeFile(join(content, 'addresses/redirects.yaml'), yaml);
  return await readRedirects(content);
}

async function settle(yaml: string, more: Partial<SettleInput> = {}): Promise<Map<string, string>> {
  const { redirects, problems } = await redirectsFrom(yaml);
  expect(problems).toEqual([]);
  const files = settleAddresses({ edition: 'delegates', site: null, pages, published: new Set(), redirects, ...more });
  return new Map([...(await makeAll(files))].map(([path, body]) => [path, String(body)]));
}

describe('an address that was published', () => {
  const published = new Set([DOCUMENT, '/topics/parcels/']);

  test('stops the build when nothing is at it any more', async () => {
    await expect(settle('[]', { published })).rejects.toThrow(AddressesLost);
    await expect(settle('[]', { published })).rejects.toThrow(
      /1 addresses .*delegates\.lock.*\n {2}\/topics\/parcels\/\nFor each, add to content\/addresses\/redirects\.yaml/,
    );
  });

  test('leads to where it went, through others', async () => {
    const yaml = `[{ from: /topics/parcels/, to: /topics/post/ }, { from: /topics/post/, to: ${DOCUMENT} }]`;
    const files = await settle(yaml, { published, site: 'https://archive.example' });
    expect(files.get('topics/parcels/index.html')).toContain(`<a href="${DOCUMENT}">14001/19</a>`);
    expect(files.get('topics/parcels/index.html')).toContain(
      `rel="canonical" href="https://archive.example${DOCUMENT}"`,
    );
    expect(files.get('_redirects')).toContain(`/topics/parcels/ ${DOCUMENT} 301\n`);
    expect([...files.values()].join()).not.toMatch(/http-equiv="refresh"/i);
  });

  test('is not led to two places', async () => {
    const yaml = `[{ from: /topics/parcels/, to: ${DOCUMENT} }, { from: /topics/parcels/, gone: "Nobody sent any." }]`;
    await expect(settle(yaml, { published })).rejects.toThrow('/topics/parcels/ is named twice');
  });

  test('says why it is gone', async () => {
    const files = await settle('[{ from: /topics/parcels/, gone: "Nobody & <none> sent any." }]', { published });
    expect(files.get('topics/parcels/index.html')).toContain('Nobody &#38; &#60;none&#62; sent any.');
  });
});

describe('a part of a list that is no more', () => {
  const part = `${DOCUMENT}links/3/`;
  const published = new Set([DOCUMENT, part, '/topics/parcels/', '/topics/parcels/timeline/1998/']);
  const redirects = `[{ from: /topics/parcels/, to: ${REVISION} }]`;

  test.each(['public', 'delegates'] as const)('leads to its list, in the %s edition', async (edition) => {
    const files = await settle(redirects, { edition, published });
    expect(files.get(`${part.slice(1)}index.html`)).toContain(`<a href="${DOCUMENT}">`);
    expect(files.get('_redirects')).toContain(`${part} ${DOCUMENT} 301\n`);
  });

  test('leads to where the page with its list went', async () => {
    const files = await settle(redirects, { published });
    expect(files.get('topics/parcels/timeline/1998/index.html')).toContain(`<a href="${REVISION}">`);
  });

  test('stops the build where nothing is known of that page', async () => {
    await expect(settle('[]', { published })).rejects.toThrow(
      /2 addresses .*\n {2}\/topics\/parcels\/\n {2}\/topics\/parcels\/timeline/,
    );
  });
});

describe('the public edition', () => {
  const gone = (more = '') => `[{ from: /topics/parcels/, gone: "A secret reason."${more} }]`;
  const edition = 'public';
  const published = new Set(['/topics/parcels/']);

  test('says nothing of an address that it never published', async () => {
    const files = await settle(`[{ from: /topics/parcels/, to: ${DOCUMENT} }]`, { edition });
    expect([...files.values()].join()).not.toContain('parcels');
  });

  test('is told why only where that is for it', async () => {
    const secret = await settle(gone(), { edition, published });
    expect(secret.get('topics/parcels/index.html')).toContain('This edition does not show it any longer.');
    expect([...secret.values()].join()).not.toContain('secret');
    const open = await settle(gone(', edition: public'), { edition, published });
    expect(open.get('topics/parcels/index.html')).toContain('A secret reason.');
  });

  test('does not name a page that it does not show', async () => {
    const files = await settle('[{ from: /topics/parcels/, to: /documents/st-15000-2019-init/ }]', {
      edition,
      published,
    });
    expect([...files.values()].join()).not.toContain('15000');
  });
});

describe('a redirect', () => {
  test.each([
    ['from a page', `[{ from: ${DOCUMENT}, to: / }]`, /redirects\.yaml:1:2 REDIRECT .* is a page of the archive/],
    ['to nothing', '[{ from: /a/, to: /b/ }]', /there is no page \/b\//],
    ['in a circle', '[{ from: /a/, to: /b/ }, { from: /b/, to: /a/ }]', /leads back to itself/],
  ])('%s is refused', async (_, yaml, message) => {
    await expect(settle(yaml)).rejects.toThrow(message);
  });

  test.each([
    ['both ways', '[{ from: /a/, to: /b/, gone: why }]', /either where it went/],
    ['neither', '[{ from: /a/ }]', /either where it went/],
    ['elsewhere', '[{ from: /a/, to: "https://elsewhere.example/" }]', /begins and ends with a slash/],
    ['an unknown key', '[{ from: /a/, too: /b/ }]', /to/],
    ['no list', 'from: /a/', /./],
    ['no YAML', '[{', /./],
  ])('%s is a problem with its place', async (_, yaml, message) => {
    const { problems } = await redirectsFrom(yaml);
    expect(problems[0]).toMatchObject({ file: 'addresses/redirects.yaml', line: expect.any(Number) });
    expect(`${problems[0]?.message} ${problems[0]?.fix}`).toMatch(message);
  });
});

describe('spellings of a number', () => {
  test.each([
    ['st-13944-2022-init', ['13944-22', '13944-2022', 'st-13944-22', 'st13944-22']],
    ['st-9710-1997-rev-1', ['9710-97-rev-1', '9710-1997-rev-1', '9710-1-97', '9710-1-97-rev-1']],
    ['st-9710-1997-rev-1-cor-2', ['9710-97-rev-1-cor-2', '9710-1997-rev-1-cor-2', '9710-1-97-rev-1-cor-2']],
    ['ds-1321-2015-init', ['ds-1321-15', 'ds1321-15', 'ds-1321-2015']],
  ])('%s', (slug, names) => expect(spellingsOf(slug)).toEqual(expect.arrayContaining(names)));

  const part = fc.tuple(fc.constantFrom('REV', 'ADD', 'COR', 'EXT'), fc.integer({ min: 1, max: 30 }));
  const council = fc
    .record({
      series: fc.constantFrom('ST', 'CM', 'DS', 'SN', 'PE-CONS'),
      number: fc.integer({ min: 100, max: 99_999 }),
      year: fc.integer({ min: 1950, max: 2049 }),
      parts: fc.uniqueArray(part, { maxLength: 2, selector: ([word]) => word }),
    })
    .map(({ series, number, year, parts }) => {
      const suffix = parts.map(([word, n]) => `${word}-${n}`).join('-') || 'INIT';
      return `${series}-${number}-${year}-${suffix}`.toLowerCase();
    })
    .filter((slug) => parseReference(slug.toUpperCase())?.kind === 'council');

  test('each is read as the document, in either case', () => {
    fc.assert(
      fc.property(council, (slug) => {
        const reference = parseReference(slug.toUpperCase());
        for (const name of [slug, ...spellingsOf(slug)])
          for (const one of [name, name.toUpperCase()]) expect([one, readSpelling(one)]).toEqual([one, reference]);
      }),
    );
  });

  test.each(['', 'cash', '7.3', '2012-c-5-01', '13944', '13944-222', 'ab-13944-22', '1-22-333-44'])(
    '%s is none',
    (name) => expect(readSpelling(name)).toBeNull(),
  );

  test('each leads to the document, one of two documents to none; none has a page', async () => {
    const files = await settle('[]', { pages: new Map([...pages, ['/documents/st-14002-2019-rev-1-cor-1/', 'x']]) });
    const rules = files.get('_redirects');
    expect(rules).toContain(`/documents/14001-19/ ${DOCUMENT} 301\n`);
    expect(rules).toContain(`/documents/14002-1-19/ ${REVISION} 301\n`);
    expect(rules).toContain(`/documents/ST-14001-2019-INIT/ ${DOCUMENT} 301\n`);
    expect(rules).not.toContain(`/documents/st-14001-2019-init/ /`);
    expect([...files.keys()]).toEqual(['_redirects', 'redirects/nginx.conf', 'redirects/Caddyfile']);
  });

  test('those of a document that moved still lead to it', async () => {
    const files = await settle(`[{ from: /documents/st-14009-2019-init/, to: ${DOCUMENT} }]`);
    expect(files.get('_redirects')).toContain(`/documents/14009-19/ ${DOCUMENT} 301\n`);
  });
});

describe('rules for hosts', () => {
  test('begin with what editors wrote, and end with the patterns of retired files', async () => {
    const files = await settle(`[{ from: /topics/parcels/, to: ${DOCUMENT} }]`);
    const lines = files.get('_redirects')?.trim().split('\n') ?? [];
    expect(lines[0]).toBe(`/topics/parcels/ ${DOCUMENT} 301`);
    expect(lines.slice(-7)).toEqual([
      '/:collection/:id/cite.bib /:collection/:id/#cite 301',
      '/:collection/:id/cite.ris /:collection/:id/#cite 301',
      '/:collection/:id/cite.json /:collection/:id/#cite 301',
      '/:collection/:id/timeline.csv /:collection/:id/#timeline 301',
      '/:collection/:id/timeline.ics /:collection/:id/#timeline 301',
      '/:collection/:id/timeline.svg /:collection/:id/#timeline 301',
      '/documents/:id/book.epub /documents/:id/#cite 301',
    ]);
    // Hosts take a line with a placeholder as one of the few that they reckon with at each request.
    expect(lines.slice(0, -7).filter((line) => /[:*]/.test(line))).toEqual([]);
  });

  test('are listed for whoever keeps a host', () => {
    const guide = readFileSync(new URL('../../../docs/hosting/README.md', import.meta.url), 'utf8');
    for (const { files, place } of RETIRED)
      for (const file of files) expect(guide).toMatch(new RegExp(`\`[^\`]*/${file}\`.*#${place}`));
    for (const path of Object.keys(RULE_FILES)) expect(guide).toContain(`\`${path}\``);
  });

  test.each([
    ['/topics/cash/cite.json', '/topics/cash/#cite'],
    ['/documents/st-14001-2019-init/book.epub', `${DOCUMENT}#cite`],
    ['/action-plans/ccwp-9/book.epub', null],
    ['/timeline/archive.csv', null],
    ['/topics/cash/', null],
  ])('%s leads to %s', (address, to) => expect(redirectOfRetired(address)).toBe(to));
});

test('the list of published addresses reads back, sorted and once', async () => {
  const content = await writeArchive();
  expect(await readLock(content, 'public')).toEqual(new Set());
  writeLock(content, 'public', ['/b/', '/a/', '/b/']);
  expect([...(await readLock(content, 'public'))]).toEqual(['/a/', '/b/']);
});

test('a list of published addresses that lost something is refused wherever it was cut; an older one is read', async () => {
  const content = await writeArchive();
  const file = join(content, 'addresses/public.lock');
  writeLock(content, 'public', ['/a/', '/b/', '/c/']);
  const whole = await readFile(file, 'utf8');
  for (let size = 1; size < whole.length - 1; size++) {
    await writeFile(file, whole.slice(0, size));
    await expect(readLock(content, 'public'), `${size} bytes`).rejects.toThrow(
      /public\.lock is damaged.*npm run record/,
    );
  }
  await writeFile(file, whole.replace('/b/\n', ''));
  await expect(readLock(content, 'public')).rejects.toThrow('it should have 3 addresses, and has 2');
  await writeFile(file, whole.replace(/# \d.*\n/, ''));
  expect((await readLock(content, 'public')).size).toBe(3);
});
