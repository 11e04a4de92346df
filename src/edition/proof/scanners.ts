import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { askThread, FEW } from './ask-thread.ts';
import type { Bundle } from './bundles.ts';
import { type Order, type Outcome, performer, type ScanSetting } from './orders.ts';
import type { Finding } from './rules.ts';
import type { FileScan } from './scan-file.ts';

/** Bytes of a list that is in memory alone. */
const LONG = 64 * 1024 * 1024;
/** Files of one order. */
const SOME = 250;

/** Those who read an edition: this thread where it is small, else one on each core. */
export class Scanners {
  readonly #dist: string;
  readonly #here: ((order: Order) => Outcome) | null;
  readonly #threads: readonly Worker[];

  constructor(setting: ScanSetting, files: number) {
    this.#dist = setting.dist;
    this.#here = files > FEW ? null : performer(setting);
    this.#threads = Array.from(
      { length: this.#here ? 0 : availableParallelism() },
      () => new Worker(new URL('./scan.worker.ts', import.meta.url), { workerData: setting }),
    );
  }

  /** Scans files; in their order. */
  async scan(files: readonly string[]): Promise<FileScan[]> {
    const orders = Array.from({ length: Math.ceil(files.length / SOME) }, (_, index) => ({
      files: files.slice(index * SOME, (index + 1) * SOME),
    }));
    return (await this.#perform(orders)).flatMap(({ scans }) => scans);
  }

  /**
   * Scans files that repeat others, one by one.
   * @param known hashes of those others
   */
  async scanLists(files: readonly string[], known: ReadonlySet<string>): Promise<FileScan[]> {
    if (this.#here) this.#here({ known });
    await Promise.all(this.#threads.map((thread) => askThread(thread, { known })));
    const outcomes: Outcome[] = [];
    const isLong = (file: string) => statSync(join(this.#dist, file)).size > LONG;
    for (const file of files.filter(isLong)) outcomes.push(...(await this.#perform([{ files: [file] }])));
    const others = files.filter((file) => !isLong(file)).map((file) => ({ files: [file] }));
    outcomes.push(...(await this.#perform(others)));
    return outcomes.flatMap(({ scans }) => scans);
  }

  /** Holds the words of search indexes against their pages. */
  async hold(bundles: readonly Bundle[]): Promise<Finding[]> {
    const outcomes = await this.#perform(bundles.map((bundle) => ({ bundle })));
    return outcomes.flatMap(({ findings }) => findings);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  async #perform(orders: readonly Order[]): Promise<Outcome[]> {
    if (this.#here) return orders.map(this.#here);
    const outcomes: Outcome[] = [];
    const left = orders.entries();
    const work = async (thread: Worker) => {
      for (const [index, order] of left) outcomes[index] = await askThread(thread, order);
    };
    await Promise.all(this.#threads.map(work));
    return outcomes;
  }
}
