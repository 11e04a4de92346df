import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { filesBelow, removeBelow, sha256 } from '../edition/files.ts';
import type { EditionFolder } from '../edition/folder.ts';

/**
 * A folder that stays where it is, and of which only the files that differ are touched: for who shows it while it is
 * written again and again.
 */
export class StandingFolder implements EditionFolder {
  readonly #root: string;
  /** What each file was made from, as far as this process made it. */
  readonly #made = new Map<string, string>();
  #wanted = new Set<string>();

  /** Throws where it is a link: what lies behind it is somebody else's. */
  constructor(root: string) {
    if (lstatSync(root, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error(`${root} is a symbolic link: make it a folder`);
    this.#root = root;
  }

  /** The input of an edition in its work folder. */
  static inputOf(work: string): { readonly content: StandingFolder; readonly public: StandingFolder } {
    return { content: new StandingFolder(join(work, 'content')), public: new StandingFolder(join(work, 'public')) };
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.#root, name);
    if (!path.startsWith(this.#root + sep)) throw new Error(`${name} leads out of the folder`);
    this.#wanted.add(name);
    const bytes = Buffer.from(content);
    if (there(path)?.equals(bytes)) return;
    mkdirSync(dirname(path), { recursive: true });
    // Who reads meanwhile sees the old file or the new one.
    const draft = join(dirname(path), `.draft-${process.pid}`);
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  }

  writeOnce(name: string, key: string, make: () => string): void {
    this.#wanted.add(name);
    const made = sha256(key);
    if (this.#made.get(name) === made) return;
    this.#made.delete(name);
    this.write(name, make());
    this.#made.set(name, made);
  }

  async finish(): Promise<readonly string[]> {
    mkdirSync(this.#root, { recursive: true });
    for (const name of filesBelow(this.#root)) {
      if (!this.#wanted.has(name)) this.#remove(name);
    }
    const names = [...this.#wanted].sort();
    this.#wanted = new Set();
    return names;
  }

  async discard(): Promise<void> {
    this.#wanted = new Set();
  }

  #remove(name: string): void {
    removeBelow(this.#root, name);
    this.#made.delete(name);
  }
}

function there(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
