import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../edition/files.ts';
import { bucketsOf, namesOf } from './build/buckets.ts';
import { type BuiltPage, builtPages } from './build/built-pages.ts';
import { type Named, twofoldNames } from './build/names.ts';
import { byPeriod } from './build/periods.ts';
import type { IndexedPage } from './build/shard.ts';
import { buildInProcess, eachAtOnce } from './build/shard-process.ts';
import { hashOfCode, ShardStore } from './build/shard-store.ts';
import { tableOf } from './build/table.ts';
import { WordCount } from './build/words.ts';
import type { EntryRecord } from './entry-list.ts';
import { pageId } from './pagefind.ts';
import type { Manifest } from './source.ts';

export interface IndexReport {
  /** Pages in the text index. */
  readonly pages: number;
  /** Entries that can be named. */
  readonly entries: number;
  readonly shards: number;
  /** Shards that were made; the others were kept from the last build. */
  readonly built: number;
  /** Of all files written. */
  readonly bytes: number;
}

export interface IndexOptions {
  /** Folder for the shards of this edition until the next build; without it nothing is kept. */
  readonly cache?: string | undefined;
  /** Bytes that all processes together may take, 2 GB if left out. Where that is less than a shard needs, shards are smaller. */
  readonly maxMemory?: number | undefined;
  /** Bytes of text in a shard, `SHARD_SIZE` if left out. */
  readonly shardSize?: number | undefined;
  /** Shards built at once, as many as there are cores if left out. */
  readonly processes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * As large as memory allows, because each shard costs each reader. Measured on 2,500 generated documents (3,377 pages, 21 MB
 * of text by `textSize`), to the whole of the first results:
 *
 *     shards   a number   two words   requests   memory of a shard's processes
 *     1        226 kB     252 kB      18         1.1 GB
 *     3        280 kB     355 kB      24         0.6 GB
 *     5        329 kB     454 kB      30         0.4 GB
 *     10       448 kB     701 kB      45         0.25 GB
 *
 * So a shard adds some 25 kB a word and three requests, 1,000 pages add 8 kB. Memory was 46 times the text there, and 66
 * times in the shards of 10,000 longer documents, where 30 MB took 2.1 GB and 20 MB take 1.5 GB. That makes 6 shards of
 * them: 464 kB for a number, its entry shown after 94 kB, and 510 to 740 kB for two words, the ten results with them.
 * Smaller shards would only be made again sooner after a change.
 */
const SHARD_SIZE = 20_000_000;

/** Bytes that this process takes, that a shard's processes take whatever is in it, and for each byte of text. */
export const MEMORY = { main: 250_000_000, shard: 150_000_000, text: 66 };
const MAX_MEMORY = 2_000_000_000;

/**
 * Builds the search index of a built edition from nothing but its output: the pages in `dist` that are marked with
 * `data-pagefind-body`, and `search/entries.json`. Writes `pagefind/` and `search/index/`, afresh, the same bytes for the
 * same pages.
 */
export async function buildIndex(dist: string, options: IndexOptions = {}): Promise<IndexReport> {
  if (options.cache !== undefined) return buildWith(dist, options.cache, options);
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-index-'));
  try {
    return await buildWith(dist, folder, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function buildWith(dist: string, cache: string, options: IndexOptions): Promise<IndexReport> {
  const folders = [join(dist, 'pagefind'), join(dist, 'search', 'index')];
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  const entries = await readEntries(dist);
  const { shards, built } = await buildShards(builtPages(dist, entries), twofoldNames(entries), cache, options);

  const words = new WordCount();
  const indexed: IndexedPage[] = [];
  const shardFacts: Manifest['shards'][number][] = [];
  for (const [number, { store, key }] of shards.entries()) {
    const folder = number === 0 ? 'pagefind/' : `pagefind/${number}/`;
    store.copy(key, join(dist, folder), number === 0);
    const { pages, length, counts, texts } = await store.summary(key);
    for (const page of pages) indexed.push({ ...page, id: pageId(number, page.id) });
    words.addCounts(counts);
    shardFacts.push({ folder, pages: pages.length, words: length, texts });
  }

  const pages = new Map(indexed.map(({ id, url }) => [url, id]));
  const buckets = bucketsOf(entries, pages);
  const { files: wordFiles, contents } = words.files();
  const manifest: Manifest = {
    version: createHash('sha256')
      .update(indexed.map(({ id }) => id).join())
      .digest('hex')
      .slice(0, 12),
    pages: indexed.length,
    shards: shardFacts,
    buckets: buckets.length,
    names: namesOf(entries, pages),
    words: wordFiles,
    common: words.common(),
  };
  const index = join(dist, 'search', 'index');
  await writeJson(join(index, 'manifest.json'), manifest);
  await writeJson(join(index, 'pages.json'), tableOf(indexed));
  for (const [number, bucket] of buckets.entries()) await writeJson(join(index, 'entries', `${number}.json`), bucket);
  for (const [number, list] of contents.entries()) await writeJson(join(index, 'words', `${number}.json`), list);
  const bytes = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
  return { pages: indexed.length, entries: entries.length, shards: shards.length, built, bytes };
}

/** Sees to it that every shard lies in the store, and says where. */
async function buildShards(pages: readonly BuiltPage[], names: readonly Named[], cache: string, options: IndexOptions) {
  const { maxMemory = MAX_MEMORY, shardSize = SHARD_SIZE, processes = availableParallelism(), signal } = options;
  const fitting = (maxMemory - MEMORY.main - MEMORY.shard) / MEMORY.text;
  if (fitting <= 0) {
    const least = (MEMORY.main + MEMORY.shard) / 1e6;
    throw new Error(`${maxMemory / 1e6} MB are too little for making the search index: it takes more than ${least} MB`);
  }
  const parts = byPeriod(pages, Math.min(shardSize, fitting));
  const code = await hashOfCode();
  const shards = (parts.length > 0 ? parts : [[]]).map((part) => ({ part, key: keyOf(part, names, code) }));
  const store = await ShardStore.open(
    cache,
    shards.map(({ key }) => key),
  );
  // The largest first: no core is left waiting for one that began last.
  const missing = shards.filter(({ key }) => !store.has(key)).sort((a, b) => sizeOfPart(b.part) - sizeOfPart(a.part));
  const largest = MEMORY.shard + MEMORY.text * sizeOfPart(missing[0]?.part ?? []);
  const atOnce = Math.max(1, Math.min(processes, Math.floor((maxMemory - MEMORY.main) / largest)));
  const build = async ({ part, key }: (typeof shards)[number], stop: AbortSignal) => {
    const content = part.map(({ address, file, entry }) => ({ address, file, entry }));
    await store.add(key, (output, summary) => buildInProcess({ pages: content, names, output, summary }, stop));
  };
  await eachAtOnce(missing, atOnce, build, signal);
  return { shards: shards.map(({ key }) => ({ store, key })), built: missing.length };
}

function keyOf(part: readonly BuiltPage[], names: readonly Named[], code: string): string {
  const pages = part.map(({ address, hash }) => [address, hash]);
  return createHash('sha256')
    .update(JSON.stringify([code, names, pages]))
    .digest('hex');
}

const sizeOfPart = (part: readonly BuiltPage[]) => part.reduce((sum, { size }) => sum + size, 0);

async function readEntries(dist: string): Promise<EntryRecord[]> {
  const file = join(dist, 'search', 'entries.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as EntryRecord[];
  } catch (error) {
    throw new Error(`${file} cannot be read: build the edition with Astro first (npm run build)`, { cause: error });
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify(value));
}

const sizeOf = (folder: string) => filesBelow(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
