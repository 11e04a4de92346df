import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** What a program took. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all its processes together; null where the system does not tell. */
  readonly cpu: number | null;
  /** The most memory that it and its children held at one moment, bytes; null where the system does not tell. */
  readonly memory: number | null;
  /** Null where it ended well, else the end of what it said. */
  readonly failure: string | null;
}

export interface MeasureOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

const SAMPLE_MS = 50;
/** Bytes. */
const PAGE = 4096;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/** Runs a Node program and measures it with all its children, by looking at them many times a second (Linux). */
export async function measure(args: readonly string[], { env, cwd, signal }: MeasureOptions): Promise<Cost> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  let memory = 0;
  const ticks = new Map<number, number>();
  let running = true;
  // Sampled, because no system call tells the peak of a whole tree.
  const sampling = (async () => {
    while (running) {
      const tree = await processTree(child.pid ?? 0);
      memory = Math.max(
        memory,
        tree.reduce((sum, process) => sum + process.memory, 0),
      );
      for (const { pid, cpu } of tree) ticks.set(pid, Math.max(ticks.get(pid) ?? 0, cpu));
      await wait(SAMPLE_MS);
    }
  })();
  const code = await ended.finally(() => {
    running = false;
  });
  const wall = (performance.now() - started) / 1000;
  await sampling;
  const cpu = [...ticks.values()].reduce((sum, count) => sum + count, 0) / TICKS;
  return {
    wall,
    cpu: ticks.size > 0 ? cpu : null,
    memory: memory > 0 ? memory : null,
    failure: code === 0 ? null : said.trim(),
  };
}

interface ProcessSample {
  readonly pid: number;
  /** Ticks of its own. */
  readonly cpu: number;
  readonly memory: number;
}

/** A process and all below it; empty where there is no /proc. Processes come and go between two readings. */
async function processTree(pid: number): Promise<ProcessSample[]> {
  const [stat, children] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null),
    readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''),
  ]);
  if (stat === null) return [];
  // The name in parentheses may hold spaces; behind it the fields are numbered from 3 (proc_pid_stat).
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]];
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => processTree(Number(child))),
  );
  return [{ pid, cpu: user + system, memory: pages * PAGE }, ...below.flat()];
}
