import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { askThread, FEW } from './ask-thread.ts';
import type { Bundle } from './bundles.ts';
import { KnownHashes } from './known-hashes.ts';
import { type Order, type Outcome, performer, type ScanSetting } from './orders.ts';
import type { Finding } from './rules.ts';
import type { FileScan } from './scan-file.ts';

/** Files of one order. */
const SOME = 250;

/** Those who read an edition: this thread where it is small, else one on each core. */
export class Scanners {
  readonly #here: ((order: Order) => Outcome) | null;
  readonly #threads: readonly Worker[];

  constructor(setting: ScanSetting, files: number) {
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
   * @param hashes those of the others
   */
  async scanLists(files: readonly string[], hashes: Iterable<string>): Promise<FileScan[]> {
    const known = KnownHashes.of(hashes).share();
    if (this.#here) this.#here({ known });
    await Promise.all(this.#threads.map((thread) => askThread(thread, { known })));
    const orders = files.map((file) => ({ files: [file] }));
    return (await this.#perform(orders)).flatMap(({ scans }) => scans);
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
