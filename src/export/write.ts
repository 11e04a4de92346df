import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutFile } from './context.ts';

/** Writes files below a folder; returns how many. */
export async function writeFiles(folder: string, files: AsyncIterable<OutFile> | Iterable<OutFile>): Promise<number> {
  const made = new Set<string>();
  let count = 0;
  for await (const { path, body } of files) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(file, body);
    count++;
  }
  return count;
}

/** Bytes of a file below a folder; null where there is none. */
export async function sizeOf(folder: string, path: string): Promise<number | null> {
  return await stat(join(folder, path)).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
}
