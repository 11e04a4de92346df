import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArchive } from '../../src/archive/read.ts';
import { divide } from '../../src/build/build.ts';
import { makeBehindWall } from '../../src/build/wall.ts';
import type { Edition } from '../../src/edition/editions.ts';
import { filesBelow, sha256 } from '../../src/edition/files.ts';
import { project } from '../../src/pipeline/project.ts';

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
      await divide(job, archive);
      await makeBehindWall(job, new AbortController().signal);
    }
  }

  /** Makes an edition once more out of its work folder alone, into a folder of its own. */
  async makeAgain(edition: Edition): Promise<string> {
    const draft = join(this.folder, 'again', edition);
    await mkdir(draft, { recursive: true });
    const job = { project, edition, work: this.work(edition), draft, quiet: true };
    await makeBehindWall(job, new AbortController().signal);
    return draft;
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
