import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions, BenchRow } from './bench.ts';
import { generateArchive } from './generate.ts';
import { measure } from './measure.ts';
import { snapshot, written } from './written.ts';

export type ChangesOptions = Pick<BenchOptions, 'project' | 'documents' | 'seed' | 'editions' | 'signal' | 'onRow'>;

/**
 * Builds editions of a generated archive with the command that everybody uses: from nothing, after a paragraph was added
 * to one document, after nothing. The content is checked each time.
 */
export async function benchChanges(options: ChangesOptions): Promise<BenchRow[]> {
  const { project, documents, seed, editions, signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-bench-'));
  const work = `.editions/bench-${process.pid}`;
  const content = join(folder, 'content');
  const rows: BenchRow[] = [];
  try {
    await mkdir(join(project, work), { recursive: true });
    await mkdir(join(folder, 'dist'));
    await generateArchive(content, { documents, seed });
    for (const edition of editions) {
      const build = async (step: string) => {
        const out = join(folder, 'dist');
        const args = ['scripts/build.ts', '--edition', edition, '--content', content, '--out', out];
        const before = snapshot([out]);
        const cost = await measure([process.execPath, ...args], {
          env: { ENFOCUSTOM_WORK: work },
          cwd: project,
          signal,
        });
        const row = { of: edition, step, ...cost, written: written(before, snapshot([out])) };
        rows.push(row);
        options.onRow(row);
      };
      await build('from nothing');
      await appendFile(await anOpenDocument(content), '\nThe Working Party added one paragraph to it.\n');
      await build('one changed');
      await build('unchanged');
    }
    return rows;
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
