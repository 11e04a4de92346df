import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
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

const SAMPLE_MS = 50;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/** Runs a Node program and measures it with all its children, by looking at them many times a second (Linux). */
export async function measure(args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<Cost> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
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

/** A process and all below it; empty where there is no /proc. */
async function processTree(root: number): Promise<ProcessSample[]> {
  const samples = new Map<number, ProcessSample & { parent: number }>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    // Processes come and go between the two readings.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    if (stat === null) continue;
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
    samples.set(Number(name), { pid: Number(name), parent, cpu: user + system, memory: pages * 4096 });
  }
  return [...samples.values()].filter(({ pid }) => {
    for (let at: number | undefined = pid; at; at = samples.get(at)?.parent) if (at === root) return true;
    return false;
  });
}
