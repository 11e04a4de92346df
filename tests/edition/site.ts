import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Edition } from '../../src/edition/editions.ts';
import { filesBelow, sha256 } from '../../src/edition/files.ts';
import { proveAfresh } from '../../src/edition/proof/prove.ts';
import { seal } from '../../src/edition/seal/manifest.ts';
import { steps } from '../../src/pipeline/build.ts';
import { prepareEdition } from '../../src/pipeline/export.ts';
import type { Fixture } from './fixture/archive.ts';
import type { Version } from './fixture/plan.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of this project in a folder of its own, with the fixture as its content. */
export class TestSite {
  readonly project: string;
  readonly #canaries: ReadonlyMap<string, string>;

  private constructor(project: string, canaries: ReadonlyMap<string, string>) {
    this.project = project;
    this.#canaries = canaries;
  }

  static make(fixture: Fixture, version: Version): Promise<TestSite> {
    return TestSite.of((project) => fixture.write(project, version), fixture.canaries.places);
  }

  /** @param write writes the content and the static files */
  static async of(
    write: (project: string) => Promise<void>,
    canaries: ReadonlyMap<string, string> = new Map(),
  ): Promise<TestSite> {
    const project = await mkdtemp(join(tmpdir(), 'enfocustom-site-'));
    for (const part of ['src', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      await cp(join(root, part), join(project, part), { recursive: true });
    }
    await symlink(resolve(root, 'node_modules'), join(project, 'node_modules'));
    await write(project);
    return new TestSite(project, canaries);
  }

  work(edition: Edition): string {
    return join(this.project, '.editions', edition);
  }

  dist(edition: Edition): string {
    return join(this.project, 'dist', edition);
  }

  /** The steps of the real pipeline up to the proof; `between` runs before the step it names. */
  async build(
    edition: Edition,
    between: Partial<Record<string, (site: TestSite) => Promise<void>>> = {},
  ): Promise<string> {
    const draft = this.dist(edition);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    const context = {
      project: this.project,
      content: join(this.project, 'content'),
      out: join(this.project, 'dist'),
      edition,
      work: this.work(edition),
      draft,
      signal: new AbortController().signal,
      report: () => {},
    };
    for (const { name, run } of steps) {
      if (name === 'proof') break;
      await between[name]?.(this);
      await run(context);
    }
    return draft;
  }

  prove(edition: Edition) {
    const input = {
      dist: this.dist(edition),
      edition,
      content: join(this.project, 'content'),
      project: this.project,
      ...(edition === 'public' ? { canaries: this.#canaries } : {}),
    };
    return proveAfresh(input, prepareEdition);
  }

  /** Seals the edition again, as a pipeline with a hole in it would. */
  async seal(edition: Edition): Promise<void> {
    await seal(this.dist(edition), edition, this.work(edition), this.project);
  }

  async remove(): Promise<void> {
    await rm(this.project, { recursive: true, force: true });
  }
}

/** Hashes of all files below a folder. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const names = filesBelow(folder);
  return Object.fromEntries(await Promise.all(names.map(async (n) => [n, sha256(await readFile(join(folder, n)))])));
}
