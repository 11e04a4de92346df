import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESSES } from '../archive/read.ts';
import { CommandError } from '../lib/command.ts';
import { replaceFile } from '../lib/replace-file.ts';
import type { Edition } from './editions.ts';

/** The addresses of pages that an edition has published, one a line: each keeps answering. */
export const lockFile = (edition: Edition) => `${ADDRESSES}/${edition}.lock`;

/** The line that says how many addresses the list has, and their checksum; older lists have none. */
const SEAL = /^# (\d+) addresses, sha256 ([0-9a-f]{64})$/m;

/**
 * The addresses that an edition has published; none where nothing was published yet. Throws a `CommandError` where the
 * list is not the one that was written: an address that it lost would be guarded no longer.
 */
export async function readLock(content: string, edition: Edition): Promise<ReadonlySet<string>> {
  const text = await readFile(join(content, lockFile(edition)), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split(/\r?\n/).filter((line) => line.startsWith('/'));
  const [, count = 'some', sum] = SEAL.exec(text) ?? [];
  // Without the line an older list has addresses at least.
  const isWhole = sum === undefined ? lines.length > 0 || text === '' : sum === sumOf(lines);
  if (!isWhole) {
    throw new CommandError(
      `content/${lockFile(edition)} is damaged: it should have ${count} addresses, and has ${lines.length}, or others. ` +
        'Take it from version control again (git checkout). Where it was changed on purpose, as when two branches are merged, ' +
        'see that no address is lost, remove the line "# … addresses, sha256 …", and run npm run record.',
    );
  }
  return new Set(lines);
}

export function writeLock(content: string, edition: Edition, addresses: Iterable<string>): void {
  const lines = [...new Set(addresses)].sort();
  const head = [
    `# Pages that the ${edition} edition has published. npm run record adds to it; nothing is taken out.`,
    // Above the list: the end of a file is what goes first.
    `# ${lines.length} addresses, sha256 ${sumOf(lines)}`,
  ];
  replaceFile(join(content, lockFile(edition)), `${[...head, ...lines].join('\n')}\n`);
}

function sumOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
