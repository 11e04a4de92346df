import { hash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { CitedReference } from './citations.ts';
import type { Entry } from './collections.ts';
import { writeLines } from './write-lines.ts';

/** What was read out of a file, as long as its bytes stay. */
export interface FileReading {
  readonly file: string;
  /** Hash of the bytes. */
  readonly key: string;
  readonly entries: readonly Entry[];
  /** The references that the text of each entry makes; null before somebody looked for them. */
  citations: readonly (readonly CitedReference[])[] | null;
}

/**
 * Remembers what files of a content folder were read as, so that only those that changed are parsed again. It never
 * answers for other bytes than those it was told of, and forgets every file that the last reading did not meet.
 */
export class ReadMemo {
  readonly #known = new Map<string, FileReading>();
  readonly #met = new Set<string>();
  #changed = false;

  /**
   * @param file where it is kept
   * @param code hash of the program that reads: another one reads everything anew
   */
  static async open(file: string, code: string): Promise<ReadMemo> {
    const memo = new ReadMemo();
    if (!existsSync(file)) return memo;
    let head = true;
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      if (head && line !== code) return memo;
      if (!head) {
        const reading = JSON.parse(line) as FileReading;
        memo.#known.set(reading.file, reading);
      }
      head = false;
    }
    return memo;
  }

  static keyOf(bytes: Uint8Array): string {
    return hash('sha256', bytes);
  }

  get(file: string, key: string): FileReading | undefined {
    const reading = this.#known.get(file);
    if (reading?.key !== key) return undefined;
    this.#met.add(file);
    return reading;
  }

  /** The reading of a file that was met last. */
  of(file: string): FileReading | undefined {
    return this.#known.get(file);
  }

  set(reading: FileReading): void {
    this.#known.set(reading.file, reading);
    this.#met.add(reading.file);
    this.#changed = true;
  }

  setCitations(reading: FileReading, citations: FileReading['citations']): void {
    reading.citations = citations;
    this.#changed = true;
  }

  /** Keeps what the last reading met: whole, or not at all. */
  async save(file: string, code: string): Promise<void> {
    if (!this.#changed && this.#met.size === this.#known.size) return;
    await mkdir(dirname(file), { recursive: true });
    const met = [...this.#known.values()].filter((reading) => this.#met.has(reading.file));
    await writeLines(file, linesOf(code, met));
  }
}

function* linesOf(code: string, readings: readonly FileReading[]): Iterable<string> {
  yield code;
  for (const reading of readings) yield JSON.stringify(reading);
}
