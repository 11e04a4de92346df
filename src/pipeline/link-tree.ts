import { copyFile, link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts files below one folder into another, as links to the same bytes where the disk allows it: who changes one
 * afterwards must write it anew. Throws where a file of that name is there already.
 */
export async function linkTree(from: string, to: string, files: Iterable<string>): Promise<void> {
  const made = new Set<string>();
  for (const file of files) {
    const target = join(to, file);
    const folder = dirname(target);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await linkFile(join(from, file), target);
  }
}

/** Other disks and some file systems have no links. */
const NO_LINKS = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS']);

async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(from, to);
  }
}
