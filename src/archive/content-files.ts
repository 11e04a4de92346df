import { type BigIntStats, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { takeApart } from './source-file.ts';

/** A file of content was saved between two readings of one run. */
export class FileChanged extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} was saved while the content was being read`);
    this.file = file;
  }
}

/** Facts that were derived from one state of a file, by name. */
export type FileFacts = Map<string, unknown>;

interface Visited {
  readonly stamp: string;
  /** Whether the file can no longer change under the same stamp. */
  readonly settled: boolean;
  readonly facts: FileFacts;
}

/**
 * The files of a content folder with the facts derived from them. Facts live in memory as long as the file stays as it is:
 * one run reads and parses a file once, and a development server parses again only what was saved.
 */
export class ContentFiles {
  readonly #root: string;
  readonly #visited = new Map<string, Visited>();
  #current = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Begins a reading of the folder: files that it does not visit are forgotten at the next one. */
  begin(): void {
    for (const file of this.#visited.keys()) if (!this.#current.has(file)) this.#visited.delete(file);
    this.#current = new Set();
  }

  /** The facts of a file, empty if it has changed since the last visit. */
  visit(file: string): FileFacts {
    this.#current.add(file);
    const stats = statSync(join(this.#root, file), { bigint: true });
    const stamp = stampOf(stats);
    const known = this.#visited.get(file);
    if (known?.settled && known.stamp === stamp) return known.facts;
    const facts: FileFacts = new Map();
    // A file younger than that could be saved again under the same time stamp.
    const settled = Date.now() - Number(stats.ctimeMs) > SETTLED_MS;
    this.#visited.set(file, { stamp, settled, facts });
    return facts;
  }

  /** A fact of a visited file, derived when it is first asked for. */
  fact<T>(file: string, name: string, derive: () => T): T {
    const facts = this.#visited.get(file)?.facts ?? this.visit(file);
    if (!facts.has(name)) facts.set(name, derive());
    return facts.get(name) as T;
  }

  /** The bytes of a file. Throws `FileChanged` if it is no longer the file that was visited. */
  read(file: string): Uint8Array {
    const path = join(this.#root, file);
    const bytes = readFileSync(path);
    const known = this.#visited.get(file);
    if (known && known.stamp !== stampOf(statSync(path, { bigint: true }))) throw new FileChanged(file);
    return bytes;
  }

  /** The Markdown body of a file; empty if it is none of Markdown. Throws as `read` does. */
  body(file: string): string {
    return /\.mdx?$/.test(file) ? takeApart(file, this.read(file)).body : '';
  }
}

const SETTLED_MS = 2000;

const stampOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats) => `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
