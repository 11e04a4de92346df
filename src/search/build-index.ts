import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { h } from 'hastscript';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { bucketsOf, namesOf } from './build/buckets.ts';
import { readFragments, type StoredPage } from './build/fragments.ts';
import { NameFinder } from './build/names.ts';
import { type IndexPage, pagefindHtml, readPage } from './build/page.ts';
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
  /** Of all files written. */
  readonly bytes: number;
}

export interface IndexOptions {
  /** Bytes of HTML in one Pagefind index; its memory is about 50 times the text it holds. */
  readonly shardSize?: number;
}

/** Pages given to Pagefind before its answers are awaited. */
const AT_ONCE = 64;

/** Built by Pagefind and of no use here: its own user interfaces. */
const UNUSED = /^pagefind-(?:ui|component-ui|modular-ui|highlight|worker)\.|^wasm\.unknown\.|^filter$/;

/**
 * Builds the search index of a built edition from nothing but its output: the pages in `dist` that are marked with
 * `data-pagefind-body`, and `search/entries.json`. Writes `pagefind/` and `search/index/`, afresh, the same bytes for the
 * same pages.
 */
export async function buildIndex(dist: string, { shardSize = 40_000_000 }: IndexOptions = {}): Promise<IndexReport> {
  const folders = [join(dist, 'pagefind'), join(dist, 'search', 'index')];
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  const entries = await readEntries(dist);
  const files = await htmlFiles(dist);
  const shards = await splitBySize(dist, files, shardSize);
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  const names = new NameFinder(entries);
  // A page that only lists such entries is found through each of them.
  const lists = new Set(entries.flatMap(({ address, body }) => (body === undefined ? [] : [address.split('#')[0]])));

  const words = new WordCount();
  const stored: { id: string; page: StoredPage }[] = [];
  const shardFolders: string[] = [];
  for (const [number, shard] of shards.entries()) {
    const name = number === 0 ? 'pagefind/' : `pagefind/${number}/`;
    const output = join(dist, name);
    const bodies = number === 0 ? entries.filter(({ body }) => body !== undefined).map(pageOfEntry) : [];
    await writePagefind(output, pagesOf(dist, shard, bodies, lists), (page) =>
      pagefindHtml(page, byAddress.get(page.address), names),
    );
    for (const page of await readFragments(output)) {
      words.add([page.content, page.meta.title, page.meta.aliases, page.meta.mentions].join(' '));
      // Only what the table needs is kept: the texts of a large archive do not fit in memory.
      stored.push({ id: pageId(String(number), page.hash), page: { ...page, content: '' } });
    }
    shardFolders.push(name);
  }

  const pages = new Map(stored.map(({ id, page }) => [page.url, id]));
  const buckets = bucketsOf(entries, pages);
  const { files: wordFiles, contents } = words.files();
  const manifest: Manifest = {
    version: createHash('sha256')
      .update(stored.map(({ id }) => id).join())
      .digest('hex')
      .slice(0, 12),
    pages: stored.length,
    shards: shardFolders,
    buckets: buckets.length,
    names: namesOf(entries, pages),
    words: wordFiles,
    common: words.common(),
  };
  const index = join(dist, 'search', 'index');
  await writeJson(join(index, 'manifest.json'), manifest);
  await writeJson(join(index, 'pages.json'), tableOf(stored));
  for (const [number, bucket] of buckets.entries()) await writeJson(join(index, 'entries', `${number}.json`), bucket);
  for (const [number, list] of contents.entries()) await writeJson(join(index, 'words', `${number}.json`), list);
  const bytes = (await Promise.all(folders.map(sizeOf))).reduce((sum, size) => sum + size, 0);
  return { pages: stored.length, entries: entries.length, shards: shards.length, bytes };
}

async function readEntries(dist: string): Promise<EntryRecord[]> {
  const file = join(dist, 'search', 'entries.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as EntryRecord[];
  } catch (error) {
    throw new Error(`${file} cannot be read: build the edition with Astro first (npm run build)`, { cause: error });
  }
}

/** Pages of a built site below `dist`, in one order on every machine. */
async function htmlFiles(dist: string): Promise<string[]> {
  const names = await readdir(dist, { recursive: true });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('.html') && !/^(?:pagefind|search\/index)\//.test(name))
    .sort();
}

/** Shares the files out evenly, so that each index has words as rare as the others. */
async function splitBySize(dist: string, files: readonly string[], shardSize: number): Promise<string[][]> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(dist, file))).size;
  const count = Math.max(1, Math.ceil(bytes / shardSize));
  return Array.from({ length: count }, (_, shard) => files.filter((__, index) => index % count === shard));
}

async function* pagesOf(
  dist: string,
  files: readonly string[],
  others: readonly IndexPage[],
  leftOut: ReadonlySet<string | undefined>,
): AsyncGenerator<IndexPage> {
  for (const file of files) {
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    if (leftOut.has(address)) continue;
    const page = readPage(await readFile(join(dist, file), 'utf8'), address);
    if (page) yield page;
  }
  yield* others;
}

function pageOfEntry(entry: EntryRecord): IndexPage {
  const text = entry.body ?? '';
  return { address: entry.address, title: entry.title, content: [h('p', text)], text };
}

async function writePagefind(
  output: string,
  pages: AsyncIterable<IndexPage>,
  html: (page: IndexPage) => string,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', includeCharacters: '/' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    let running: Promise<void>[] = [];
    for await (const page of pages) {
      running.push(addPage(index, page.address, html(page)));
      if (running.length < AT_ONCE) continue;
      await Promise.all(running);
      running = [];
    }
    await Promise.all(running);
    fail('write the index', (await index.writeFiles({ outputPath: output })).errors);
  } finally {
    // Ends Pagefind's process, which gives its memory back only so.
    await close();
  }
  for (const name of await readdir(output)) {
    if (UNUSED.test(name)) await rm(join(output, name), { recursive: true });
  }
}

async function addPage(index: PagefindIndex, url: string, content: string): Promise<void> {
  fail(`index ${url}`, (await index.addHTMLFile({ url, content })).errors);
}

function fail(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not ${what}: ${errors.join('; ')}`);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify(value));
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = names
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
