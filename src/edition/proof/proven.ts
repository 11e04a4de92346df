import { readFile } from 'node:fs/promises';
import { replaceFile, sha256 } from '../files.ts';
import type { Needles } from './needles.ts';

/**
 * The files that were found sound in an earlier proof, for the same needles by the same program: they need not be read
 * in every way again.
 */
export class Proven {
  readonly files: ReadonlySet<string>;
  readonly #key: string;

  private constructor(key: string, files: ReadonlySet<string>) {
    this.#key = key;
    this.files = files;
  }

  /** @param code hash of the program */
  static async open(file: string, code: string, needles: Needles): Promise<Proven> {
    const key = sha256(`${code}\0${needles.digest()}`);
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const [head, ...lines] = text.split('\n');
    return new Proven(key, new Set(head === key ? lines.filter(Boolean) : []));
  }

  async save(file: string, files: readonly string[]): Promise<void> {
    await replaceFile(file, [this.#key, ...new Set(files), ''].join('\n'));
  }
}
