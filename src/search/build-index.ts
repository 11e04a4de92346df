import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { bucketsOf, namesOf } from './build/buckets.ts';
import { builtPages } from './build/built-pages.ts';
import { commonWords, readLexicon } from './build/lexicon.ts';
import { NameFinder } from './build/names.ts';
import { numbersOf } from './build/numbers.ts';
import { byPeriod } from './build/periods.ts';
import { writeShard } from './build/shard.ts';
import { type IndexedPage, tableOf } from './build/table.ts';
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
  /** Of all files written. */
  readonly bytes: number;
}

export interface IndexOptions {
  /** Bytes of pages in a shard, `SHARD_SIZE` if left out. */
  readonly shardSize?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * As large as memory allows, because each shard costs each reader some 25 kB a word and three requests, 1,000 pages add
 * 8 kB. Memory is 75 times the words of a shard; a fifth of the bytes of a page are words that are indexed.
 */
const SHARD_SIZE = 80_000_000;

/**
 * Builds the search index of a built edition from nothing but its output: the pages in `dist` that are marked with
 * `data-pagefind-body`, and `search/entries.json`. Writes `pagefind/` and `search/index/` in the place of those before,
 * the same bytes for the same pages. One shard is made after the other.
 */
export async function buildIndex(dist: string, options: IndexOptions = {}): Promise<IndexReport> {
  const { shardSize = SHARD_SIZE, signal } = options;
  const folders = [join(dist, 'pagefind'), join(dist, 'search', 'index')];
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  const entries = await readEntries(dist);
  const parts = byPeriod(builtPages(dist, entries), shardSize);

  const names = new NameFinder(entries);
  const words = new WordCount();
  const indexed: IndexedPage[] = [];
  const shards: Manifest['shards'][number][] = [];
  for (const [number, part] of (parts.length > 0 ? parts : [[]]).entries()) {
    const folder = number === 0 ? 'pagefind/' : `pagefind/${number}/`;
    const { pages, texts } = await writeShard(join(dist, folder), part, {
      names,
      words,
      program: number === 0,
      signal,
    });
    for (const { hash, url, filters, meta } of pages)
      indexed.push({ id: pageId(number, hash), url, day: meta.day, filters });
    const length = pages.reduce((sum, page) => sum + page.word_count, 0);
    shards.push({ folder, pages: pages.length, words: length, texts });
  }

  const pages = new Map(indexed.map(({ id, url }) => [url, id]));
  const buckets = bucketsOf(entries, pages);
  const { files: wordFiles, contents } = words.files();
  const numbers = numbersOf(entries);
  const { synonyms, foreign } = readLexicon();
  const until = new Map(entries.map((entry) => [entry.address, entry.until]));
  const manifest: Manifest = {
    version: createHash('sha256')
      .update(indexed.map(({ id }) => id).join())
      .digest('hex')
      .slice(0, 12),
    pages: indexed.length,
    shards,
    buckets: buckets.length,
    names: namesOf(entries, pages),
    numbers: [...numbers.keys()],
    synonyms,
    words: wordFiles,
    common: words.common(),
  };
  const index = join(dist, 'search', 'index');
  await writeJson(join(index, 'manifest.json'), manifest);
  await writeJson(join(index, 'pages.json'), tableOf(indexed.map((page) => ({ ...page, until: until.get(page.url) }))));
  for (const [number, bucket] of buckets.entries()) await writeJson(join(index, 'entries', `${number}.json`), bucket);
  for (const [number, list] of contents.entries()) await writeJson(join(index, 'words', `${number}.json`), list);
  for (const [prefix, list] of numbers) await writeJson(join(index, 'numbers', `${prefix}.json`), list);
  await writeJson(join(index, 'foreign.json'), foreign);
  for (const [letter, list] of commonWords()) await writeJson(join(index, 'common', `${letter}.json`), list);
  const bytes = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
  return { pages: indexed.length, entries: entries.length, shards: shards.length, bytes };
}

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
