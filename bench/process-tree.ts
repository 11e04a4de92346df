import { readdir, readFile } from 'node:fs/promises';

/** A process as it is at one moment. */
export interface ProcessSample {
  readonly pid: number;
  /** Ticks of its own. */
  readonly cpu: number;
  /** Bytes that it holds, and the most that it has ever held. */
  readonly memory: number;
  readonly peak: number;
}

/** A process and all below it; empty where there is no /proc (Linux). Processes come and go between two readings. */
export async function processTree(pid: number): Promise<ProcessSample[]> {
  const [stat, status, children] = await Promise.all([
    read(`/proc/${pid}/stat`),
    read(`/proc/${pid}/status`),
    childrenOf(pid),
  ]);
  if (stat === '') return [];
  const [user = 0, system = 0] = fieldsFrom(14, stat);
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
  const own = { pid, cpu: user + system, memory: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
  return [own, ...(await Promise.all(children.map(processTree))).flat()];
}

/** Ticks of all children that this process has seen end, with those that these have seen end. */
export async function ticksOfEnded(): Promise<number> {
  const [user = 0, system = 0] = fieldsFrom(16, await read('/proc/self/stat'));
  return user + system;
}

/** The fields of a `stat` file as proc_pid_stat numbers them; the name in parentheses, its second, may hold spaces. */
function fieldsFrom(first: number, stat: string): number[] {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(first - 3).map(Number);
}

/** Each thread has a list of its own of the processes that it started. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(threads.map((thread) => read(`/proc/${pid}/task/${thread}/children`)));
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

/** Empty where the process has ended. */
const read = (file: string) => readFile(file, 'utf8').catch(() => '');
