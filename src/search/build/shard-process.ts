import { inOwnProcess, WorkFailed } from '../../pipeline/own-process.ts';
import type { ShardJob } from './shard-program.ts';

/** Builds a shard in a process of its own. */
export async function buildInProcess(job: ShardJob, signal: AbortSignal): Promise<void> {
  try {
    await inOwnProcess(new URL('./shard-program.ts', import.meta.url), job, signal);
  } catch (error) {
    if (!(error instanceof WorkFailed)) throw error;
    const { length, 0: first } = job.pages;
    throw new Error(
      `the search index of ${length} pages from ${first?.address} on could not be built: ${error.message}`,
    );
  }
}

/** Does the work for each item, so many at once; the first failure ends the others. */
export async function eachAtOnce<T>(
  items: readonly T[],
  most: number,
  work: (item: T, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      either.throwIfAborted();
      await work(item, either);
    }
  };
  const workers = Array.from({ length: Math.max(1, most) }, () =>
    worker().catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  const results = await Promise.allSettled(workers);
  signal?.throwIfAborted();
  if (results.some(({ status }) => status === 'rejected')) throw failed.signal.reason;
}
