import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEditions } from '../../src/build/build.ts';
import { project } from '../../src/lib/project.ts';
import { serve } from '../../src/lib/serve.ts';
import { contentFolder } from './content.ts';

/** A document in two versions, each with précis and official text, footnotes, a table and a withheld portion. */
const fixture = fileURLToPath(new URL('../fixtures/reading', import.meta.url));

/** Pages that the real content has none of while no official texts are imported. */
export const READING = {
  document: '/documents/st-99001-2024-rev-1/',
  earlier: '/documents/st-99001-2024-init/',
  comparison: '/documents/st-99001-2024-rev-1/compare/st-99001-2024-init/',
} as const;

export interface ReadingEdition {
  readonly folder: string;
  readonly origin: string;
  close(): Promise<unknown>;
}

/** The delegates' edition of the content together with `tests/fixtures/reading`, built and served. */
export async function readingEdition(): Promise<ReadingEdition> {
  const folder = mkdtempSync(join(tmpdir(), 'enfocustom-reading-'));
  const content = join(folder, 'content');
  cpSync(contentFolder, content, { recursive: true });
  cpSync(fixture, content, { recursive: true });
  cpSync(join(project, 'public'), join(folder, 'public'), { recursive: true });
  const signal = new AbortController().signal;
  await buildEditions({ project, content, out: folder, editions: ['delegates'], quiet: true, signal });
  const edition = join(folder, 'delegates');
  const server = await serve({ folder: edition, port: 0 });
  return {
    folder: edition,
    origin: server.origin,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
