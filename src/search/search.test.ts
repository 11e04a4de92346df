import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installFileFetch, type Traffic } from '../../tests/support/search/file-fetch.ts';
import { ask, openEngine, writeSite } from '../../tests/support/search/site.ts';
import { parseReference } from '../archive/reference/index.ts';
import { buildIndex } from './build-index.ts';
import { dayKey, numberKey, referenceKey, titleKey } from './entry.ts';
import type { EntryRecord } from './entry-list.ts';

/** A small invented archive: four documents, an action, a meeting and two terms. */
function document(label: string, id: string, title: string, day: string, filters = {}): EntryRecord {
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
    filters: { kind: ['Document'], year: [day.slice(0, 4)], access: ['Open'], ...filters },
    keys: [referenceKey(reference), numberKey(reference.number), titleKey(title), dayKey(day)],
    names: [],
    aliases: [`ST ${label}`],
  };
}
const action: EntryRecord = {
  address: '/actions/21.4/',
  kind: 'Action',
  label: 'Action 21.4',
  title: 'Lantern smuggling',
  reference: 'action 21.4',
  filters: { kind: ['Action'] },
  keys: ['r:action 21.4', titleKey('Lantern smuggling')],
  names: [],
  aliases: [],
};
const term = (label: string, title: string, names: string[], body: string): EntryRecord => ({
  address: `/glossary/#term-${label.toLowerCase()}`,
  kind: 'Term',
  label,
  title,
  filters: { kind: ['Term'] },
  keys: [],
  names,
  aliases: [],
  body,
});
const keyFor = (text: string) => {
  const reference = parseReference(text);
  if (!reference) throw new Error(text);
  return referenceKey(reference);
};
const act: EntryRecord = {
  address: '/acts/lanterns/',
  kind: 'Act',
  label: '2008/C 15/01',
  title: 'Resolution on lanterns',
  reference: keyFor('2008/C 15/01').slice(2),
  filters: { kind: ['Act'] },
  keys: ['2008/C 15/01', 'OJ C 15, 17.1.2008, p. 1', 'OJ C 15, 17.1.2008', 'CELEX:32008G0117'].map(keyFor),
  names: [],
  aliases: [],
};
/** Its acronym is known to the glossary only. */
const unit: EntryRecord = {
  address: '/organisations/unit/',
  kind: 'Organisation',
  label: 'Lantern Control Unit of the Member States',
  title: 'Lantern Control Unit of the Member States',
  filters: { kind: ['Organisation'] },
  keys: [],
  names: ['Lantern Control Unit of the Member States', 'Lantern Control Unit'],
  aliases: [],
};
/** A thing and the term that is another name of it. */
const guild: EntryRecord = {
  address: '/organisations/guild/',
  kind: 'Organisation',
  label: 'Guild of Mirrors',
  title: 'Guild of Mirrors',
  filters: { kind: ['Organisation'] },
  keys: [],
  names: ['Guild of Mirrors', 'GOM'],
  aliases: [],
};
const entries: EntryRecord[] = [
  act,
  unit,
  document('4711/08', 'ST-4711-2008-INIT', 'Lanterns in transit', '2008-03-05', { topic: ['Lanterns'] }),
  document('4711/1/08 REV 1', 'ST-4711-2008-REV-1', 'Lanterns in transit, revised', '2008-04-05', {
    topic: ['Lanterns'],
  }),
  document('8822/13', 'ST-8822-2013-INIT', 'Candle precursors', '2013-06-07'),
  document('9933/19', 'ST-9933-2019-INIT', 'Mirror organisations', '2019-01-02'),
  action,
  term(
    'LCU',
    'Lantern Control Unit',
    ['LCU', 'Lantern Control Unit'],
    'LCU. Lantern Control Unit. A unit that looks at lanterns.',
  ),
  guild,
  {
    ...term('GOM', 'Guild of Mirrors', ['GOM'], 'GOM. Guild of Mirrors. Those who polish for others.'),
    of: guild.address,
  },
];
const TEXTS: Record<string, string[]> = {
  '/documents/st-4711-2008-init/': ['Lanterns travel far. The LCU counts them at every border; see 8822/13.'],
  '/documents/st-4711-2008-rev-1/': ['Lanterns travel further in this version, and nobody counts.'],
  '/documents/st-8822-2013-init/': ['Candle precursors are wax and wick. A joint mirror exercise is planned.'],
  '/documents/st-9933-2019-init/': ['Organisations that make mirrors. The Lantern Control Unit has a mirror too.'],
  '/actions/21.4/': [
    'The action looks for lanterns, in its phase 7. Its lead is the mirror guild, and its co-operation is cross-border.',
  ],
};
const site = () =>
  writeSite(
    Object.entries(TEXTS).map(([address, paragraphs]) => ({
      address,
      title: entries.find((entry) => entry.address === address)?.title ?? address,
      paragraphs,
    })),
    entries,
  );

let traffic: Traffic;
let dist: string;
let found: (text: string) => Promise<string[]>;
beforeAll(async () => {
  traffic = installFileFetch();
  dist = await site();
  await buildIndex(dist);
  const engine = openEngine(dist);
  found = (text) => ask(engine, text);
}, 60_000);
afterAll(() => rm(dist, { recursive: true, force: true }));

const search = (text: string, more = {}) =>
  openEngine(dist).search({ text, filters: {}, sort: 'relevance', from: 0, to: 10, ...more });

describe('a search', () => {
  it.each([
    ['4711/08', '/documents/st-4711-2008-init/'],
    ['ST 4711/08', '/documents/st-4711-2008-init/'],
    ['st-4711-2008-rev-1', '/documents/st-4711-2008-rev-1/'],
    ['what became of 8822/13?', '/documents/st-8822-2013-init/'],
    ['21.4', '/actions/21.4/'],
    ['who leads action 21.4', '/actions/21.4/'],
    ['lanterns in transit', '/documents/st-4711-2008-init/'],
    ['5 March 2008', '/documents/st-4711-2008-init/'],
    ['8822', '/documents/st-8822-2013-init/'],
    ['ST 8822', '/documents/st-8822-2013-init/'],
    ['lanterncontrol unit', '/organisations/unit/'],
    ['lanterns vii', '/actions/21.4/'],
    ['what does LCU mean?', '/glossary/#term-lcu'],
    ['lantern control unit', '/organisations/unit/'],
    ['mirror organizations', '/documents/st-9933-2019-init/'],
    ['wick and wax', '/documents/st-8822-2013-init/'],
    ['cooperation across borders', '/actions/21.4/'],
    ['"counts them at every border"', '/documents/st-4711-2008-init/'],
  ])('%s leads to %s', async (text, address) => expect((await found(text))[0]).toBe(address));

  it.each(['2008/C 15/01', 'OJ C 15, 17.1.2008, p. 1', 'OJ C 15 of 17.1.2008', 'CELEX 32008G0117'])(
    'knows an act by each of its references: %s',
    async (text) => {
      const { direct, remarks } = await search(text);
      expect(direct.map(({ why, row }) => [why, row.address])).toEqual([['reference', act.address]]);
      expect(remarks.unknown).toEqual([]);
    },
  );

  it('finds a body by an acronym that only the glossary has', async () => {
    const { direct } = await search('LCU');
    expect(direct.map(({ row }) => row.address)).toEqual(['/glossary/#term-lcu', unit.address]);
  });

  it('shows a thing and its term as one, with what the glossary says', async () => {
    const { direct } = await search('guild of mirrors');
    expect(direct.map(({ row, meaning }) => [row.address, meaning])).toEqual([
      [guild.address, 'Those who polish for others.'],
    ]);
    expect((await search('what does GOM mean?')).direct.map(({ row }) => row.address)).toEqual(['/glossary/#term-gom']);
  });

  it('suggests numbers and names, and says what was typed in full', async () => {
    const suggested = async (text: string) =>
      (await openEngine(dist).suggest(text)).map(({ row, exact }) => [row.address, exact]);
    expect(await suggested('47')).toEqual([
      ['/documents/st-4711-2008-init/', false],
      ['/documents/st-4711-2008-rev-1/', false],
    ]);
    expect(await suggested('8822/13')).toEqual([['/documents/st-8822-2013-init/', true]]);
    expect(await suggested('action 21.4')).toEqual([['/actions/21.4/', true]]);
    expect((await suggested('guild'))[0]).toEqual([guild.address, false]);
    expect(await suggested('zz')).toEqual([]);
  });

  it('does not take a number for that of another series', async () => {
    expect((await search('DS 8822')).direct).toEqual([]);
  });

  it('misses no word that was read as part of a reference or a name', async () => {
    const { direct, remarks } = await search('action 21/4');
    expect(direct.map(({ row }) => row.label)).toEqual(['Action 21.4']);
    expect(remarks.missing).toEqual([]);
    expect((await search('lanterncontrolunit')).remarks.missing).toEqual([]);
  });

  it('finds texts by the other form of a name they use', async () => {
    expect(await found('LCU')).toContain('/documents/st-9933-2019-init/');
    expect(await found('lantern control unit')).toContain('/documents/st-4711-2008-init/');
  });

  it('says that a reference is unknown, and offers no look-alike', async () => {
    const before = traffic.requests;
    const { direct, results, remarks } = await search('4712/08');
    // The manifest and one file of keys: the texts are not even opened.
    expect(traffic.requests - before).toBe(2);
    expect([direct, results]).toEqual([[], []]);
    expect(remarks.unknown).toEqual([
      { label: '4712/08', url: expect.stringContaining('ST-4712-2008-INIT'), place: 'the Council’s register' },
    ]);
  });

  it('shows other versions of a document that is not there, and says so', async () => {
    const { direct, remarks } = await search('8822/13 ADD 1');
    expect(direct.map(({ why, row }) => [why, row.label])).toEqual([['same-number', '8822/13']]);
    expect(remarks.unknown.map(({ label }) => label)).toEqual(['8822/13 ADD 1']);
  });

  it('searches for the near spelling of a word that no page has, and says so', async () => {
    const { remarks, direct } = await search('candle prekursors');
    expect(remarks).toMatchObject({ missing: [], instead: 'candle precursors' });
    expect(direct[0]?.row.label).toBe('8822/13');
  });

  it('searches for nothing but what was typed when asked to, and names the words that no page has', async () => {
    const { remarks, results } = await search('candle prekursors', { exact: true });
    expect(remarks).toMatchObject({ missing: [{ word: 'prekursors', near: 'precursors' }], instead: null });
    expect(results[0]?.row.label).toBe('8822/13');
  });

  it.each(['waxx', 'lantrens', 'lanern', 'mirorr'])('%s is a slip', async (text) => {
    expect((await search(text)).total).toBeGreaterThan(0);
  });

  it.each(['want', 'wait', 'mirage'])('%s is a word of its own, and no slip', async (text) => {
    expect(await search(text)).toMatchObject({ total: 0, remarks: { instead: null } });
  });

  it('understands words of other languages that no page has', async () => {
    const { remarks, results } = await search('Zusammenarbeit an der Grenze');
    expect(remarks.instead).toBe('cooperation border');
    expect(results[0]?.row.address).toBe('/actions/21.4/');
  });

  it('leaves out pages with a word', async () => {
    const labels = async (text: string) => (await search(text)).results.map(({ row }) => row.label);
    expect(await labels('mirror')).toContain('8822/13');
    expect(await labels('mirror -wax')).not.toContain('8822/13');
    expect(await labels('mirror NOT wax')).not.toContain('8822/13');
  });

  it('lists what is dated in a time, and the kind that is asked for', async () => {
    const found = async (text: string) => (await search(text)).results.map(({ row }) => row.label);
    expect(await found('march 2008')).toEqual(['4711/08']);
    expect(await found('2008')).toEqual(['4711/08', '4711/1/08 REV 1']);
    expect(await found('2008-2013')).toEqual(['4711/08', '4711/1/08 REV 1', '8822/13']);
    expect(await found('all documents')).toEqual(['9933/19', '8822/13', '4711/1/08 REV 1', '4711/08']);
    expect(await found('latest documents of 2008')).toEqual(['4711/1/08 REV 1', '4711/08']);
    expect((await search('march 2008')).remarks.period).toEqual({ from: '2008-03-01', to: '2008-03-31' });
  });

  it('finds nothing for a word that only begins like one of the index', async () => {
    expect((await search('lanternology')).total).toBe(0);
  });

  it('completes the last word while it is being typed, and only then', async () => {
    expect((await search('precur', { typing: true })).results[0]?.row.label).toBe('8822/13');
    expect((await search('precur', { exact: true })).total).toBe(0);
  });

  it('keeps phrases to pages that have them', async () => {
    expect((await search('"joint mirror exercise" lanterns')).results.map(({ row }) => row.label)).toEqual(['8822/13']);
    expect((await search('"mirror joint exercise"')).total).toBe(0);
  });

  it('narrows down by filters, direct hits included', async () => {
    const kinds = async (filters: object) => {
      const { direct, results } = await search('lanterns in transit', { filters });
      return [...direct, ...results].map(({ row }) => row.kind);
    };
    expect(new Set(await kinds({ kind: ['Action', 'Term'] }))).toEqual(new Set(['Action', 'Term']));
    expect(await kinds({ year: ['2013'] })).toEqual([]);
  });

  it('sorts by date', async () => {
    const { results } = await search('mirror lanterns wax', { sort: 'date', filters: { kind: ['Document'] } });
    const days = results.map(({ row }) => row.date);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('tells what is named before the texts are searched', async () => {
    const early: string[] = [];
    await openEngine(dist).search({ text: '4711/08', filters: {}, sort: 'relevance', from: 0, to: 5 }, ({ direct }) =>
      early.push(...direct.map(({ row }) => row.label)),
    );
    expect(early).toEqual(['4711/08']);
  });

  it.each([
    '',
    '???',
    '\u0000\u202e',
    '<script>alert(1)</script>',
    '👩‍🚀',
    'عربي',
    'x'.repeat(10_000),
    '"'.repeat(999),
  ])('survives %j', async (text) => {
    const { results } = await search(text);
    expect(Array.isArray(results)).toBe(true);
  });
});

describe('the index', () => {
  it('is the same, byte for byte, for the same pages, and holds nothing of an older build', async () => {
    const first = await digest(dist);
    await writeFile(join(dist, 'pagefind', 'old.json'), 'old');
    await mkdir(join(dist, 'search', 'index', 'old'));
    await buildIndex(dist);
    expect(await digest(dist)).toEqual(first);
  }, 60_000);

  it('answers alike in one piece and in several', async () => {
    const other = await site();
    const { shards } = await buildIndex(other, { shardSize: 500 });
    expect(shards).toBeGreaterThan(1);
    const engine = openEngine(other);
    for (const text of ['4711/08', 'lanterns', 'candle precursors', '"joint mirror exercise"', 'wax wick']) {
      expect(new Set(await ask(engine, text))).toEqual(new Set(await found(text)));
    }
    await rm(other, { recursive: true });
  }, 60_000);

  it('says so when a part of it is missing or cut short', async () => {
    const broken = await site();
    await buildIndex(broken);
    // Pagefind reports on the console what it goes on without.
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    const engine = () =>
      openEngine(broken).search({ text: 'lanterns', filters: {}, sort: 'relevance', from: 0, to: 5 });
    const chunk = join(broken, 'pagefind', 'index');
    for (const name of await readdir(chunk)) {
      const bytes = await readFile(join(chunk, name));
      await writeFile(join(chunk, name), bytes.subarray(0, bytes.length / 2));
    }
    await expect(engine()).rejects.toThrow(/search index/);
    await rm(chunk, { recursive: true });
    await expect(engine()).rejects.toThrow(/search index/);
    await rm(join(broken, 'search', 'index', 'manifest.json'));
    await expect(engine()).rejects.toThrow(/manifest\.json/);
    reported.mockRestore();
    await rm(broken, { recursive: true });
  }, 60_000);

  it('asks for Astro’s output first', async () => {
    await expect(buildIndex(join(dist, 'nothing-here'))).rejects.toThrow(/npm run build/);
  });
});

/** A digest of every file below the two folders of the index. */
async function digest(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const part of ['pagefind', 'search/index']) {
    for (const entry of await readdir(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      digests[join(entry.parentPath, entry.name).slice(folder.length)] = createHash('sha256')
        .update(bytes)
        .digest('hex');
    }
  }
  return digests;
}
