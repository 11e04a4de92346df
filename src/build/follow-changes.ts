import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';

/** What is saved within this time is one change: an editor saves a file in several steps. */
const SETTLE_MS = 50;

/**
 * Calls `renew` now, and again whenever something below a folder has changed, until the signal. A call that goes on is
 * waited for.
 */
export async function followChanges(folder: string, signal: AbortSignal, renew: () => Promise<unknown>): Promise<void> {
  // What was saved before the watching began.
  let changed = Promise.withResolvers<void>();
  changed.resolve();
  const broken = new AbortController();
  const stop = AbortSignal.any([signal, broken.signal]);
  stop.addEventListener('abort', () => changed.resolve(), { once: true });
  const watcher = watch(folder, { ignoreInitial: true })
    .on('all', () => changed.resolve())
    // What was saved while it looked around for the first time.
    .on('ready', () => changed.resolve())
    .on('error', (error) => broken.abort(error));
  try {
    for (;;) {
      await changed.promise;
      await wait(SETTLE_MS, undefined, { signal: stop });
      changed = Promise.withResolvers();
      await renew().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await watcher.close();
  }
  if (!signal.aborted) broken.signal.throwIfAborted();
}
