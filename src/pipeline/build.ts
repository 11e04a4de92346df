import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { formatProblem } from '../archive/problem.ts';
import { checkContent } from '../check/check.ts';
import { EDITIONS, type Edition, workFolder } from '../edition/editions.ts';
import { filesBelow } from '../edition/files.ts';
import { describeFindings } from '../edition/proof/report.ts';
import { seal } from '../edition/seal/manifest.ts';
import { isWhole } from '../edition/seal/whole.ts';
import { exportStore } from '../export/store.ts';
import { makeKeepable } from '../offline/keep/make-keepable.ts';
import { buildIndex } from '../search/build-index.ts';
import { CommandError } from './command.ts';
import { copyTree, placeStore } from './copy-tree.ts';
import { divide } from './divide.ts';
import { bindEdition, exportEdition } from './export.ts';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { makePages, originOf, placePages, type Share, writePolicy } from './pages.ts';
import { joinParts, partName, requireAllParts, takePart } from './parts.ts';
import { Progress } from './progress.ts';
import { proveDraft } from './prove-draft.ts';
import { memosOf, remembering } from './remember.ts';
import { draftOf, recover, swapIn } from './swap.ts';

export interface BuildOptions {
  /** The folder of this project, absolute. */
  readonly project: string;
  readonly content?: string | undefined;
  /** Each edition comes to lie in a folder of its own name below it. */
  readonly out?: string | undefined;
  readonly editions?: readonly Edition[] | undefined;
  /** Takes an edition that was built from the same input for what it was, without reading it. */
  readonly onlyStale?: boolean;
  /** Only that share of the pages, into a folder below `out/parts`; other machines make the rest. */
  readonly share?: Share | undefined;
  /** Folders of all shares of the one edition to build. */
  readonly parts?: readonly string[];
  /** Bytes that the processes of a step may take together. */
  readonly maxMemory?: number | undefined;
  readonly quiet?: boolean;
  readonly signal: AbortSignal;
}

interface Paths {
  readonly project: string;
  readonly content: string;
  readonly out: string;
  /** Folders of the shares to take the pages from. */
  readonly parts?: readonly string[] | undefined;
  readonly maxMemory?: number | undefined;
}

/** Builds editions from the content. Throws a `CommandError`; an edition that stood there before then still does. */
export async function buildEditions(options: BuildOptions): Promise<void> {
  const { project, editions = EDITIONS, signal, quiet = false } = options;
  const paths: Paths = {
    project,
    content: resolve(project, options.content ?? 'content'),
    out: resolve(project, options.out ?? 'dist'),
    parts: options.parts,
    maxMemory: options.maxMemory,
  };
  if (!existsSync(paths.content)) throw new CommandError(`There is no folder ${paths.content}: nothing to build.`);
  if (options.parts) await requireAllParts(options.parts);
  const lock = join(project, workFolder(editions[0] ?? 'public'), '..', 'build.lock');
  await withLock(lock, 'A build in this folder', async () => {
    const input = fingerprint(project, paths.content);
    const inPart = options.share !== undefined || options.parts !== undefined;
    const stale = inPart ? editions : await staleOf(paths.out, editions, input, options.onlyStale ?? false);
    for (const edition of editions) {
      if (!quiet && !options.onlyStale && !stale.includes(edition))
        console.error(`${edition.padEnd(9)}  nothing has changed since it was built`);
    }
    if (stale.length === 0) return;
    await new Progress('content', { quiet }).step('check', () => requireSound(paths));
    for (const edition of stale) {
      const progress = new Progress(edition, { quiet });
      if (options.share) await buildShare(paths, edition, options.share, progress, signal);
      else await buildEdition(paths, edition, input, progress, signal);
    }
  });
}

/** One edition, step by step: nothing is where readers look until all of them have passed. */
async function buildEdition(paths: Paths, edition: Edition, input: string, progress: Progress, signal: AbortSignal) {
  const work = workOf(paths, edition);
  const target = join(paths.out, edition);
  const draft = draftOf(target);
  await recover(target);
  // From now on the work folder may hold what the edition that stands there was not built from.
  await rm(stampOf(paths.out, edition), { force: true });
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    for (const { name, run } of steps) {
      signal.throwIfAborted();
      await progress.step(name, (report) => run({ ...paths, edition, work, draft, signal, report }));
    }
    await swapIn(target);
    await writeFile(stampOf(paths.out, edition), input);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const workOf = ({ project }: Paths, edition: Edition) => resolve(project, workFolder(edition));

/** The steps before the pages, and a share of these. */
async function buildShare(paths: Paths, edition: Edition, share: Share, progress: Progress, signal: AbortSignal) {
  const work = workOf(paths, edition);
  const folder = join(paths.out, 'parts', partName(edition, share));
  const context = { ...paths, edition, work, draft: folder, signal };
  for (const { name, run } of steps.slice(
    0,
    steps.findIndex((step) => step.name === 'pages'),
  )) {
    await progress.step(name, (report) => run({ ...context, report }));
  }
  await progress.step('pages', async (report) => makePages({ ...context, origin: originOf(context), report }, share));
  await takePart(work, edition, share, folder);
}

/** What a step works on. */
export interface StepContext extends Paths {
  readonly edition: Edition;
  /** The edition's input and caches. */
  readonly work: string;
  /** The edition as far as it is made. */
  readonly draft: string;
  readonly signal: AbortSignal;
  readonly report: (detail: string) => void;
}

export interface Step {
  readonly name: string;
  run(context: StepContext): Promise<unknown>;
}

/** The way from content to an edition. */
export const steps: readonly Step[] = [
  // Only what the edition may show goes any further.
  { name: 'partition', run: divide },
  // All that is no page of Astro's. Before the pages, which tell how large it is.
  { name: 'files', run: (context) => exportEdition({ ...context, memos: memosOf(context.work) }) },
  { name: 'pages', run: placeFiles },
  // From nothing but the pages as they will be served.
  { name: 'books', run: (context) => bindEdition({ ...context, memos: memosOf(context.work) }) },
  {
    name: 'index',
    run: ({ draft, signal, maxMemory }) => buildIndex(draft, { signal, maxMemory }),
  },
  { name: 'policy', run: ({ work, draft, edition }) => writePolicy(work, draft, edition) },
  // After the last change to any page: what browsers keep has their checksums, as the manifest has.
  {
    name: 'seal',
    run: async ({ draft, edition, work, project }) => seal(draft, edition, work, project, await makeKeepable(draft)),
  },
  { name: 'proof', run: requireProof },
];

/**
 * Builds an edition of some content into `draft`, neither checked nor proved, and over the input of that edition.
 * For comparing with another build.
 */
export async function buildUnproved(project: string, content: string, edition: Edition, draft: string): Promise<void> {
  const work = resolve(project, workFolder(edition));
  const context = { project, content, out: dirname(draft), edition, work, draft };
  const rest = { signal: new AbortController().signal, report: () => {} };
  await withLock(join(work, '..', 'build.lock'), 'A build in this folder', async () => {
    await mkdir(draft, { recursive: true });
    for (const { name, run } of steps) if (name !== 'proof') await run({ ...context, ...rest });
  });
}

/** Makes the pages, and puts the edition's static files and exports beside them. */
async function placeFiles({ draft, parts, ...input }: StepContext): Promise<void> {
  const origin = originOf(input);
  if (parts) await joinParts(parts, input.work, origin);
  await makePages({ ...input, origin });
  placePages(input.work, draft);
  const files = join(input.work, 'public');
  copyTree(files, draft, filesBelow(files));
  placeStore(exportStore(input.work), draft);
}

async function requireSound({ project, content }: Paths): Promise<void> {
  const memo = memosOf(join(project, workFolder('public'))).content;
  const problems = await remembering(project, memo, (memo) => checkContent(content, memo));
  if (problems.length === 0) return;
  const lines = problems.map((problem) => formatProblem({ ...problem, file: join(content, problem.file) }));
  throw new CommandError(`${lines.join('\n')}\n${problems.length} problems in the content: nothing was built.`);
}

async function requireProof({ project, content, edition, work, draft, signal, report }: StepContext): Promise<void> {
  const proof = await proveDraft({ project, content, edition, work, draft }, signal);
  if (proof.findings.length > 0) throw new CommandError(`${describeFindings(proof)}\nNothing was published.`);
  report(`${proof.files} files`);
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
