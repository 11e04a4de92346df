import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ShardJob } from './shard-program.ts';

const PROGRAM = fileURLToPath(new URL('./shard-program.ts', import.meta.url));

/** Builds a shard in a process of its own. */
export function buildInProcess(job: ShardJob, signal: AbortSignal): Promise<void> {
  const child = fork(PROGRAM, [], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], signal });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killed) => {
      if (code === 0) resolve();
      else reject(new Error(failureOf(job, killed, said)));
    });
    child.send(job, (error) => {
      if (error) reject(error);
    });
  });
}

function failureOf({ pages }: ShardJob, killed: NodeJS.Signals | null, said: string): string {
  const what = `the search index of ${pages.length} pages from ${pages[0]?.address} on`;
  if (!killed) return `${what} could not be built: ${said.trim()}`;
  return `${what} could not be built: its process was ended by ${killed}, as happens where memory runs out`;
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
