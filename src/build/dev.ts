import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatProblem } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import type { ReadMemo } from '../archive/read-memo.ts';
import { checkArchive } from '../check/check.ts';
import { rules } from '../check/rules/index.ts';
import { type Edition, workFolder } from '../edition/editions.ts';
import { partition } from '../edition/partition.ts';
import { astroEnvironment, astroProgram } from './astro.ts';
import { CommandError } from './command.ts';
import { dividing, isDividedBy } from './divided-by.ts';
import { codeFingerprint } from './fingerprint.ts';
import { followChanges } from './follow-changes.ts';
import { withLock } from './lock.ts';
import { leaveProblems } from './problem-overlay.ts';
import { memosOf, openMemo } from './remember.ts';
import { StandingFolder } from './standing-folder.ts';

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
  await withLock(join(project, workFolder(edition), '..', 'build.lock'), 'A build in this folder', () =>
    withServer({ project, edition, port, signal }, async (serve) => {
      const code = codeFingerprint(project);
      // Beginning takes the server about as long as reading the content: what stood there last is shown meanwhile.
      const early = isDividedBy(work, code) ? serve() : null;
      const opening = openMemo(memosOf(work).content, code);
      await Promise.race([opening, early ?? opening]);
      const { memo, save } = await opening;
      const renewAll = renewer(content, edition, work, memo, code);
      if (!early) {
        if (!(await renewAll())) await untilSound(content, signal, renewAll);
        await save();
        if (signal.aborted) return;
      }
      await followUntil(serve(), content, renewAll);
      await save();
    }),
  );
}

type ServerOptions = Pick<DevOptions, 'project' | 'edition' | 'port' | 'signal'>;

/**
 * Lends Astro's development server, which begins when it is first asked for. It has ended when this returns or throws:
 * until then it reads what the lock guards.
 */
async function withServer(
  { signal, ...options }: ServerOptions,
  use: (serve: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  const stop = AbortSignal.any([signal, over.signal]);
  let ended: Promise<void> | undefined;
  try {
    await use(() => {
      ended ??= serve({ ...options, signal: stop });
      return ended;
    });
  } finally {
    over.abort();
    // Where it failed, whoever began it has heard so.
    await Promise.allSettled([ended]);
  }
}

/** Astro's development server, until it has ended by itself or because it was told to. */
function serve({ project, edition, port, signal }: ServerOptions): Promise<void> {
  const server = spawn(process.execPath, [astroProgram, 'dev', '--port', String(port), '--host', '127.0.0.1'], {
    cwd: project,
    env: { ...astroEnvironment(edition), ASTRO_DEV_BACKGROUND: '0' },
    stdio: 'inherit',
    signal,
  });
  return new Promise<void>((resolve, reject) => {
    // Where it is being stopped it is still there until it exits.
    server.on('error', (error) => {
      if (server.pid === undefined) reject(error);
    });
    server.on('exit', (code) =>
      code && !signal.aborted ? reject(new CommandError('Astro’s server has ended.')) : resolve(),
    );
  });
}

/** Renews the edition whenever its content changes, until the server has ended. */
async function followUntil(ended: Promise<void>, content: string, renewAll: () => Promise<boolean>): Promise<void> {
  const watching = new AbortController();
  const follow = followChanges(content, watching.signal, renewAll);
  try {
    await Promise.race([ended, follow]);
  } finally {
    watching.abort();
    await follow;
  }
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
function renewer(
  content: string,
  edition: Edition,
  work: string,
  memo: ReadMemo,
  code: string,
): () => Promise<boolean> {
  const folders = StandingFolder.inputOf(work);
  let told = '';
  return async () => {
    const archive = await readArchive(content, memo);
    const problems = checkArchive(archive, rules, memo);
    const shown = problems.map((problem) => ({ ...problem, file: join(content, problem.file) }));
    const report = shown.map(formatProblem).join('\n');
    if (report !== '' && report !== told) console.error(report);
    told = report;
    await mkdir(work, { recursive: true });
    if (problems.length === 0)
      await dividing(work, code, () => partition(content, edition, work, { archive, memo, folders }));
    // The server looks at the edition again when it hears of this.
    leaveProblems(work, shown);
    return problems.length === 0;
  };
}
