import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf } from '../src/archive/address.ts';
import { idOfFile } from '../src/archive/id.ts';
import { freePort } from '../src/lib/free-port.ts';
import { median } from './figures.ts';
import { generateArchive } from './generate.ts';

export interface DevBenchOptions {
  readonly project: string;
  readonly documents: number;
  readonly seed: number;
  /** Edits of which the time is taken. */
  readonly edits: number;
  readonly signal: AbortSignal;
}

/** Seconds. */
export interface DevTimes {
  /** From the start of the command to the first page, where nothing has been read before. */
  readonly firstStart: number;
  /** The same where an earlier session left pages. */
  readonly start: number;
  /** From that start to a page with what was saved between the two sessions. */
  readonly renewed: number;
  /** From the saving of a précis to its page. */
  readonly edits: readonly number[];
}

const POLL_MS = 20;
const PATIENCE_MS = 300_000;

/** Serves a generated archive for development as an editor would, and says how long they wait. */
export async function benchDev({ project, documents, seed, edits, signal }: DevBenchOptions): Promise<DevTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-bench-'));
  const work = `.editions/bench-${process.pid}`;
  const own = join(folder, 'content');
  try {
    await generateArchive(own, { documents, seed });
    const file = await longestPrecis(join(own, 'documents'));
    const args = [join(project, 'scripts/dev.ts'), '--content', own];
    const env = { ...process.env, NODE_ENV: 'development', ENFOCUSTOM_WORK: work };
    const save = (words: string) => appendFile(join(own, 'documents', file), `\n${words}.\n`);
    const session = async (words: string, use: (address: string) => Promise<number[]>) => {
      const port = await freePort();
      const address = `http://127.0.0.1:${port}${addressOf('documents', idOfFile('documents', file.slice(0, -3)))}`;
      const started = performance.now();
      const child = spawn(process.execPath, [...args, '--port', String(port)], { cwd: project, env, stdio: 'ignore' });
      const ended = once(child, 'exit');
      const stop = AbortSignal.any([signal, goneWith(ended)]);
      try {
        await shown(address, '', stop);
        const start = since(started);
        await shown(address, words, stop);
        const renewed = since(started);
        return { start, renewed, edits: await use(address) };
      } finally {
        child.kill('SIGTERM');
        await ended;
      }
    };
    const first = await session('', async () => []);
    const between = 'Words from between the sessions';
    await save(between);
    const second = await session(between, async (address) => {
      const times: number[] = [];
      for (let n = 1; n <= edits; n++) {
        const words = `Edit ${n} of the measuring`;
        await save(words);
        const saved = performance.now();
        await shown(address, words, signal);
        times.push(since(saved));
      }
      return times;
    });
    return { ...second, firstStart: first.start };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(join(project, work), { recursive: true, force: true });
  }
}

export function devLines({ firstStart, start, renewed, edits }: DevTimes): string {
  const line = (name: string, seconds: number) => `${name.padEnd(38)}${seconds.toFixed(1).padStart(6)} s\n`;
  return [
    line('first page of the first start', firstStart),
    line('first page of a later start', start),
    line('the same with what was saved before it', renewed),
    line(`an edit is shown (median of ${edits.length})`, median(edits)),
  ].join('');
}

const since = (started: number) => (performance.now() - started) / 1000;

function goneWith(ended: Promise<unknown>): AbortSignal {
  const gone = new AbortController();
  void ended.then(() => gone.abort(new Error('the development server has ended')));
  return gone.signal;
}

/** Asks for a page until it holds some words. */
async function shown(address: string, words: string, signal: AbortSignal): Promise<void> {
  const stop = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  for (;;) {
    stop.throwIfAborted();
    const page = await fetch(address, { signal: stop }).catch((error: unknown) => {
      // Nobody listens yet, or the server begins anew.
      if (stop.aborted) throw error;
      return null;
    });
    if (page?.ok && (await page.text()).includes(words)) return;
    await wait(POLL_MS, undefined, { signal: stop });
  }
}

async function longestPrecis(folder: string): Promise<string> {
  let [longest, length] = ['', -1];
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    // An appended paragraph must belong to what anybody may read.
    if (text.length > length && !text.includes(':::')) [longest, length] = [name, text.length];
  }
  return longest;
}
