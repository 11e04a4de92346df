import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../edition/editions.ts';
import { steps } from '../pipeline/build.ts';
import { generateArchive } from './generate.ts';
import { generateSources } from './generate-source.ts';
import { type Cost, measure } from './measure.ts';
import { type Size, snapshot, written } from './written.ts';

export interface BenchOptions {
  readonly project: string;
  readonly documents: number;
  readonly seed: number;
  readonly editions: readonly Edition[];
  /** Source texts to import; 0 leaves the importer out. */
  readonly imports: number;
  /** Steps that are left out. */
  readonly skip: readonly string[];
  readonly signal: AbortSignal;
  /** Hears of each row when it is known. */
  readonly onRow: (row: BenchRow) => void;
}

export interface BenchRow extends Cost {
  /** `content`, an edition, or `import`. */
  readonly of: string;
  readonly step: string;
  /** What it left behind that was not there before. */
  readonly written: Size;
}

export interface EditionSize {
  readonly edition: Edition;
  readonly pages: number;
  readonly bytes: number;
  readonly htmlBytesAPage: number;
  readonly indexBytes: number;
}

/** What an archive of one size took. */
export interface BenchResult {
  readonly documents: number;
  readonly content: Size;
  readonly rows: readonly BenchRow[];
  readonly sizes: readonly EditionSize[];
}

/** The way from content to an edition on a stick. */
export const STEPS: readonly string[] = [...steps.map(({ name }) => name), 'pack'];

/** Generates an archive, builds it step by step in temporary folders, and says what each step took. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  const { project, documents, seed, editions, imports, skip, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-bench-'));
  const work = `.editions/bench-${process.pid}`;
  const env = { ENFOCUSTOM_WORK: work };
  const rows: BenchRow[] = [];
  const sizes: EditionSize[] = [];
  const out = join(folder, 'dist');
  const run = async (of: string, step: string, args: readonly string[]) => {
    const before = snapshot([folder, join(project, work)]);
    const cost = await measure([process.execPath, ...args], { env, cwd: project, signal });
    const row = { of, step, ...cost, written: written(before, snapshot([folder, join(project, work)])) };
    rows.push(row);
    options.onRow(row);
  };
  try {
    await mkdir(join(project, work), { recursive: true });
    const content = join(folder, 'content');
    await generateArchive(content, { documents, seed });
    const contentSize = written(new Map(), snapshot([content]));
    await run('content', 'check', [program('./step.ts'), 'check', JSON.stringify({ content })]);
    for (const edition of editions) {
      const draft = join(out, edition);
      await mkdir(draft, { recursive: true });
      const context = { project, content, out, edition, draft, work: join(project, work, edition) };
      for (const name of STEPS.filter((step) => !skip.includes(step))) {
        await run(edition, name, [program('./step.ts'), name, JSON.stringify(context)]);
      }
      sizes.push(await sizeOf(edition, draft));
    }
    if (imports > 0) {
      await generateSources(join(folder, 'sources'), imports, seed);
      const into = ['--content', join(folder, 'imported'), join(folder, 'sources')];
      await run('import', `${imports} texts`, [join(project, 'scripts/import.ts'), ...into]);
    }
    return { documents, content: contentSize, rows, sizes };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(join(project, work), { recursive: true, force: true });
  }
}

const program = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

async function sizeOf(edition: Edition, folder: string): Promise<EditionSize> {
  let [bytes, pages, html, indexBytes] = [0, 0, 0, 0];
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const file = join(item.parentPath, item.name);
    const { size } = await stat(file);
    bytes += size;
    if (file.startsWith(join(folder, 'pagefind'))) indexBytes += size;
    if (!item.name.endsWith('.html')) continue;
    pages++;
    html += size;
  }
  return { edition, pages, bytes, htmlBytesAPage: pages > 0 ? Math.round(html / pages) : 0, indexBytes };
}
