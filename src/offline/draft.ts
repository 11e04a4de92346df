import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../lib/files.ts';

export interface WrittenFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A folder that is being filled, with the checksums of what is in it. */
export class Draft {
  readonly folder: string;
  readonly #files: WrittenFile[] = [];
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  async begin(): Promise<void> {
    await this.remove();
    await mkdir(this.folder, { recursive: true });
  }

  async write(path: string, content: string | Buffer): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.#made.has(parent)) {
      await mkdir(parent, { recursive: true });
      this.#made.add(parent);
    }
    await writeFile(file, bytes);
    this.#files.push({ path, size: bytes.length, sha256: sha256(bytes) });
  }

  /** Everything written, in the order of the paths. */
  files(): WrittenFile[] {
    return this.#files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** As `sha256sum --check` reads it. */
export function sumsOf(files: readonly WrittenFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
}
