import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edition } from '../src/edition/editions.ts';
import { generateArchive } from './generate.ts';
import { generateSources } from './generate-source.ts';
import { type Cost, measure } from './measure.ts';
import { type Size, snapshot, written } from './output-size.ts';

export interface BenchOptions {
  readonly project: string;
  readonly documents: number;
  readonly seed: number;
  readonly editions: readonly Edition[];
  /** Builds again after a paragraph was added to one document, and after nothing. */
  readonly changes: boolean;
  /** Source texts to import; 0 leaves the importer out. */
  readonly imports: number;
  readonly signal: AbortSignal;
  /** Hears of each row when it is known. */
  readonly onRow: (row: BenchRow) => void;
}

export interface BenchRow extends Cost {
  /** An edition, or `import`. */
  readonly of: string;
  readonly step: string;
  /** New files, and old ones with other content. */
  readonly written: Size;
}

export interface EditionSize {
  readonly edition: Edition;
  readonly files: number;
  readonly pages: number;
  readonly bytes: number;
  readonly htmlBytesAPage: number;
  readonly indexBytes: number;
}

/** What an archive of one size took. */
export interface BenchResult {
  readonly documents: number;
  readonly rows: readonly BenchRow[];
  readonly sizes: readonly EditionSize[];
}

/** Generates an archive, builds its editions with the command that everybody uses, and says what each build took. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  const { project, documents, seed, editions, changes, imports, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-bench-'));
  const work = `.editions/bench-${process.pid}`;
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const rows: BenchRow[] = [];
  const sizes: EditionSize[] = [];
  const run = async (of: string, step: string, args: readonly string[]) => {
    const before = snapshot([folder]);
    const cost = await measure([process.execPath, ...args], { env: { ENFOCUSTOM_WORK: work }, cwd: project, signal });
    const row = { of, step, ...cost, written: written(before, snapshot([folder])) };
    rows.push(row);
    options.onRow(row);
  };
  try {
    await mkdir(out);
    await generateArchive(content, { documents, seed });
    for (const edition of editions) {
      const build = ['scripts/build.ts', '--edition', edition, '--content', content, '--out', out];
      await run(edition, 'from nothing', build);
      sizes.push(await sizeOf(edition, join(out, edition)));
      if (!changes) continue;
      await appendFile(await anOpenDocument(content), '\nThe Working Party added one paragraph to it.\n');
      await run(edition, 'one changed', build);
      await run(edition, 'unchanged', build);
    }
    if (imports > 0) {
      await generateSources(join(folder, 'sources'), imports, seed);
      const into = ['--content', join(folder, 'imported'), join(folder, 'sources')];
      await run('import', `${imports} texts`, [join(project, 'scripts/import.ts'), ...into]);
    }
    return { documents, rows, sizes };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(join(project, work), { recursive: true, force: true });
  }
}

/** The file of a public document from the middle of the archive. */
async function anOpenDocument(content: string): Promise<string> {
  const names = (await readdir(join(content, 'documents'))).sort();
  for (const name of names.slice(Math.floor(names.length / 2))) {
    const file = join(content, 'documents', name);
    if (/^ {2}status: public$/m.test(await readFile(file, 'utf8'))) return file;
  }
  throw new Error('no generated document of the later half is public');
}

async function sizeOf(edition: Edition, folder: string): Promise<EditionSize> {
  let [files, bytes, pages, html, indexBytes] = [0, 0, 0, 0, 0];
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const file = join(item.parentPath, item.name);
    const { size } = await stat(file);
    files++;
    bytes += size;
    if (file.startsWith(join(folder, 'pagefind'))) indexBytes += size;
    if (!item.name.endsWith('.html')) continue;
    pages++;
    html += size;
  }
  return { edition, files, pages, bytes, htmlBytesAPage: pages > 0 ? Math.round(html / pages) : 0, indexBytes };
}
