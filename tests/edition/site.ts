import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Edition } from '../../src/edition/editions.ts';
import { filesBelow, sha256 } from '../../src/edition/files.ts';
import { prove } from '../../src/edition/proof/prove.ts';
import { steps } from '../../src/pipeline/build.ts';
import type { Fixture } from './fixture/archive.ts';
import type { Version } from './fixture/plan.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of this project in a folder of its own, with the fixture as its content. */
export class TestSite {
  readonly project: string;
  readonly #fixture: Fixture;

  private constructor(project: string, fixture: Fixture) {
    this.project = project;
    this.#fixture = fixture;
  }

  static async make(fixture: Fixture, version: Version): Promise<TestSite> {
    const project = await mkdtemp(join(tmpdir(), 'enfocustom-site-'));
    for (const part of ['src', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      await cp(join(root, part), join(project, part), { recursive: true });
    }
    await symlink(resolve(root, 'node_modules'), join(project, 'node_modules'));
    await fixture.write(project, version);
    return new TestSite(project, fixture);
  }

  work(edition: Edition): string {
    return join(this.project, '.editions', edition);
  }

  dist(edition: Edition): string {
    return join(this.project, 'dist', edition);
  }

  /** The steps of the real pipeline but the proof; `between` runs before the step it names. */
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
      if (name === 'policy' && !steps.some((step) => step.name === 'index')) await indexPages(draft);
      await run(context);
    }
    return draft;
  }

  prove(edition: Edition) {
    return prove({
      dist: this.dist(edition),
      edition,
      work: this.work(edition),
      content: join(this.project, 'content'),
      project: this.project,
      ...(edition === 'public' ? { canaries: this.#fixture.canaries.places } : {}),
    });
  }

  async remove(): Promise<void> {
    await rm(this.project, { recursive: true, force: true });
  }
}

/** Hashes of all files below a folder. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const names = await filesBelow(folder);
  return Object.fromEntries(await Promise.all(names.map(async (n) => [n, sha256(await readFile(join(folder, n)))])));
}

const USER_INTERFACE = /^pagefind-(?:ui|component-ui|modular-ui|highlight)\./;

async function indexPages(dist: string): Promise<void> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('Pagefind did not start');
  await index.addDirectory({ path: dist });
  await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  await close();
  for (const name of await readdir(join(dist, 'pagefind'))) {
    if (USER_INTERFACE.test(name)) await rm(join(dist, 'pagefind', name));
  }
}
