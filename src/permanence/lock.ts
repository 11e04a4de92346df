import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESSES } from '../archive/read.ts';
import type { Edition } from '../edition/editions.ts';

/** The addresses of pages that an edition has published, one a line: each keeps answering. */
export const lockFile = (edition: Edition) => `${ADDRESSES}/${edition}.lock`;

/** Empty where nothing was published yet. */
export async function readLock(content: string, edition: Edition): Promise<ReadonlySet<string>> {
  const text = await readFile(join(content, lockFile(edition)), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return new Set(text.split(/\r?\n/).filter((line) => line.startsWith('/')));
}

export async function writeLock(content: string, edition: Edition, addresses: Iterable<string>): Promise<void> {
  const lines = [...new Set(addresses)].sort();
  const head = `# Pages that the ${edition} edition has published. npm run record adds to it; nothing is taken out.\n`;
  await writeFile(join(content, lockFile(edition)), `${head}${lines.join('\n')}\n`);
}
