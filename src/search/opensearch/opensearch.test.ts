import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installFileFetch } from '../../../tests/support/search/file-fetch.ts';
import { FakeServer } from '../../../tests/support/search/opensearch/server.ts';
import { openEngine } from '../../../tests/support/search/site.ts';
import { parseReference } from '../../archive/reference/index.ts';
import type { EditionFiles } from '../../edition/seal/open.ts';
import { filesBelow } from '../../lib/files.ts';
import { buildIndex } from '../build-index.ts';
import type { Engine } from '../engine.ts';
import { dayKey, numberKey, referenceKey, titleKey } from '../entry.ts';
import type { EntryRecord } from '../entry-list.ts';
import type { Request } from '../protocol.ts';
import { askServer } from './ask.ts';
import { ServerEngine } from './engine.ts';
import { exportOpenSearch } from './export.ts';
import type { ServerRecord } from './record.ts';
import { searchServer } from './server.ts';

const HIDDEN = 'geheim';

function document(id: string, label: string, title: string, day: string, topic?: string): EntryRecord {
  const reference = parseReference(id);
  if (reference?.kind !== 'council') throw new Error(id);
  return {
    address: `/documents/${id.toLowerCase()}/`,
    kind: 'Document',
    label,
    title,
    date: day,
    day,
    reference: id,
    access: 'Open',
    filters: { kind: ['Document'], year: [day.slice(0, 4)], access: ['Open'], ...(topic ? { topic: [topic] } : {}) },
    keys: [referenceKey(reference), numberKey(reference.number), titleKey(title), dayKey(day)],
    names: [],
    aliases: [`ST ${label}`],
  };
}

const entry = (
  address: string,
  kind: EntryRecord['kind'],
  label: string,
  title: string,
  more: Partial<EntryRecord>,
) => ({
  ...{ address, kind, label, title, filters: { kind: [kind] }, keys: [], names: [], aliases: [] },
  ...more,
});

/** An invented archive of ferries. */
const entries: EntryRecord[] = [
  document('ST-5101-2009-INIT', '5101/09', 'Ferries at night', '2009-05-06', 'Ferries'),
  document('ST-5101-2009-REV-1', '5101/1/09 REV 1', 'Ferries at night, revised', '2009-06-07', 'Ferries'),
  document('ST-6202-2014-INIT', '6202/14', 'Harbour programmes', '2014-02-03'),
  document('ST-7303-2020-INIT', '7303/20', 'Organisation of tugs', '2020-09-10', 'Tugs'),
  entry('/actions/31.5/', 'Action', 'Action 31.5', 'Rope inspection', {
    reference: 'action 31.5',
    keys: ['r:action 31.5', titleKey('Rope inspection')],
  }),
  entry('/glossary/#term-fcu', 'Term', 'FCU', 'Ferry Control Unit', {
    names: ['FCU', 'Ferry Control Unit'],
    body: 'FCU. Ferry Control Unit. A unit that counts ferries.',
  }),
];

const PAGES: Record<string, string> = {
  '/documents/st-5101-2009-init/': `<h1>Ferries at night</h1><h2 id="s-1">1. Departures</h2><p>Ferries leave in the dark.</p>
    <h2 id="s-2">2. Counting</h2><p>The FCU counts the lanterns at every quay; see 6202/14. ${'Waves follow. '.repeat(40)}</p>`,
  '/documents/st-5101-2009-rev-1/': '<h1>Ferries at night, revised</h1><p>Ferries leave later in this version.</p>',
  '/documents/st-6202-2014-init/':
    '<h1>Harbour programmes</h1><p>Élan and a joint rope exercise; nothing of ferries.</p>',
  '/documents/st-7303-2020-init/':
    '<h1>Organisation of tugs</h1><p>Organisations that own tugs. The Ferry Control Unit has a tug.</p>',
  '/actions/31.5/': `<h1>Rope inspection</h1><p>Its lead is the rope guild, its co-operation is cross-border.</p><p hidden>${HIDDEN}</p>`,
  '/guide/start/': '<h1>Where to start</h1><p>A page that is no entry: ferries are explained.</p>',
  '/glossary/': '<h1>Glossary</h1><p>FCU Ferry Control Unit. A unit that counts ferries.</p>',
};

let dist: string;
let out: string;
let own: Engine;
let server: FakeServer;
let byServer: ServerEngine;
let endpoint: string;

beforeAll(async () => {
  installFileFetch();
  dist = await mkdtemp(join(tmpdir(), 'enfocustom-ferries-'));
  out = await mkdtemp(join(tmpdir(), 'enfocustom-export-'));
  for (const [address, html] of Object.entries(PAGES)) {
    const file = join(dist, address, 'index.html');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(
      file,
      `<!doctype html><html lang="en"><head><title>${HIDDEN}</title></head><body><nav>${HIDDEN}</nav><main data-pagefind-body>${html}</main></body></html>`,
    );
  }
  await writeFile(join(dist, 'outside.html'), `<!doctype html><html lang="en"><body><p>${HIDDEN}</p></body></html>`);
  await mkdir(join(dist, 'search'));
  await writeFile(join(dist, 'search', 'entries.json'), JSON.stringify(entries));
  await buildIndex(dist);
  own = openEngine(dist);
  await exportOpenSearch(await open(), out, { edition: 'public' });
  server = new FakeServer();
  const origin = await server.start();
  await load(origin, out);
  endpoint = searchServer(origin, 'public')?.endpoint ?? '';
  byServer = new ServerEngine(askServer(endpoint));
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(dist, { recursive: true });
  await rm(out, { recursive: true });
});

async function open(): Promise<EditionFiles> {
  return { names: filesBelow(dist), read: (name) => readFile(join(dist, name), 'utf8') };
}

/** As the handbook for operators tells it. */
async function load(origin: string, folder: string): Promise<void> {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const send = async (method: string, path: string, body: string, type = 'application/json') => {
    const response = await fetch(origin + path, { method, body, headers: { 'Content-Type': type } });
    const said = (await response.json()) as { errors?: boolean };
    expect({ status: response.status, said }).toMatchObject({ status: 200 });
    expect(said.errors ?? false).toBe(false);
  };
  const name = (await text('name.txt')).trim();
  await send('PUT', `/${name}`, await text('index.json'));
  for (const file of (await readdir(folder)).filter((one) => one.startsWith('bulk-')).sort())
    await send('POST', `/${name}/_bulk`, await text(file), 'application/x-ndjson');
  await send('POST', '/_aliases', await text('aliases.json'));
}

const request = (text: string, more: Partial<Request> = {}): Request => ({
  ...{ text, filters: {}, sort: 'relevance', from: 0, to: 10 },
  ...more,
});
const search = (text: string, more: Partial<Request> = {}) => byServer.search(request(text, more));

async function recordsIn(folder: string): Promise<ServerRecord[]> {
  const lines: string[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.startsWith('bulk-')).sort()) {
    const bytes = await readFile(join(folder, name));
    lines.push(...(name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n'));
  }
  return lines.filter((_, index) => index % 2 === 1).map((line) => JSON.parse(line) as ServerRecord);
}

describe('the server and the browser answer alike', () => {
  it.each([
    '5101/09',
    'ST 5101/09',
    'st-5101-2009-rev-1',
    '5101/09 ADD 1',
    '9999/09',
    'what became of 6202/14?',
    '31.5',
    'who leads action 31.5',
    'ferries at night',
    '6202',
    'what does FCU mean?',
    'ferry control unit',
    'FCU',
    'tug organizations',
    'elan',
    'harbor program',
    'rope co-operation',
    'cooperation across borders',
    'counting',
    '"joint rope exercise" ferries',
    '"exercise rope joint"',
    'rope prekursors',
    'harbuor',
    'nothing-like-this',
    'where to start',
    '',
    '???',
    '👩‍🚀',
    'x'.repeat(2_000),
  ])('%s', async (text) => {
    const [a, b] = [await own.search(request(text)), await search(text)];
    const direct = (answer: typeof a) => answer.direct.map(({ row, why }) => [why, row.address]);
    expect(direct(b)).toEqual(direct(a));
    expect(b.direct.map(({ segments }) => segments?.length ?? 0)).toEqual(
      a.direct.map(({ segments }) => segments?.length ?? 0),
    );
    expect(b.results[0]?.row.address).toBe(a.results[0]?.row.address);
    expect(new Set(b.results.map(({ row }) => row.address))).toEqual(new Set(a.results.map(({ row }) => row.address)));
    expect([b.total, b.complete]).toEqual([a.total, a.complete]);
    expect(b.remarks).toEqual(a.remarks);
    expect(b.marks).toEqual(a.marks);
    expect(await byServer.counts(request(text))).toEqual(await own.counts(request(text)));
  });

  it('under filters, and counts what each value would give', async () => {
    for (const filters of [
      { kind: ['Action', 'Term'] },
      { year: ['2009-2014'] },
      { year: ['2015-'], topic: ['Tugs'] },
    ]) {
      const asked = request('ferries tugs rope', { filters });
      const addresses = ({ direct, results }: Awaited<ReturnType<typeof search>>) =>
        [...direct, ...results].map(({ row }) => row.address).sort();
      expect(addresses(await byServer.search(asked))).toEqual(addresses(await own.search(asked)));
      expect(await byServer.counts(asked)).toEqual(await own.counts(asked));
    }
    const named = request('ferries at night', { filters: { year: ['2020'] } });
    expect((await byServer.search(named)).direct).toEqual([]);
  });

  it('by date', async () => {
    const days = (await search('ferries tugs', { sort: 'date', filters: { kind: ['Document'] } })).results.map(
      ({ row }) => row.date,
    );
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual([...days].sort().reverse());
  });
});

describe('an answer of the server', () => {
  it('pages', async () => {
    const all = (await search('ferries')).results.map(({ row }) => row.address);
    const parts = [await search('ferries', { to: 2 }), await search('ferries', { from: 2, to: 4 })];
    expect(parts.flatMap(({ results }) => results.map(({ row }) => row.address))).toEqual(all.slice(0, 4));
  });

  it('cuts the passage out itself, as text, with the sections that match', async () => {
    const [first] = (await search('lanterns quay')).results;
    expect(first?.segments.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['lanterns', 'quay;']);
    expect(first?.sections).toEqual([{ anchor: 's-2', title: '2. Counting', matched: 2 }]);
  });

  it('completes the last word while it is being typed, and only then', async () => {
    const { results } = await search('lant', { typing: true });
    expect(results[0]?.segments.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['lanterns']);
    expect((await search('lant')).total).toBe(0);
  });

  it('tells what is named before the texts are searched', async () => {
    const early: string[] = [];
    await byServer.search(request('5101/09'), ({ direct }) => early.push(...direct.map(({ row }) => row.label)));
    expect(early).toEqual(['5101/09']);
  });

  it('asks once for a reference that is unknown', async () => {
    const before = server.asked.length;
    await search('8888/11');
    expect(server.asked.length - before).toBe(1);
  });

  it('says in words that the server fails', async () => {
    server.fails = 503;
    await expect(search('quays')).rejects.toThrow('The search server could not answer (status 503).');
    server.fails = null;
    await expect(askServer(endpoint.replace('_search', '_nothing'))({})).rejects.toThrow(/status 405/);
  });
});

describe('an export', () => {
  it('holds what a reader of the edition sees, and nothing else', async () => {
    const records = await recordsIn(out);
    expect(records.map(({ address }) => address).sort()).toEqual(
      [...entries.map(({ address }) => address), '/guide/start/'].sort(),
    );
    for (const name of await readdir(out)) expect(await readFile(join(out, name), 'utf8')).not.toContain(HIDDEN);
  });

  it('has the same bytes each time, in files of bounded size, compressed or not', async () => {
    const folders = await Promise.all(['a', 'b', 'c'].map((name) => mkdtemp(join(tmpdir(), `enfocustom-${name}-`))));
    const [a = '', b = '', c = ''] = folders;
    const report = await exportOpenSearch(await open(), a, { edition: 'public', fileSize: 1_500 });
    await exportOpenSearch(await open(), b, { edition: 'public', fileSize: 1_500 });
    const zipped = await exportOpenSearch(await open(), c, { edition: 'public', gzip: true });
    expect(report.files).toBeGreaterThan(1);
    expect(zipped.index).toBe(report.index);
    for (const name of await readdir(a)) {
      const bytes = await readFile(join(a, name));
      expect(await readFile(join(b, name)), name).toEqual(bytes);
      const records = bytes.toString('utf8').split('\n').length / 2;
      if (name.startsWith('bulk-') && records > 2) expect(bytes.length).toBeLessThanOrEqual(1_500);
    }
    expect(await recordsIn(a)).toEqual(await recordsIn(out));
    expect(await recordsIn(c)).toEqual(await recordsIn(out));
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  it('names an index of other content otherwise, below the name that is asked', async () => {
    const files = await open();
    const other = await mkdtemp(join(tmpdir(), 'enfocustom-other-'));
    const changed = { ...files, read: async (name: string) => (await files.read(name)).replace('Waves', 'Gales') };
    const { index } = await exportOpenSearch(changed, other, { edition: 'public' });
    expect(index).toMatch(/^enfocustom-public-[0-9a-f]{12}$/);
    expect(`${index}\n`).not.toBe(await readFile(join(out, 'name.txt'), 'utf8'));
    await rm(other, { recursive: true });
  });
});
