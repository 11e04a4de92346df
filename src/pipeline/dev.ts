import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { formatProblem } from '../archive/problem.ts';
import { checkContent } from '../check/check.ts';
import { type Edition, workFolder } from '../edition/editions.ts';
import { partition } from '../edition/partition.ts';
import { astroEnvironment, astroProgram } from './astro.ts';
import { CommandError } from './command.ts';
import { withLock } from './lock.ts';
import { mirror } from './mirror.ts';
import { leaveProblems } from './problem-overlay.ts';

export interface DevOptions {
  readonly project: string;
  readonly edition: Edition;
  readonly content: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

/** Astro's development server on one edition; a change of the content is checked and partitioned at once. */
export async function develop({ project, edition, content, port, signal }: DevOptions): Promise<void> {
  const work = resolve(project, workFolder(edition));
  await withLock(join(project, workFolder(edition), '..', 'build.lock'), 'A build in this folder', async () => {
    const renewAll = renewer(content, edition, work);
    const sound = await renewAll();
    if (!sound && !existsSync(join(work, 'content'))) await untilSound(content, signal, renewAll);
    if (signal.aborted) return;
    const server = spawn(process.execPath, [astroProgram, 'dev', '--port', String(port), '--host', '127.0.0.1'], {
      cwd: project,
      env: { ...astroEnvironment(edition), ASTRO_DEV_BACKGROUND: '0' },
      stdio: 'inherit',
      signal,
    });
    const ended = new Promise<void>((resolve, reject) => {
      server.on('error', (error) => (signal.aborted ? resolve() : reject(error)));
      server.on('exit', (code) => (code ? reject(new CommandError('Astro’s server has ended.')) : resolve()));
    });
    const watching = new AbortController();
    const follow = followChanges(content, watching.signal, renewAll);
    await Promise.race([ended, follow]).finally(() => watching.abort());
  });
}

/** Where no earlier pages can be shown meanwhile: waits until the content has no problem. */
async function untilSound(content: string, signal: AbortSignal, renewAll: () => Promise<boolean>): Promise<void> {
  console.error('\nThe pages appear when this is mended; waiting for the file to be saved …');
  const waiting = new AbortController();
  const stop = AbortSignal.any([signal, waiting.signal]);
  await followChanges(content, stop, async () => {
    if (await renewAll()) waiting.abort();
  });
}

/**
 * Brings the edition's input up to date when it is called; content with problems is reported, once, and left out until
 * it is mended. Tells whether it has none.
 */
function renewer(content: string, edition: Edition, work: string): () => Promise<boolean> {
  let told = '';
  return async () => {
    const problems = await checkContent(content);
    const shown = problems.map((problem) => ({ ...problem, file: join(content, problem.file) }));
    const report = shown.map(formatProblem).join('\n');
    if (report !== '' && report !== told) console.error(report);
    told = report;
    await mkdir(work, { recursive: true });
    leaveProblems(work, shown);
    if (problems.length > 0) return false;
    const next = join(work, 'next');
    await partition(content, edition, next);
    for (const part of ['content', 'public']) await mirror(join(next, part), join(work, part));
    return true;
  };
}

async function followChanges(folder: string, signal: AbortSignal, renewAll: () => Promise<unknown>): Promise<void> {
  // What was saved before the watching began.
  let changed = true;
  const watcher = watch(folder, { ignoreInitial: true }).on('all', () => {
    changed = true;
  });
  const broken = new Promise<never>((_, reject) => watcher.on('error', reject));
  const loop = (async () => {
    // An editor saves a file in several steps; what settles within a moment is one change.
    for (;;) {
      await wait(200, undefined, { signal });
      if (!changed) continue;
      changed = false;
      await renewAll().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
  })();
  try {
    await Promise.race([broken, loop]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await watcher.close();
  }
}
