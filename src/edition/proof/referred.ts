import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, textFile } from '../../search/source.ts';
import { ASSETS } from './leads-to.ts';
import { bundleFiles } from './pagefind.ts';
import type { FileScan } from './scan-file.ts';

/**
 * Files that follow from others of the output: assets that a page refers to, directly or through another asset, and
 * the files that a search index leads to. A file that nothing leads to is left over from somewhere.
 * @param scans all files of the edition
 * @param predicted those that follow from its content
 */
export function referredFiles(
  dist: string,
  scans: readonly FileScan[],
  predicted: ReadonlySet<string>,
): ReadonlySet<string> {
  const files = scans.map(({ file }) => file);
  return new Set([...assets(scans, predicted), ...indexFiles(dist, files), ...packFiles(files)]);
}

function assets(scans: readonly FileScan[], predicted: ReadonlySet<string>): Set<string> {
  const held = new Map(scans.filter(({ file }) => file.startsWith(ASSETS)).map((scan) => [scan.file, scan]));
  const referred = new Set<string>();
  const follow = ({ leadsTo }: FileScan) => {
    for (const name of leadsTo) {
      const asset = held.get(ASSETS + name);
      if (!asset || referred.has(asset.file)) continue;
      referred.add(asset.file);
      follow(asset);
    }
  };
  for (const scan of scans) if (predicted.has(scan.file)) follow(scan);
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
    const {
      buckets = 0,
      words = {},
      shards = [],
    } = JSON.parse(readFileSync(join(dist, manifest), 'utf8')) as Partial<
      Pick<Manifest, 'buckets' | 'words' | 'shards'>
    >;
    for (const { folder, texts } of shards) {
      for (let n = 0; n < texts.files; n++) found.add(folder + textFile(texts, n));
    }
    found.add(manifest).add('search/index/pages.json');
    for (let n = 0; n < buckets; n++) found.add(`search/index/entries/${n}.json`);
    for (const n of Object.values(words)) found.add(`search/index/words/${n}.json`);
  }
  return found;
}
