import { RunTable, type SharedTable } from './run-table.ts';

/** SHA-256 hashes of files, of which the first 64 bits are kept, in memory that threads share. */
export class KnownHashes {
  readonly #table: RunTable;

  private constructor(table: RunTable) {
    this.#table = table;
  }

  /** @param hashes in hexadecimal */
  static of(hashes: Iterable<string>): KnownHashes {
    const table = new RunTable();
    for (const hash of hashes) table.add(firstOf(hash), secondOf(hash), 0);
    return new KnownHashes(table);
  }

  share(): SharedTable {
    return this.#table.share();
  }

  static from(shared: SharedTable): KnownHashes {
    return new KnownHashes(RunTable.of(shared));
  }

  get size(): number {
    return this.#table.size;
  }

  /** Whether a text is one of them. */
  has(text: string): boolean {
    return text.length === LENGTH && HASH.test(text) && this.#table.get(firstOf(text), secondOf(text)) >= 0;
  }
}

const LENGTH = 64;
const HASH = /^[0-9a-f]+$/;
const firstOf = (hash: string) => Number.parseInt(hash.slice(0, 8), 16);
const secondOf = (hash: string) => Number.parseInt(hash.slice(8, 16), 16);
