import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import type { Edition } from '../../edition/editions.ts';
import type { EditionFiles } from '../../edition/seal/open.ts';
import { fold } from '../query/fold.ts';
import { spellingsOf } from '../query/variants.ts';
import { synonymsOf } from './analysis.ts';
import { indexBody } from './index-body.ts';
import { readEntries, recordsOf } from './records.ts';
import { aliasOf } from './server.ts';

export interface ExportOptions {
  readonly edition: Edition;
  /** Compresses the bulk files. */
  readonly gzip?: boolean;
  /** Bytes of a bulk file before compression, unless a single record is larger. */
  readonly fileSize?: number;
  readonly signal?: AbortSignal;
}

export interface ExportReport {
  /** The name for the index. */
  readonly index: string;
  readonly records: number;
  readonly files: number;
}

/** What one request should hold: a server takes many times more, and is quickest with some megabytes. */
const FILE_SIZE = 8_000_000;

/**
 * Writes what a search server needs to answer for a built edition, from nothing but the edition's output, the same bytes for
 * the same edition: `bulk-0001.ndjson` and so on, the records; `index.json`, settings and mapping; `name.txt`, a name for the
 * index that changes with what it holds; `aliases.json`, which puts it in the place of the one before.
 */
export async function exportOpenSearch(
  source: EditionFiles,
  out: string,
  options: ExportOptions,
): Promise<ExportReport> {
  const { edition, gzip = false, fileSize = FILE_SIZE, signal } = options;
  const entries = await readEntries(source);
  const bulk = new BulkWriter(out, fileSize, gzip);
  const words = new SpelledWords();
  let records = 0;
  for await (const record of recordsOf(source, entries)) {
    signal?.throwIfAborted();
    words.add([record.title, ...record.aliases, ...record.mentions, record.content ?? ''].join(' '));
    await bulk.add(`${JSON.stringify({ index: { _id: record.address } })}\n${JSON.stringify(record)}\n`);
    records++;
  }
  const { files, digest } = await bulk.end();
  const body = json(indexBody(edition, synonymsOf(entries, words)));
  const alias = aliasOf(edition);
  const index = `${alias}-${createHash('sha256').update(digest).update(body).digest('hex').slice(0, 12)}`;
  const actions = [{ remove: { index: `${alias}-*`, alias, must_exist: false } }, { add: { index, alias } }];
  await writeFile(join(out, 'index.json'), body);
  await writeFile(join(out, 'aliases.json'), json({ actions }));
  await writeFile(join(out, 'name.txt'), `${index}\n`);
  return { index, records, files };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Writes lines into files of bounded size; holds one file at a time. */
class BulkWriter {
  readonly #out: string;
  readonly #size: number;
  readonly #gzip: boolean;
  readonly #hash = createHash('sha256');
  #parts: Buffer[] = [];
  #bytes = 0;
  #files = 0;

  constructor(out: string, size: number, gzip: boolean) {
    this.#out = out;
    this.#size = size;
    this.#gzip = gzip;
  }

  async add(lines: string): Promise<void> {
    const part = Buffer.from(lines);
    if (this.#bytes > 0 && this.#bytes + part.length > this.#size) await this.#write();
    this.#hash.update(part);
    this.#parts.push(part);
    this.#bytes += part.length;
  }

  async end(): Promise<{ files: number; digest: string }> {
    if (this.#bytes > 0) await this.#write();
    return { files: this.#files, digest: this.#hash.digest('hex') };
  }

  async #write(): Promise<void> {
    const name = `bulk-${String(++this.#files).padStart(4, '0')}.ndjson${this.#gzip ? '.gz' : ''}`;
    const content = Buffer.concat(this.#parts);
    await mkdir(this.#out, { recursive: true });
    // No time stamp: the same bytes at any time.
    await writeFile(join(this.#out, name), this.#gzip ? gzipSync(content, { mtime: 0 }) : content);
    this.#parts = [];
    this.#bytes = 0;
  }
}

/** The words of many texts that can be spelled in another way, each once. */
class SpelledWords implements Iterable<string> {
  readonly #seen = new Set<string>();
  readonly #spelled = new Set<string>();

  add(text: string): void {
    for (const word of fold(text).split(/[^\p{L}\p{N}]+/u)) {
      if (this.#seen.has(word)) continue;
      this.#seen.add(word);
      if (spellingsOf(word).length > 0) this.#spelled.add(word);
    }
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#spelled.values();
  }
}
