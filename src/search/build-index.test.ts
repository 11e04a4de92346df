import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex, MEMORY } from './build-index.ts';
import type { EntryRecord } from './entry-list.ts';
import { type Page, writeSite } from './testing/site.ts';

/** A page of a small invented archive, which edits change. */
interface Paper {
  readonly number: number;
  readonly day: string | undefined;
  readonly text: string;
}

const SHARD_SIZE = 700;
const WORDS = 'candle lantern mirror wick wax guild border tunnel harbour ledger LCU ferry'.split(' ');
const textOf = (seed: number) => Array.from({ length: 40 }, (_, at) => WORDS[(seed * (at + 3) + at) % 12]).join(' ');
const address = (number: number) => `/documents/paper-${number}/`;

function entryOf({ number, day }: Paper): EntryRecord {
  const common = { kind: 'Document', label: `Paper ${number}`, title: `On ${WORDS[number % 12]} ${number}` } as const;
  const filters = { kind: ['Document'], ...(day ? { year: [day.slice(0, 4)] } : {}) };
  const dated = day ? { date: day, day } : {};
  return { address: address(number), ...common, ...dated, filters, keys: [`n:${number}`], names: [], aliases: [] };
}

const termFor = (title: string): EntryRecord => ({
  ...{ address: '/glossary/#term-lcu', kind: 'Term', label: 'LCU', title, filters: { kind: ['Term'] } },
  ...{ keys: [], names: ['LCU', title], aliases: [], body: `LCU. ${title}. It looks at lanterns.` },
});

interface Archive {
  readonly papers: ReadonlyMap<number, Paper>;
  /** What LCU stands for. */
  readonly name: string;
}

/** Writes an archive, in the order given: a file system keeps its own. */
function write({ papers, name }: Archive, backwards = false): Promise<string> {
  const list = [...papers.values()];
  const entries = [...list.map(entryOf), termFor(name)].sort((a, b) => (a.address < b.address ? -1 : 1));
  const pages = list.map((paper): Page => {
    return { address: address(paper.number), title: entryOf(paper).title, paragraphs: [paper.text] };
  });
  return writeSite(backwards ? pages.reverse() : pages, entries);
}

const first: Archive = {
  name: 'Lantern Control Unit',
  papers: new Map(
    Array.from({ length: 10 }, (_, number) => {
      const day = number === 3 ? undefined : `${1996 + 2 * (number % 5)}-0${1 + (number % 9)}-11`;
      return [number, { number, day, text: textOf(number) }];
    }),
  ),
};

const folders: string[] = [];
const kept = (folder: string) => {
  folders.push(folder);
  return folder;
};
const newFolder = async () => kept(await mkdtemp(join(tmpdir(), 'enfocustom-index-test-')));
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Every file of an index by its path, as text that a difference can be read in. */
async function filesOf(folder: string, parts = ['pagefind', 'search/index']): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const part of parts) {
    for (const item of await readdir(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (!item.isFile()) continue;
      const file = join(item.parentPath, item.name);
      files[file.slice(folder.length)] = (await readFile(file)).toString('latin1');
    }
  }
  return files;
}

async function cleanBuild(archive: Archive): Promise<Record<string, string>> {
  const dist = kept(await write(archive, true));
  await buildIndex(dist, { shardSize: SHARD_SIZE, processes: 3 });
  return filesOf(dist);
}

const number = fc.integer({ min: 0, max: 11 });
const day = fc.option(
  fc.integer({ min: 1990, max: 2024 }).map((year) => `${year}-05-06`),
  { nil: undefined },
);
type Edit = (archive: Archive) => Archive;
const change = (papers: Archive['papers'], at: number, paper: Partial<Paper>) => {
  const known = papers.get(at) ?? { number: at, day: '2020-01-01', text: textOf(at) };
  return new Map(papers).set(at, { ...known, ...paper });
};
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(number, fc.nat(99)).map(([at, seed]): Edit => {
    return (archive) => ({ ...archive, papers: change(archive.papers, at, { text: textOf(seed) }) });
  }),
  fc.tuple(number, day).map(([at, to]): Edit => {
    return (archive) => ({ ...archive, papers: change(archive.papers, at, { day: to }) });
  }),
  number.map((at): Edit => {
    return (archive) => ({ ...archive, papers: new Map([...archive.papers].filter(([known]) => known !== at)) });
  }),
  fc.constantFrom('Lantern Control Unit', 'Ledger Control Unit').map(
    (name): Edit =>
      (archive) => ({ ...archive, name }),
  ),
);

describe('an index made with the shards of the last build', () => {
  it('is what a clean build makes, whatever was edited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const cache = await newFolder();
        await buildIndex(kept(await write(first)), { cache, shardSize: SHARD_SIZE });
        const edited = edits.reduce((archive, one) => one(archive), first);
        const dist = kept(await write(edited));
        await buildIndex(dist, { cache, shardSize: SHARD_SIZE, processes: 1 });
        expect(await filesOf(dist)).toEqual(await cleanBuild(edited));
      }),
      { numRuns: 4, seed: 8 },
    );
  }, 300_000);
});

describe('the shards of the last build', () => {
  let cache: string;
  let shards: number;
  let before: string[];
  beforeAll(async () => {
    cache = await newFolder();
    const report = await buildIndex(kept(await write(first)), { cache, shardSize: SHARD_SIZE });
    shards = report.shards;
    expect([report.built, shards > 3]).toEqual([shards, true]);
    before = await readdir(cache);
  }, 60_000);

  it('are used again where their pages did not change, in any place and time zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const dist = kept(await write(first, true));
    expect((await buildIndex(dist, { cache, shardSize: SHARD_SIZE })).built).toBe(0);
    expect(await filesOf(dist)).toEqual(await cleanBuild(first));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }, 60_000);

  it('are used again where only what is not indexed changed', async () => {
    const cache = await newFolder();
    const dist = kept(await write(first));
    const page = join(dist, address(5), 'index.html');
    const html = await readFile(page, 'utf8');
    const built = async (nav: string, heading: string) => {
      const part = `<div hidden><p>${nav}</p></div><h1>${heading}`;
      await writeFile(page, html.replace('<body>', `<body><nav>${nav}</nav>`).replace('<h1>', part));
      return (await buildIndex(dist, { cache, shardSize: SHARD_SIZE })).built;
    };
    expect([await built('one', ''), await built('two', ''), await built('two', 'New: ')]).toEqual([shards, 0, 1]);
  }, 60_000);

  it('are made anew for the period of a change only', async () => {
    const papers = change(first.papers, 9, { text: `quicksilver ${textOf(9).slice(12)}` });
    const dist = kept(await write({ ...first, papers }));
    expect((await buildIndex(dist, { cache, shardSize: SHARD_SIZE })).built).toBe(1);
    const now = await readdir(cache);
    expect(now.filter((name) => before.includes(name))).toHaveLength(shards - 1);
    expect(now).toHaveLength(shards);
    expect(await holds(cache, 'quicksilver')).toBe(true);
  }, 60_000);

  it('leave no trace of what was taken away, not even when the build fails', async () => {
    const dist = kept(await write(first));
    const stop = AbortSignal.abort(new Error('stopped'));
    await expect(buildIndex(dist, { cache, shardSize: SHARD_SIZE, signal: stop })).rejects.toThrow('stopped');
    expect(await holds(cache, 'quicksilver')).toBe(false);
    await mkdir(join(cache, `${before[0]}.part`));
    await buildIndex(dist, { cache, shardSize: SHARD_SIZE });
    expect((await readdir(cache)).sort()).toEqual([...before].sort());
  }, 60_000);

  it('are right after a build that was killed', async () => {
    const dist = kept(await write(first));
    const killed = await newFolder();
    const call = `(await import(${JSON.stringify(new URL('./build-index.ts', import.meta.url).href)})).buildIndex(
      ${JSON.stringify(dist)}, { cache: ${JSON.stringify(killed)}, shardSize: ${SHARD_SIZE} })`;
    const watching = watch(killed);
    const child = spawn(process.execPath, ['--input-type=module', '-e', `await ${call}`]);
    // The first shard is there, others are on their way.
    await new Promise<void>((resolve) => {
      watching.on('change', (_, name) => {
        if (!String(name).endsWith('.part') && before.includes(String(name))) resolve();
      });
    });
    child.kill('SIGKILL');
    await once(child, 'close');
    watching.close();
    expect((await readdir(killed)).filter((name) => before.includes(name)).length).toBeLessThan(shards);
    await buildIndex(dist, { cache: killed, shardSize: SHARD_SIZE });
    expect(await filesOf(dist)).toEqual(await cleanBuild(first));
    expect((await readdir(killed)).sort()).toEqual([...before].sort());
  }, 60_000);
});

describe('memory', () => {
  it('is kept to by smaller shards', async () => {
    const dist = kept(await write(first));
    expect((await buildIndex(dist)).shards).toBe(1);
    const { shards: small } = await buildIndex(dist, { shardSize: SHARD_SIZE });
    const maxMemory = MEMORY.main + MEMORY.shard;
    expect((await buildIndex(dist, { maxMemory: maxMemory + MEMORY.text * SHARD_SIZE })).shards).toBe(small);
    await expect(buildIndex(dist, { maxMemory })).rejects.toThrow('400 MB are too little');
  }, 60_000);
});

/** Whether any file below a folder has a word, packed or not. */
async function holds(folder: string, word: string): Promise<boolean> {
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const bytes = await readFile(join(item.parentPath, item.name));
    const plain = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
    if (plain.includes(word)) return true;
  }
  return false;
}
