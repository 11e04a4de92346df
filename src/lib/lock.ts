import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandError } from './command.ts';

/** Who holds a lock: a process, told from a later one with the same number by the time it started. */
interface Holder {
  readonly pid: number;
  readonly started: string | null;
}

/**
 * Runs `work` while no other process holds the lock `file`. Where a living one does, throws a `CommandError`; the
 * lock of a process that has ended is taken over.
 */
export async function withLock<T>(file: string, what: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  await acquire(file, what);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string, what: string): Promise<void> {
  const own: Holder = { pid: process.pid, started: await startOf(process.pid) };
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await create(file, own)) return;
    const holder = await readHolder(file);
    if (holder === 'gone') continue;
    if (holder && (await isAlive(holder))) throw busy(what, holder);
    await discardDead(file, what, own);
  }
  throw cannotBeHad(file);
}

const busy = (what: string, { pid }: Holder) =>
  new CommandError(`${what} is already going on (process ${pid}). Wait for it to end, or stop it.`);
const cannotBeHad = (file: string) =>
  new CommandError(`The lock ${file} cannot be had. If nothing else is running, delete that file.`);

/** Sets apart what this process does at the same time. */
let drafts = 0;

/** The lock appears with its content, so that nobody reads half of it. False where there is one already. */
async function create(file: string, own: Holder): Promise<boolean> {
  const draft = `${file}.${process.pid}.${++drafts}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes a dead lock away. Only who holds the second lock may: a lock found dead by him stays dead until he removes it,
 * so that nobody ever removes a living one.
 */
async function discardDead(file: string, what: string, own: Holder): Promise<void> {
  const second = `${file}.discard`;
  if (!(await create(second, own))) {
    const other = await readHolder(second);
    if (other === 'gone') return;
    throw other && (await isAlive(other)) ? busy(what, other) : cannotBeHad(second);
  }
  try {
    const holder = await readHolder(file);
    if (holder !== 'gone' && !(holder && (await isAlive(holder)))) await rm(file, { force: true });
  } finally {
    await rm(second, { force: true });
  }
}

async function readHolder(file: string): Promise<Holder | null | 'gone'> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    throw error;
  }
  try {
    const { pid, started } = JSON.parse(text);
    return Number.isInteger(pid) && pid > 0 ? { pid, started: typeof started === 'string' ? started : null } : null;
  } catch {
    return null;
  }
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return started === null || started === (await startOf(pid));
}

/** When a process started, in clock ticks since boot; null where the system does not tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start is the 20th field behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
