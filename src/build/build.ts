import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatProblem } from '../archive/problem.ts';
import { type ArchiveContent, readArchive } from '../archive/read.ts';
import { checkArchive } from '../check/check.ts';
import { rules } from '../check/rules/index.ts';
import { EDITIONS, type Edition, workFolder } from '../edition/editions.ts';
import { nonInterference } from '../edition/noninterference.ts';
import { partition, writePartition } from '../edition/partition.ts';
import { isWhole } from '../edition/seal/check-manifest.ts';
import { CommandError } from '../lib/command.ts';
import { codeFingerprint, fingerprint } from '../lib/fingerprint.ts';
import { withLock } from '../lib/lock.ts';
import { Progress } from '../lib/progress.ts';
import { draftOf, recover, swapIn } from '../lib/swap.ts';
import { type AuditJob, requireAudit } from './audit.ts';
import type { EditionJob } from './edition-job.ts';
import { makeBehindWall } from './wall.ts';

export interface BuildOptions {
  /** The folder of this project, absolute. */
  readonly project: string;
  readonly content?: string | undefined;
  /** Each edition is put into a folder of its own name below it. */
  readonly out?: string | undefined;
  readonly editions?: readonly Edition[] | undefined;
  /** Takes an edition that was built from the same input for what it was, without reading it. */
  readonly onlyStale?: boolean;
  readonly quiet?: boolean;
  readonly signal: AbortSignal;
  /** The steps, if they are others than those of a real build. */
  readonly steps?: BuildSteps;
}

/** The parts of a build that take long, so that tests of locks, kills and full disks can put others in their place. */
export interface BuildSteps {
  /** Makes the edition out of its work folder. */
  make(job: EditionJob, signal: AbortSignal): Promise<void>;
  /** Throws a `CommandError` if the edition holds something withheld. */
  audit(job: AuditJob, signal: AbortSignal): Promise<string>;
}

const STEPS: BuildSteps = { make: makeBehindWall, audit: requireAudit };

/** Builds editions from the content. Throws a `CommandError`; then the edition that was there before still is. */
export async function buildEditions(options: BuildOptions): Promise<void> {
  const { project, editions = EDITIONS, signal, quiet = false, steps = STEPS } = options;
  const content = resolve(project, options.content ?? 'content');
  const out = resolve(project, options.out ?? 'dist');
  if (!existsSync(content)) throw new CommandError(`There is no folder ${content}: nothing to build.`);
  await withLock(buildLock(project), 'A build in this folder', async () => {
    const input = fingerprint(project, content);
    const stale = await staleOf(out, editions, input, options.onlyStale ?? false);
    for (const edition of editions) {
      if (!quiet && !options.onlyStale && !stale.includes(edition))
        console.error(`${edition.padEnd(9)}  nothing has changed since it was built`);
    }
    if (stale.length === 0) return;
    const archive = await new Progress('content', { quiet }).step('check', () => readSound(content));
    for (const edition of stale) {
      const work = resolve(project, workFolder(edition));
      const target = join(out, edition);
      const job = { project, edition, work, draft: draftOf(target), quiet, content };
      await recover(target);
      // From now on the work folder may hold something that the edition there was not built from.
      await rm(stampOf(out, edition), { force: true });
      await inDraft(job.draft, async () => {
        await buildEdition(job, archive, steps, signal);
        await swapIn(target);
      });
      await writeFile(stampOf(out, edition), input);
    }
  });
}

/** The lock that everything takes which writes into the work folders. */
export const buildLock = (project: string) => join(project, workFolder('public'), '..', 'build.lock');

/** Makes an empty folder for `work` to fill, and removes what is left of it afterwards. */
async function inDraft(draft: string, work: () => Promise<void>): Promise<void> {
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await work();
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** One edition in its draft: partition, then everything behind the wall, then the audit. */
async function buildEdition(
  job: EditionJob & { readonly content: string },
  archive: ArchiveContent,
  steps: BuildSteps,
  signal: AbortSignal,
): Promise<void> {
  const progress = new Progress(job.edition, { quiet: job.quiet });
  await progress.step('partition', async (report) => report(await makePartition(job, archive)));
  signal.throwIfAborted();
  await steps.make(job, signal);
  signal.throwIfAborted();
  await progress.step('audit', async (report) => report(await steps.audit({ ...job, dist: job.draft }, signal)));
  signal.throwIfAborted();
}

/** Writes the partition of an edition. Throws a `CommandError` if the public one depends on withheld matter. */
export async function makePartition({ project, edition, work }: EditionJob, archive: ArchiveContent): Promise<string> {
  const part = await partition(archive, edition);
  const detail =
    edition === 'public' ? requireNonInterference(archive, part.entries) : `${part.entries.length} entries`;
  writePartition(archive, part, work, codeFingerprint(project));
  return detail;
}

function requireNonInterference(archive: ArchiveContent, part: Parameters<typeof nonInterference>[1]): string {
  const { changed, differences } = nonInterference(archive, part);
  if (differences.length === 0) return `${part.length} entries, the same after ${changed} withheld values were changed`;
  const shown = differences.slice(0, 12);
  const more = differences.length > shown.length ? [`… and ${differences.length - shown.length} more`] : [];
  throw new CommandError(
    ['The public edition would tell of what is withheld. These entries depend on it:', ...shown, ...more].join('\n'),
  );
}

/** Reads and checks the content. Throws a `CommandError` with every problem. */
export async function readSound(content: string): Promise<ArchiveContent> {
  const archive = await readArchive(content);
  const problems = checkArchive(archive, rules);
  if (problems.length === 0) return archive;
  const lines = problems.map((problem) => formatProblem({ ...problem, file: join(content, problem.file) }));
  throw new CommandError(`${lines.join('\n')}\n${problems.length} problems in the content: nothing was built.`);
}

const stampOf = (out: string, edition: Edition) => join(out, `.${edition}.built-from`);

/** The editions that were built from other input, or are no longer what they were when they were built. */
async function staleOf(
  out: string,
  editions: readonly Edition[],
  input: string,
  unread: boolean,
): Promise<readonly Edition[]> {
  const stale: Edition[] = [];
  for (const edition of editions) {
    const stamp = stampOf(out, edition);
    const built = existsSync(join(out, edition, 'index.html')) && existsSync(stamp);
    if (!built || (await readFile(stamp, 'utf8')) !== input) stale.push(edition);
    else if (!unread && !(await isWhole(join(out, edition)))) stale.push(edition);
  }
  return stale;
}
