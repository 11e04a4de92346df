import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFiles } from './pagefind.ts';

/**
 * Files that follow from others of the output: assets that a page refers to, directly or through another asset, and
 * the files that a search index leads to. A file that nothing leads to is left over from somewhere.
 * @param files all files of the edition
 * @param predicted those that follow from its content
 */
export async function referredFiles(
  dist: string,
  files: readonly string[],
  predicted: ReadonlySet<string>,
): Promise<Set<string>> {
  return new Set([...(await assets(dist, files, predicted)), ...indexFiles(dist, files), ...packFiles(files)]);
}

const ASSETS = '_astro/';
const TEXT = /\.(?:html|css|m?js)$/;

async function assets(dist: string, files: readonly string[], predicted: ReadonlySet<string>): Promise<Set<string>> {
  const held = new Set(files.filter((name) => name.startsWith(ASSETS)));
  const referred = new Set<string>();
  const queue = files.filter((name) => predicted.has(name) && TEXT.test(name));
  for (let name = queue.pop(); name; name = queue.pop()) {
    const text = await readFile(join(dist, name), 'utf8');
    // One asset calls another by its name alone, from beside it.
    const names = text.match(name.startsWith(ASSETS) ? /[\w@.~-]+\.\w{2,5}/g : /(?<=_astro\/)[\w@.~-]+/g) ?? [];
    for (const other of names) {
      const path = ASSETS + other;
      if (!held.has(path) || referred.has(path)) continue;
      referred.add(path);
      if (TEXT.test(path)) queue.push(path);
    }
  }
  return referred;
}

/** A pack of the edition, which its page Offline offers, with its checksum; what is in it is read like any file. */
function packFiles(files: readonly string[]): string[] {
  const packs = files.filter((name) => /^offline\/enfocustom-[\w-]+\.zip$/.test(name));
  return packs.length === 1 ? packs.flatMap((name) => [name, `${name}.sha256`]) : [];
}

/** Pagefind's own program files, the same in every bundle. */
const PROGRAM = ['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'];

function indexFiles(dist: string, files: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const entry of files.filter((name) => name.endsWith('/pagefind-entry.json'))) {
    const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
    if (!/^pagefind\/(?:\d+\/)?$/.test(folder)) continue;
    const read = (name: string) =>
      existsSync(join(dist, folder, name)) ? readFileSync(join(dist, folder, name)) : null;
    for (const name of [...bundleFiles(read), ...PROGRAM]) found.add(folder + name);
  }
  const manifest = 'search/index/manifest.json';
  if (files.includes(manifest)) {
    const { buckets = 0, words = {} } = JSON.parse(readFileSync(join(dist, manifest), 'utf8')) as {
      buckets?: number;
      words?: Record<string, number>;
    };
    found.add(manifest).add('search/index/pages.json');
    for (let n = 0; n < buckets; n++) found.add(`search/index/entries/${n}.json`);
    for (const n of Object.values(words)) found.add(`search/index/words/${n}.json`);
  }
  return found;
}
