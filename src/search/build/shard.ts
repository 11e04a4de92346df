import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { h } from 'hastscript';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { EntryRecord } from '../entry-list.ts';
import type { TextFiles } from '../source.ts';
import { readFragments } from './fragments.ts';
import { type Named, NameFinder } from './names.ts';
import { type IndexPage, pagefindHtml, readPage } from './page.ts';
import { packTexts } from './texts.ts';
import { WordCount, type WordCounts } from './words.ts';

/** A page to index. */
export interface ShardPage {
  readonly address: string;
  /** The built page; none where an entry has no page of its own and is found by its `body`. */
  readonly file?: string | undefined;
  readonly entry?: EntryRecord | undefined;
}

/** All that a shard is made from. */
export interface ShardInput {
  readonly pages: readonly ShardPage[];
  readonly names: readonly Named[];
}

/** A page of the text index as far as the table of pages goes. */
export interface IndexedPage {
  /** Pagefind's own id, unique within its shard. */
  readonly id: string;
  readonly url: string;
  readonly day?: string | undefined;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** What is kept of a shard besides Pagefind's files. */
export interface ShardSummary {
  readonly pages: readonly IndexedPage[];
  /** Words of all its pages together. */
  readonly length: number;
  readonly counts: WordCounts;
  readonly texts: TextFiles;
}

/** Pages given to Pagefind before the answer to the first of them is awaited. */
const AHEAD = 64;

/** Built by Pagefind and of no use here: its own user interfaces. */
const UNUSED = /^pagefind-(?:ui|component-ui|modular-ui|highlight|worker)\.|^wasm\.unknown\.|^filter$/;

/** Writes a Pagefind index of some pages into a folder, and their texts in files of our own. */
export async function buildShard({ pages, names }: ShardInput, output: string): Promise<ShardSummary> {
  await writePagefind(output, pages, new NameFinder(names));
  const words = new WordCount();
  const indexed: IndexedPage[] = [];
  let length = 0;
  const stored = await readFragments(output);
  for (const { hash, url, content, filters, meta, word_count } of stored) {
    words.add([content, meta.title, meta.aliases, meta.mentions].join(' '));
    indexed.push({ id: hash, url, day: meta.day, filters });
    length += word_count;
  }
  return { pages: indexed, length, counts: words.counts(), texts: await packTexts(output, stored) };
}

async function writePagefind(output: string, pages: readonly ShardPage[], names: NameFinder): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', includeCharacters: '/' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const running: Promise<void>[] = [];
    for (const page of pages) {
      const content = await contentOf(page);
      if (!content) continue;
      const added = addPage(index, page.address, pagefindHtml(content, page.entry, names));
      // Told where it is awaited.
      added.catch(() => {});
      running.push(added);
      if (running.length > AHEAD) await running.shift();
    }
    await Promise.all(running);
    fail('write the index', (await index.writeFiles({ outputPath: output })).errors);
  } finally {
    await close();
  }
  for (const name of await readdir(output)) {
    if (UNUSED.test(name)) await rm(join(output, name), { recursive: true });
  }
}

async function contentOf({ address, file, entry }: ShardPage): Promise<IndexPage | null> {
  if (file !== undefined) return readPage(await readFile(file, 'utf8'), address);
  const text = entry?.body ?? '';
  return { address, title: entry?.title ?? address, content: [h('p', text)], text };
}

async function addPage(index: PagefindIndex, url: string, content: string): Promise<void> {
  fail(`index ${url}`, (await index.addHTMLFile({ url, content })).errors);
}

function fail(what: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not ${what}: ${errors.join('; ')}`);
}
