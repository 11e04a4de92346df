import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/**
 * Runs Pagefind's own process for an index as long as `work` takes: it gives its memory back only when it ends. Pagefind
 * does not notice that its process is gone and leaves its answers pending; here whatever is pending then fails.
 * Throws the reason of `signal` once that is aborted.
 */
export async function withPagefind<T>(work: (index: PagefindIndex) => Promise<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  let ended: string | null = null;
  const onExit = (code: number | null, killed: string | null) => {
    ended = killed === null ? `ended with code ${code}` : `was ended by ${killed}, as happens where memory runs out`;
    void close();
  };
  const [starting, service] = started(() => createIndex({ forceLanguage: 'en', includeCharacters: '/' }));
  service?.once('exit', onExit);
  signal?.addEventListener('abort', close);
  try {
    signal?.throwIfAborted();
    const { index, errors } = await starting;
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    return await work(index);
  } catch (error) {
    signal?.throwIfAborted();
    throw ended === null ? error : new Error(`Pagefind's process ${ended}`, { cause: error });
  } finally {
    signal?.removeEventListener('abort', close);
    service?.off('exit', onExit);
    await close();
  }
}

/** What `begin` gives, and the process that it began: Pagefind keeps that to itself. */
function started<T>(begin: () => T): [T, ChildProcess | undefined] {
  const processes: ChildProcess[] = [];
  const note = (message: unknown) => processes.push((message as { process: ChildProcess }).process);
  subscribe('child_process', note);
  try {
    return [begin(), processes[0]];
  } finally {
    unsubscribe('child_process', note);
  }
}
