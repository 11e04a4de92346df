import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, hashOfFiles } from '../../edition/files.ts';
import { copyTree } from '../../pipeline/copy-tree.ts';
import type { ShardSummary } from './shard.ts';

/**
 * The shards of the last build in a folder of their own, each in a folder named by the hash of all it was made from. A
 * folder comes to bear its name when it is complete, so that a build that was killed leaves no half shard behind.
 */
export class ShardStore {
  readonly #folder: string;
  readonly #kept: ReadonlySet<string>;

  private constructor(folder: string, kept: ReadonlySet<string>) {
    this.#folder = folder;
    this.#kept = kept;
  }

  /** Opens the store for the shards of this build. All else is removed first: what may no longer be shown is not kept. */
  static async open(folder: string, keys: readonly string[]): Promise<ShardStore> {
    await mkdir(folder, { recursive: true });
    const kept = new Set<string>();
    for (const name of await readdir(folder)) {
      if (keys.includes(name) && (await isWhole(join(folder, name)))) kept.add(name);
      else await rm(join(folder, name), { recursive: true, force: true });
    }
    return new ShardStore(folder, kept);
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** @param build writes Pagefind's files into the folder, and the summary into the file, that it is told */
  async add(key: string, build: (output: string, summary: string) => Promise<void>): Promise<void> {
    const part = join(this.#folder, `${key}.part`);
    await mkdir(part, { recursive: true });
    await build(join(part, 'pagefind'), join(part, 'summary.json'));
    await writeFile(join(part, WHOLE), hashOf(part));
    await rename(part, join(this.#folder, key));
  }

  async summary(key: string): Promise<ShardSummary> {
    return JSON.parse(await readFile(join(this.#folder, key, 'summary.json'), 'utf8')) as ShardSummary;
  }

  /**
   * Copies Pagefind's files of a shard. No links: what happens to the edition must not happen to what is kept.
   * @param program with the files that every shard has alike, which a site needs once
   */
  copy(key: string, output: string, program: boolean): void {
    const from = join(this.#folder, key, 'pagefind');
    copyTree(
      from,
      output,
      filesBelow(from).filter((file) => program || !PROGRAM.test(file)),
    );
  }
}

/** Bears the hash of all other files of a shard, beside them. */
const WHOLE = 'whole.txt';

const hashOf = (folder: string) =>
  hashOfFiles(
    folder,
    filesBelow(folder).filter((name) => name !== WHOLE),
  );

async function isWhole(folder: string): Promise<boolean> {
  const kept = await readFile(join(folder, WHOLE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return kept === hashOf(folder);
}

/** Pagefind's script and its WebAssembly. */
const PROGRAM = /^pagefind\.js$|^wasm\./;

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A hash of the code that makes shards: this folder's, its neighbours' and, by their versions, that of others. */
export async function hashOfCode(): Promise<string> {
  const folder = source('..');
  const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name)).sort();
  const hash = createHash('sha256').update(process.version);
  for (const file of [source('../../../package-lock.json'), ...names.map((name) => join(folder, name))]) {
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}
