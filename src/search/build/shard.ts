import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import type { EntryRecord } from '../entry-list.ts';
import type { TextFiles } from '../source.ts';
import { readFragments, type StoredPage } from './fragments.ts';
import type { NameFinder } from './names.ts';
import { fieldsOf, pagefindHtml, pageOf, readPage } from './page.ts';
import { withPagefind } from './pagefind-service.ts';
import { packTexts } from './texts.ts';
import type { WordCount } from './words.ts';

/** A page to index. */
export interface ShardPage {
  readonly address: string;
  /** The built page; none where an entry has no page of its own and is found by its `body`. */
  readonly file?: string | undefined;
  readonly entry?: EntryRecord | undefined;
}

/** Pages given to Pagefind before the answer to the first of them is awaited. */
const AHEAD = 64;

/** Files that Pagefind writes and that are of no use here: its own user interfaces. */
const UNUSED = /^pagefind-(?:ui|component-ui|modular-ui|highlight|worker)\.|^wasm\.unknown\.|^filter$/;
/** Pagefind's script and its WebAssembly, which are alike in every index. */
const PROGRAM = /^pagefind\.js$|^wasm\./;

export interface ShardOptions {
  readonly names: NameFinder;
  /** Takes in the words of each page. */
  readonly words: WordCount;
  /** Whether Pagefind's program is kept: a site needs it once. */
  readonly program: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Shard {
  /** As they were indexed, in the order of their addresses. */
  readonly pages: readonly StoredPage[];
  readonly texts: TextFiles;
}

/** Writes a Pagefind index of some pages into a folder, and their texts in files of our own. */
export async function writeShard(
  folder: string,
  pages: readonly ShardPage[],
  { names, words, program, signal }: ShardOptions,
): Promise<Shard> {
  await withPagefind(async (index) => {
    await addPages(index, pages, names, words);
    requireDone('write the index', await index.writeFiles({ outputPath: folder }));
  }, signal);
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name) || (PROGRAM.test(name) && !program)) await rm(join(folder, name), { recursive: true });
  }
  const stored = readFragments(folder);
  return { pages: stored, texts: await packTexts(folder, stored) };
}

async function addPages(
  index: PagefindIndex,
  pages: readonly ShardPage[],
  names: NameFinder,
  words: WordCount,
): Promise<void> {
  const running: Promise<void>[] = [];
  for (const { address, file, entry } of pages) {
    const page = file === undefined ? entry && pageOf(entry) : readPage(readFileSync(file, 'utf8'), address);
    if (!page) continue;
    const fields = fieldsOf(page, entry, names);
    words.add([page.text, fields.title, ...fields.aliases, ...fields.mentions].join(' '));
    const added = addPage(index, address, pagefindHtml(page, entry, fields));
    // A failure is thrown where the page is awaited.
    added.catch(() => {});
    running.push(added);
    if (running.length > AHEAD) await running.shift();
  }
  await Promise.all(running);
}

async function addPage(index: PagefindIndex, url: string, content: string): Promise<void> {
  requireDone(`index ${url}`, await index.addHTMLFile({ url, content }));
}

function requireDone(what: string, { errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind could not ${what}: ${errors.join('; ')}`);
}
