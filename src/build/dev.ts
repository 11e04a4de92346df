import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Catalogue } from '../archive/catalogue.ts';
import { ContentFiles, FileChanged } from '../archive/content-files.ts';
import { formatProblem, type Problem } from '../archive/problem.ts';
import { type ArchiveContent, readArchive } from '../archive/read.ts';
import { checkArchive } from '../check/check.ts';
import { rules } from '../check/rules/index.ts';
import { type Edition, workFolder } from '../edition/editions.ts';
import {
  catalogueInput,
  contentOf,
  type Partition,
  partition,
  requireOwnFolders,
  writeFiles,
  writePartition,
} from '../edition/partition.ts';
import { PartitionRefused } from '../edition/refusal.ts';
import { readSnapshot, snapshotCode } from '../edition/snapshot.ts';
import { codeFingerprint } from '../lib/fingerprint.ts';
import { withLock } from '../lib/lock.ts';
import { handOver, type Site } from '../site/current.ts';
import { type CodePage, codePages } from '../site/handbook/codes.ts';
import { serveDevelopment } from './astro.ts';
import { buildLock } from './build.ts';
import { requireBuildablePath } from './buildable-path.ts';
import { followChanges } from './follow-changes.ts';
import { ProblemOverlay } from './problem-overlay.ts';

export interface DevOptions {
  readonly project: string;
  readonly edition: Edition;
  readonly content: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

/**
 * Astro's development server on one edition: a change of the content is read, checked, partitioned and shown at once. What
 * the same program partitioned last time is shown until the content has been read.
 */
export async function develop({ project, edition, content, port, signal }: DevOptions): Promise<void> {
  const work = resolve(project, workFolder(edition));
  const code = codeFingerprint(project);
  const overlay = new ProblemOverlay(join(project, 'src/site/archive.ts'));
  const desk = new Desk(project, content, edition, work, overlay);
  requireBuildablePath(project);
  await withLock(buildLock(project), 'A build in this folder', async () => {
    requireOwnFolders(work);
    mkdirSync(join(work, 'cache'), { recursive: true });
    if (snapshotCode(contentOf(work)) === code) desk.showLast();
    else await untilSound(content, signal, () => desk.renew());
    if (signal.aborted) return;
    const server = await serveDevelopment(work, port, [overlay.plugin]);
    try {
      await followChanges(content, signal, () => desk.renew());
    } finally {
      await server.stop();
      desk.save(code);
    }
  });
}

/** Waits until the content has no problem: there is nothing to show before. */
async function untilSound(content: string, signal: AbortSignal, renew: () => Promise<boolean>): Promise<void> {
  if (await renew()) return;
  console.error('\nThe pages appear when this is mended; waiting for the file to be saved …');
  const sound = new AbortController();
  await followChanges(content, AbortSignal.any([signal, sound.signal]), async () => {
    if (await renew()) sound.abort();
  });
}

/** The state of one edition while it is worked on. */
class Desk {
  readonly #content: string;
  readonly #edition: Edition;
  readonly #work: string;
  readonly #overlay: ProblemOverlay;
  readonly #files: ContentFiles;
  readonly #codes: readonly CodePage[];
  #reported = '';
  #last: { readonly archive: ArchiveContent; readonly part: Partition } | null = null;

  constructor(project: string, content: string, edition: Edition, work: string, overlay: ProblemOverlay) {
    this.#content = content;
    this.#edition = edition;
    this.#work = work;
    this.#overlay = overlay;
    this.#files = new ContentFiles(content);
    this.#codes = codePages(project);
  }

  /** Shows what was partitioned last time. */
  showLast(): void {
    const { inputs, bodyOf } = readSnapshot(contentOf(this.#work));
    this.#show(new Catalogue(inputs), bodyOf);
  }

  /** Reads what has changed and shows it; content with problems is reported and left as it was. Returns whether it has none. */
  async renew(): Promise<boolean> {
    const problems = await this.#problemsNow();
    const shown = problems.map((problem) => ({ ...problem, file: join(this.#content, problem.file) }));
    const report = shown.map(formatProblem).join('\n');
    if (report !== '' && report !== this.#reported) console.error(report);
    this.#reported = report;
    this.#overlay.renew(shown);
    return problems.length === 0;
  }

  async #problemsNow(): Promise<readonly Problem[]> {
    try {
      const archive = await readArchive(this.#content, this.#files);
      const problems = checkArchive(archive, rules);
      if (problems.length > 0) return problems;
      const part = await partition(archive, this.#edition);
      const inputs = part.entries.map((one) => catalogueInput(archive, one));
      const bodies = new Map(part.entries.map(({ entry, body }) => [`${entry.collection}/${entry.id}`, body]));
      this.#show(new Catalogue(inputs), ({ collection, id }) => bodies.get(`${collection}/${id}`)?.() ?? '');
      writeFiles(part, this.#work);
      this.#last = { archive, part };
      return [];
    } catch (error) {
      if (error instanceof PartitionRefused) return error.problems;
      // It was saved once more meanwhile, and the next reading will find it whole.
      if (error instanceof FileChanged) return [];
      throw error;
    }
  }

  #show(archive: Catalogue, bodyOf: Site['bodyOf']): void {
    const [edition, codes] = [this.#edition, this.#codes];
    handOver({ edition, archive, bodyOf, origin: null, search: null, policy: '', codes, sizeOf: () => undefined });
  }

  /** Keeps what was shown last for the next start. */
  save(code: string): void {
    if (this.#last) writePartition(this.#last.archive, this.#last.part, this.#work, code);
  }
}
