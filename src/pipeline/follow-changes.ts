import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';

/** What is saved within this time is one change: an editor saves a file in several steps. */
const SETTLE_MS = 50;

/** Calls `renew` now, and again whenever something below a folder has changed, until the signal. */
export async function followChanges(folder: string, signal: AbortSignal, renew: () => Promise<unknown>): Promise<void> {
  // What was saved before the watching began.
  let changed = Promise.withResolvers<void>();
  changed.resolve();
  const watcher = watch(folder, { ignoreInitial: true }).on('all', () => changed.resolve());
  const broken = new Promise<never>((_, reject) => watcher.on('error', reject));
  const loop = (async () => {
    for (;;) {
      await changed.promise;
      await wait(SETTLE_MS, undefined, { signal });
      changed = Promise.withResolvers<void>();
      await renew().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
  })();
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  try {
    await Promise.race([broken, loop, stopped]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await watcher.close();
  }
}
