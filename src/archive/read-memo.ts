import { hash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CitedReference } from './citations.ts';
import type { Entry } from './collections.ts';
import type { TextFacts } from './text-facts.ts';
import { readLines, writeLines } from './write-lines.ts';

/** What was read out of a file, as long as its bytes stay. */
export interface FileReading {
  readonly file: string;
  /** Hash of the bytes. */
  readonly key: string;
  readonly entries: readonly Entry[];
  /** The references that the text of each entry makes; null before somebody looked for them. */
  citations: readonly (readonly CitedReference[])[] | null;
  /** What there is to know of its text; null before somebody asked. */
  text: TextFacts | null;
  /** The places of its text; null before somebody asked. */
  locators: readonly string[] | null;
}

/**
 * Remembers what files of a content folder were read as, so that only those that changed are parsed again. It never
 * answers for other bytes than those it was told of, and forgets every file that the last reading did not meet.
 */
export class ReadMemo {
  readonly #known = new Map<string, FileReading>();
  readonly #met = new Set<string>();
  readonly #stamps = new Map<string, string>();
  #changed = false;

  /**
   * @param file where it is kept
   * @param code hash of the program that reads: another one reads everything anew
   */
  static async open(file: string, code: string): Promise<ReadMemo> {
    const memo = new ReadMemo();
    let head = true;
    for await (const line of readLines(file)) {
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

  /**
   * What was read of a file that this process has read before and nobody has touched since, as the file system has it.
   * @param stats those of the file before it is read
   */
  untouched(file: string, stats: BigIntStats): FileReading | undefined {
    const reading = this.#known.get(file);
    if (!reading || this.#stamps.get(file) !== stampOf(stats)) return undefined;
    this.#met.add(file);
    return reading;
  }

  /** Told of each file that is read. */
  touched(file: string, stats: BigIntStats): void {
    // A file that was written just now may be written again at what the file system takes for the same moment.
    if (Date.now() - Number(stats.ctimeMs) > SETTLED_MS) this.#stamps.set(file, stampOf(stats));
    else this.#stamps.delete(file);
  }

  /** A reading of the folder begins: what it does not meet is forgotten. */
  begin(): void {
    this.#met.clear();
  }

  get(file: string, key: string): FileReading | undefined {
    const reading = this.#known.get(file);
    if (reading?.key !== key) return undefined;
    this.#met.add(file);
    return reading;
  }

  /** What this reading of the folder met in a file; nothing where that has problems. */
  of(file: string): FileReading | undefined {
    return this.#met.has(file) ? this.#known.get(file) : undefined;
  }

  set(reading: FileReading): void {
    this.#known.set(reading.file, reading);
    this.#met.add(reading.file);
    this.#changed = true;
  }

  /** What was found out about the file besides. */
  add(reading: FileReading, found: Partial<Pick<FileReading, 'citations' | 'text' | 'locators'>>): void {
    Object.assign(reading, found);
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

const SETTLED_MS = 2000;

const stampOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats) => `${ino} ${size} ${mtimeNs} ${ctimeNs}`;

function* linesOf(code: string, readings: readonly FileReading[]): Iterable<string> {
  yield code;
  for (const reading of readings) yield JSON.stringify(reading);
}
