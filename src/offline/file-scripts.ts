import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Directory, Packed } from './folder/packed.ts';

/** Characters of one script, about: small enough to be read at once, large enough that a slow disk has few to unpack. */
const SCRIPT_SIZE = 128 * 1024;
const TEXT = /\.(?:json|txt|csv|svg|xml)$/;

export interface FileScript {
  readonly path: string;
  readonly code: string;
}

/**
 * Files as scripts that hold them, as a page from a folder may load scripts and no other files. Files are given in the
 * order of their paths; a script holds those from one path on until the next script begins.
 */
export class FileScripts {
  #held: Packed[] = [];
  #size = 0;
  #count = 0;
  readonly #directory: { from: string; digest: string }[] = [];

  /** Takes a file; gives the script that it has filled, where it has. */
  add(path: string, bytes: Buffer): FileScript | null {
    const packed: Packed =
      TEXT.test(path) && isUtf8(bytes) ? [path, bytes.toString('utf8')] : [path, bytes.toString('base64'), 1];
    const full = this.#size > 0 && this.#size + packed[1].length > SCRIPT_SIZE ? this.#close() : null;
    this.#held.push(packed);
    this.#size += packed[1].length;
    return full;
  }

  /** The last script, and the one that says which holds what. */
  end(): FileScript[] {
    const last = this.#held.length > 0 ? [this.#close()] : [];
    const directory: Directory = this.#directory.map(({ from, digest }) => [from, digest]);
    return [
      ...last,
      { path: '_folder/files.js', code: `enfocustomFolder.take("files",${JSON.stringify(directory)})\n` },
    ];
  }

  #close(): FileScript {
    const held = JSON.stringify(this.#held);
    const number = this.#count++;
    const digest = createHash('sha256').update(held).digest('hex').slice(0, 16);
    this.#directory.push({ from: this.#held[0]?.[0] ?? '', digest });
    this.#held = [];
    this.#size = 0;
    return { path: `_folder/files/${number}.js`, code: `enfocustomFolder.take("${number}",${held})\n` };
  }
}
