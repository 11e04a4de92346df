import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Page, writeSite } from '../../tests/support/search/site.ts';
import { withPagefind } from './build/pagefind-service.ts';
import { buildIndex } from './build-index.ts';
import type { EntryRecord } from './entry-list.ts';

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
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

function paperOf({ papers }: Archive, number: number): Paper {
  const paper = papers.get(number);
  if (!paper) throw new Error(`There is no paper ${number}.`);
  return paper;
}

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
  await buildIndex(dist, { shardSize: SHARD_SIZE });
  return filesOf(dist);
}

describe('the same pages', () => {
  const order = fc.shuffledSubarray([...first.papers.keys()], { minLength: first.papers.size });

  it('make the same bytes, in whatever order, place and time zone, over whatever stood there before', async () => {
    const bytes = await cleanBuild(first);
    expect(Object.keys(bytes).filter((name) => name.endsWith('pagefind-entry.json')).length).toBeGreaterThan(3);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    try {
      await fc.assert(
        fc.asyncProperty(order, fc.integer({ min: 200, max: 2000 }), async (numbers, shardSize) => {
          const papers = new Map(numbers.map((number) => [number, paperOf(first, number)]));
          const dist = kept(await write({ ...first, papers }));
          await buildIndex(dist, { shardSize });
          await buildIndex(dist, { shardSize: SHARD_SIZE });
          expect(await filesOf(dist)).toEqual(bytes);
        }),
        { numRuns: 3, seed: 8 },
      );
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  }, 120_000);

  it('make the same bytes where only what is not indexed changes', async () => {
    const bytes = await cleanBuild(first);
    const dist = kept(await write(first));
    const page = join(dist, address(5), 'index.html');
    const html = await readFile(page, 'utf8');
    const built = async (nav: string, heading: string) => {
      const part = `<div hidden><p>${nav}</p></div><h1>${heading}`;
      await writeFile(page, html.replace('<body>', `<body><nav>${nav}</nav>`).replace('<h1>', part));
      await buildIndex(dist, { shardSize: SHARD_SIZE });
      return filesOf(dist);
    };
    expect(await built('one', '')).toEqual(bytes);
    expect(await built('two', 'New: ')).not.toEqual(bytes);
  }, 60_000);
});

describe('a shard', () => {
  it('stays as it is where the pages of another period change', async () => {
    const ofShards = async (archive: Archive) => {
      const files = Object.entries(await cleanBuild(archive)).filter(([name]) => /\.pf_(?:index|meta)$/.test(name));
      return new Set(files.map(([, bytes]) => bytes));
    };
    const before = await ofShards(first);
    const paper = { ...paperOf(first, 9), text: `quicksilver ${textOf(9).slice(12)}` };
    const after = await ofShards({ ...first, papers: new Map(first.papers).set(9, paper) });
    expect([before.size, [...after].filter((bytes) => !before.has(bytes)).length]).toEqual([before.size, 2]);
  }, 60_000);
});

describe('Pagefind’s process', () => {
  let processes: ChildProcess[];
  let onStart: (started: ChildProcess) => void;
  const note = (message: unknown) => {
    const { process: started } = message as { process: ChildProcess };
    processes.push(started);
    setImmediate(onStart, started);
  };
  beforeEach(() => {
    processes = [];
    onStart = () => {};
    subscribe('child_process', note);
  });
  afterEach(() => unsubscribe('child_process', note));
  const allEnd = () =>
    vi.waitFor(() => {
      for (const { exitCode, signalCode } of processes) expect(exitCode ?? signalCode).not.toBeNull();
    });

  it('runs for one shard at a time, and ends with the index', async () => {
    const { shards } = await buildIndex(kept(await write(first)), { shardSize: SHARD_SIZE });
    expect(processes).toHaveLength(shards);
    await allEnd();
  }, 60_000);

  it('is named where it is ended', async () => {
    const dist = kept(await write(first));
    onStart = (started) => started.kill('SIGKILL');
    await expect(buildIndex(dist)).rejects.toThrow("Pagefind's process was ended by SIGKILL");
  }, 60_000);

  it('is not waited for after its end', async () => {
    const waiting = withPagefind(async (index) => {
      const adding = index.addHTMLFile({ url: '/', content: '<p>text</p>' });
      processes[0]?.kill('SIGKILL');
      await adding;
    });
    await expect(waiting).rejects.toThrow("Pagefind's process was ended by SIGKILL");
  }, 20_000);

  it('ends at once where the build is stopped', async () => {
    const dist = kept(await write(first));
    const stop = new AbortController();
    onStart = () => stop.abort(new Error('stopped'));
    await expect(buildIndex(dist, { signal: stop.signal })).rejects.toThrow('stopped');
    await allEnd();
    await expect(buildIndex(dist, { signal: stop.signal })).rejects.toThrow('stopped');
    expect(processes).toHaveLength(1);
  }, 60_000);
});

it('needs more shards where they are smaller', async () => {
  const dist = kept(await write(first));
  expect((await buildIndex(dist)).shards).toBe(1);
  expect((await buildIndex(dist, { shardSize: SHARD_SIZE })).shards).toBeGreaterThan(1);
}, 60_000);
