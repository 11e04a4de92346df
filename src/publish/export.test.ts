import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { Parser } from 'n3';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { exportContext } from '../../tests/support/export-context.ts';
import { makeAll } from '../../tests/support/made.ts';
import { writeArchive } from '../../tests/support/small-archive.ts';
import { DATA_FILES, LISTS, SCHEMA_FILES } from './data-files.ts';
import { exportPlan } from './files.ts';
import type { PlannedFile } from './plan.ts';
import { tables } from './tables.ts';
import { sitemapPlan } from './web.ts';

const SITE = 'https://archive.example';

const textsOf = async (plan: readonly PlannedFile[]) =>
  new Map([...(await makeAll(plan))].map(([path, bytes]) => [path, bytes.toString()]));

async function filesOf(root: string, site: string | null = SITE): Promise<ReadonlyMap<string, string>> {
  return textsOf(exportPlan(await exportContext(root, 'public', site)));
}

const root = await writeArchive();
const small = await filesOf(root);
const real = await filesOf(fileURLToPath(new URL('../../content', import.meta.url)));
const read = (path: string, files = small) => files.get(path) ?? expect.fail(`there is no ${path}`);
const rowsOf = (name: string, files = small) => parseCsv(read(`data/csv/${name}.csv`, files));

describe.each([
  ['an invented archive', small],
  ['the archive', real],
])('data of %s', (_, files) => {
  test('every entry obeys its schema', () => {
    const ajv = new Ajv2020({ allErrors: true });
    for (const word of ['x-collection', 'x-source']) ajv.addKeyword(word);
    const validators = new Map(
      SCHEMA_FILES.map(({ collection, path }) => [
        collection as string,
        ajv.compile(JSON.parse(read(path.slice(1), files))),
      ]),
    );
    const lines = read('data/archive.jsonl', files).trim().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const entry = JSON.parse(line);
      const validate = validators.get(entry.collection) ?? expect.fail(`no schema for ${entry.collection}`);
      expect(validate(entry) ? null : { entry: entry.address, errors: validate.errors }).toBeNull();
    }
  });

  test('lists of a collection hold its entries in the same form', () => {
    const lines = read('data/archive.jsonl', files)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const name of LISTS) {
      const own = lines.filter(({ collection }) => collection === name);
      expect(own.length).toBeGreaterThan(0);
      expect(JSON.parse(read(`data/${name}.json`, files))).toEqual(own);
    }
  });

  test('every link of the graph joins two of its nodes, and says of what kind it is', () => {
    const { nodes, edges } = JSON.parse(read('data/graph.json', files));
    const addresses = new Set(nodes.map(({ address }: { address: string }) => address));
    expect(addresses.size).toBe(nodes.length);
    expect(nodes.every((node: object) => 'kind' in node && 'title' in node)).toBe(true);
    expect(edges.length).toBeGreaterThan(5);
    for (const { from, to, kind } of edges) {
      expect([addresses.has(from), addresses.has(to), typeof kind], `${from} ${to}`).toEqual([true, true, 'string']);
    }
  });

  test('every cell obeys its field, every address is an entry', () => {
    const entries = new Set(rowsOf('entries', files).map(({ address }) => address));
    for (const { name, fields, addresses, primaryKey } of tables) {
      const rows = rowsOf(name, files);
      for (const row of rows) {
        for (const { name: column, type, constraints } of fields) {
          const cell = row[column] ?? expect.fail(`${name} has no ${column}`);
          if (constraints?.required) expect(cell).not.toBe('');
          if (cell && type === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/);
          if (cell && type === 'integer') expect(cell).toMatch(/^\d+$/);
        }
        for (const column of addresses) if (row[column]) expect(entries).toContain(row[column]);
      }
      if (primaryKey) expect(new Set(rows.map((row) => row[primaryKey])).size).toBe(rows.length);
    }
  });

  test('the Data Package tells size and hash of each table', () => {
    const { resources } = JSON.parse(read('data/csv/datapackage.json', files));
    expect(resources).toHaveLength(tables.length);
    for (const { path, bytes, hash } of resources) {
      const body = read(`data/csv/${path}`, files);
      expect({ bytes, hash }).toEqual({
        bytes: Buffer.byteLength(body),
        hash: `sha256:${createHash('sha256').update(body).digest('hex')}`,
      });
    }
  });

  test('the Data Package has no list without an item, which its profile forbids', () => {
    const empty: string[] = [];
    JSON.parse(read('data/csv/datapackage.json', files), (key, value) => {
      if (Array.isArray(value) && value.length === 0) empty.push(key);
      return value;
    });
    expect(empty).toEqual([]);
  });

  test('the Turtle holds every link', () => {
    const quads = new Parser().parse(read('data/graph.ttl', files));
    const links = new Set(rowsOf('links', files).map(({ from, to, kind }) => `${from} ${to} ${kind}`));
    const between = quads.filter(
      ({ object, predicate }) => object.value.startsWith(SITE) && !predicate.value.endsWith('#type'),
    );
    expect(between).toHaveLength(links.size);
    expect(() => new Parser().parse(read('data/dcat.ttl', files) + read('data/vocabulary.ttl', files))).not.toThrow();
  });

  test('XML is well formed', () => {
    const xml = [...files].filter(([path]) => /\.(xml|csl)$/.test(path));
    expect(xml.length).toBeGreaterThan(3);
    for (const [path, text] of xml) expect({ path, fault: xmlFault(text) }).toEqual({ path, fault: null });
  });

  test('the calendar keeps the form of RFC 5545', () => {
    const text = read('calendar.ics', files);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const count = (line: string) => lines.filter((other) => other.startsWith(line)).length;
    const events = count('BEGIN:VEVENT');
    expect(events).toBeGreaterThan(0);
    for (const line of ['END:VEVENT', 'UID:', 'DTSTAMP:', 'DTSTART;VALUE=DATE:', 'SUMMARY:'])
      expect(count(line)).toBe(events);
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(events);
  });
});

test('everything that the data page can list is written', () => {
  const listed = [...DATA_FILES, ...SCHEMA_FILES].map(({ path }) => path.slice(1));
  expect(listed.filter((path) => !small.has(path))).toEqual([]);
});

test('the same bytes each time, wherever the machine stands', async () => {
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    expect(await filesOf(root)).toEqual(small);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('nothing tells the day of the build', () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const [path, text] of real) {
    expect({ path, told: text.includes(today) || text.includes(today.replaceAll('-', '')) }).toEqual({
      path,
      told: false,
    });
  }
});

describe('an invented archive', () => {
  test('an entry lies beside its page, with its précis and links', () => {
    const entry = JSON.parse(read('documents/st-14001-2019-init/entry.json'));
    expect(entry).toMatchObject({ version: 1, id: 'ST-14001-2019-INIT', record: { pages: 4 } });
    expect(entry.precis).toContain('Small parcels are many');
    expect(entry.links).toContainEqual({ to: '/documents/st-15999-2019-init/', kind: 'cites', locator: '1-1' });
  });

  test('nothing leaves that no page shows', () => {
    expect(JSON.parse(read('documents/st-14002-2019-rev-1/entry.json')).precis).toBe('Letters weigh less.');
    expect([...small.values()].some((text) => text.includes('Ask the desk'))).toBe(false);
  });

  test('what is only cited is an entry of the tables', () => {
    expect(rowsOf('entries').find(({ id }) => id === 'ST-15999-2019-INIT')?.collection).toBe('cited-only');
  });

  test('no cell is a formula', () => {
    const title = rowsOf('documents').find(({ number }) => number === '14002/1/19 REV 1')?.title;
    expect(title).toBe("'=Report on letters");
  });

  test('feeds follow what they name', () => {
    const titles = (path: string) =>
      [...read(path).matchAll(/<title type="html"><!\[CDATA\[(.*?)\]\]>/g)].map(([, t]) => t);
    expect(titles('actions/9.1/feed.xml')).toEqual(['Action 9.1: Work begins']);
    expect(titles('working-parties/ccwp/feed.xml')).toEqual([
      'Action 9.1: Work begins',
      'Meeting of the CCWP, 3 May 2019',
      '14001/19: Parcels &#38; post: &#60;b&#62;first&#60;/b&#62; &#34;findings&#34;',
    ]);
    expect(titles('about/access/feed.xml')[0]).toMatch(/^14001\/19 is open to the public in part/);
    expect(titles('feed.xml')).toHaveLength(4);
  });

  test('the calendar has the meeting and the last day of the action', () => {
    const text = read('calendar.ics');
    expect(text).toContain('DTSTART;VALUE=DATE:20190503\r\nDTEND;VALUE=DATE:20190504');
    expect(text).toContain('DTSTART;VALUE=DATE:20191231');
  });

  test('without a site nothing has or needs an absolute address', async () => {
    const files = await filesOf(root, null);
    expect([...files.keys()].filter((path) => /feed\.xml|opensearch|sitemap/.test(path))).toEqual([]);
    expect(read('robots.txt', files)).toBe('User-agent: *\nDisallow:\n');
    expect(read('calendar.ics', files)).not.toContain('URL');
    expect(read('data/graph.ttl', files)).toContain('</documents/st-14001-2019-init/>');
  });
});

test('a large sitemap comes in parts', async () => {
  const addresses = Array.from({ length: 50_001 }, (_, n) => `/documents/${n}&/`);
  const files = await textsOf(sitemapPlan(SITE, addresses));
  expect([...files.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
  for (const text of files.values()) expect(xmlFault(text)).toBeNull();
  expect(files.get('sitemap-2.xml')).toContain('<loc>https://archive.example/documents/50000&#38;/</loc>');
});

function xmlFault(text: string): string | null {
  const parser = sax.parser(true);
  let fault: string | null = null;
  parser.onerror = (error: Error) => {
    fault ??= error.message;
    parser.resume();
  };
  parser.write(text).close();
  return fault;
}

/** A reader of RFC 4180 of its own: what it reads was written by a library. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text) ?? expect.fail('no cell');
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') rows.push([]);
  }
  const [header = [], ...body] = rows.slice(0, -1);
  for (const row of body) expect(row).toHaveLength(header.length);
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}
