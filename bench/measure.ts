import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { processTree, ticksOfEnded } from './process-tree.ts';

/** What a program took. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all its processes together; null where the system does not tell. */
  readonly cpu: number | null;
  /** The most memory that it and its children held at one moment, bytes; null where the system does not tell. */
  readonly memory: number | null;
  /** The most memory that any single one of these processes held, bytes; null where the system does not tell. */
  readonly process: number | null;
  /** Null where it ended well, else the end of what it said. */
  readonly failure: string | null;
}

export interface MeasureOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

const SAMPLE_MS = 50;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/**
 * Runs a program and measures it with all its children, by looking at them many times a second (Linux). Nothing else
 * may be run by this process meanwhile: the system counts the processor of all its children together.
 */
export async function measure(command: readonly string[], { env, cwd, signal }: MeasureOptions): Promise<Cost> {
  const [program = '', ...args] = command;
  const before = await ticksOfEnded();
  const started = performance.now();
  const child = spawn(program, args, {
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
  let [memory, largest] = [0, 0];
  const ticks = new Map<number, number>();
  let running = true;
  // Sampled, because no system call tells the peak of a whole tree.
  const sampling = (async () => {
    while (running) {
      const tree = child.pid === undefined ? [] : await processTree(child.pid);
      const sum = tree.reduce((total, one) => total + one.memory, 0);
      memory = Math.max(memory, sum);
      largest = Math.max(largest, ...tree.map(({ peak }) => peak));
      for (const { pid, cpu } of tree) ticks.set(pid, Math.max(ticks.get(pid) ?? 0, cpu));
      await wait(SAMPLE_MS);
    }
  })();
  const code = await ended.finally(() => {
    running = false;
  });
  const wall = (performance.now() - started) / 1000;
  await sampling;
  // The system's own count lacks processes that nobody waited for, the samples what ended between two of them.
  const sampled = [...ticks.values()].reduce((sum, count) => sum + count, 0);
  const cpu = Math.max(sampled, (await ticksOfEnded()) - before) / TICKS;
  return {
    wall,
    cpu: ticks.size > 0 ? cpu : null,
    memory: memory > 0 ? memory : null,
    process: largest > 0 ? largest : null,
    failure: code === 0 ? null : said.trim() || `it ended with ${code ?? 'a signal'}`,
  };
}

/** Programs that ran one after the other, as one: the times added, the most memory of any. */
export function together(costs: readonly Cost[]): Cost {
  const failed = costs.find(({ failure }) => failure !== null);
  const known = (key: 'cpu' | 'memory' | 'process') => {
    const values = costs.map((cost) => cost[key]);
    return values.some((value) => value === null) ? null : values.map(Number);
  };
  const most = (values: number[] | null) => values && Math.max(...values);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const cpu = known('cpu');
  return {
    wall: sum(costs.map(({ wall }) => wall)),
    cpu: cpu && sum(cpu),
    memory: most(known('memory')),
    process: most(known('process')),
    failure: failed?.failure ?? null,
  };
}
