import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** A folder that a partition writes. */
export interface EditionFolder {
  /** @param name path below the folder, with `/` */
  write(name: string, content: string | Uint8Array): void;
  /** @param key stands for what `make` makes: it need not be made where a file of the same key is there */
  writeOnce(name: string, key: string, make: () => string): void;
  /** Nothing else is to stay; returns the names of all files, sorted. */
  finish(): Promise<readonly string[]>;
  discard(): Promise<void>;
}

/**
 * A folder written beside its place and put there when it is whole, so that a build never sees half of it or
 * anything of the one before. Modes do not depend on the umask.
 */
export class FreshFolder implements EditionFolder {
  readonly #target: string;
  readonly #draft: string;
  readonly #files: string[] = [];
  readonly #folders: Set<string>;

  private constructor(target: string, draft: string) {
    this.#target = target;
    this.#draft = draft;
    this.#folders = new Set([draft]);
  }

  static async beside(target: string): Promise<FreshFolder> {
    const parent = dirname(target);
    await mkdir(parent, { recursive: true });
    if ((await lstat(parent)).isSymbolicLink()) throw new Error(`${parent} is a symbolic link: make it a folder`);
    const draft = await mkdtemp(join(parent, '.draft-'));
    await chmod(draft, 0o755);
    return new FreshFolder(target, draft);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.#draft, name);
    if (!path.startsWith(this.#draft + sep)) throw new Error(`${name} leads out of the folder`);
    this.#makeFolder(dirname(path));
    // A second file of one name would take the place of the first without a word.
    writeFileSync(path, content, { flag: 'wx' });
    chmodSync(path, 0o644);
    this.#files.push(name);
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#makeFolder(dirname(folder));
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    this.#folders.add(folder);
  }

  writeOnce(name: string, _key: string, make: () => string): void {
    this.write(name, make());
  }

  /** Puts the folder in place of the one before; returns the names of its files, sorted. */
  async finish(): Promise<readonly string[]> {
    await rm(this.#target, { recursive: true, force: true });
    await rename(this.#draft, this.#target);
    return this.#files.sort();
  }

  async discard(): Promise<void> {
    await rm(this.#draft, { recursive: true, force: true });
  }
}
