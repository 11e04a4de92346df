import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readArchive } from '../../src/archive/read.ts';
import { makePartition } from '../../src/build/build.ts';
import { linkTree } from '../../src/build/buildable-path.ts';
import type { EditionJob } from '../../src/build/edition-job.ts';
import { makeBehindWall, PROGRAM } from '../../src/build/wall.ts';
import type { Edition } from '../../src/edition/editions.ts';
import { need } from '../../src/lib/debian.ts';
import { filesBelow, sha256 } from '../../src/lib/files.ts';
import { project } from '../../src/lib/project.ts';
import { STRACE } from '../support/debian.ts';

let sites = 0;

/** An archive in a folder of its own, built by this project with a work folder of its own. */
export class TestSite {
  readonly folder: string;
  readonly #work: string;

  private constructor(folder: string, work: string) {
    this.folder = folder;
    this.#work = work;
  }

  /** @param write writes `content/` and `public/` below a folder */
  static async of(write: (folder: string) => Promise<void>): Promise<TestSite> {
    const folder = await mkdtemp(join(tmpdir(), 'enfocustom-site-'));
    await write(folder);
    return new TestSite(folder, `.editions/site-${process.pid}-${++sites}`);
  }

  get content(): string {
    return join(this.folder, 'content');
  }

  work(edition: Edition): string {
    return join(project, this.#work, edition);
  }

  dist(edition: Edition): string {
    return join(this.folder, 'dist', edition);
  }

  /** Builds editions as the command does, without the check: an invented archive makes no sense. */
  async build(...editions: Edition[]): Promise<void> {
    const archive = await readArchive(this.content);
    for (const edition of editions) {
      const job = { project, edition, work: this.work(edition), draft: this.dist(edition), quiet: true };
      await mkdir(job.draft, { recursive: true });
      await makePartition(job, archive);
      await makeBehindWall(job, new AbortController().signal);
    }
  }

  /** Makes an edition once more out of its work folder alone, into a folder of its own. */
  async makeAgain(edition: Edition): Promise<string> {
    const job = await this.#jobAgain(edition);
    await makeBehindWall(job, new AbortController().signal);
    return job.draft;
  }

  /** Makes it again and returns the paths that any process of it asked the system for, as strace prints the calls. */
  async traceAgain(edition: Edition): Promise<string> {
    const trace = join(this.folder, 'trace.txt');
    const program = fileURLToPath(new URL('./make-again.mjs', import.meta.url));
    const job = JSON.stringify(await this.#jobAgain(edition));
    const call = ['-f', '-qq', '-s', '500', '-e', 'trace=%file', '-o', trace, process.execPath, program, job];
    await promisify(execFile)(need(STRACE), call);
    return readFile(trace, 'utf8');
  }

  /** Makes it again with the whole program and the work folder in a folder of any name. */
  async makeAgainIn(folder: string, edition: Edition): Promise<string> {
    const elsewhere = join(this.folder, folder);
    for (const part of PROGRAM) await linkTree(await realpath(join(project, part)), join(elsewhere, part));
    const [work, draft] = [join(elsewhere, '.editions', edition), join(elsewhere, 'dist')];
    await cp(this.work(edition), work, { recursive: true });
    await mkdir(draft);
    const job = { project: elsewhere, edition, work, draft, quiet: true };
    await makeBehindWall(job, new AbortController().signal);
    return draft;
  }

  async #jobAgain(edition: Edition): Promise<EditionJob> {
    const draft = join(this.folder, 'again', edition);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    return { project, edition, work: this.work(edition), draft, quiet: true };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await rm(join(project, this.#work), { recursive: true, force: true });
  }
}

/** Hashes of all files below a folder. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const names = filesBelow(folder);
  return Object.fromEntries(await Promise.all(names.map(async (n) => [n, sha256(await readFile(join(folder, n)))])));
}
