import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Paths of the files below a folder, with `/`, in one order on every machine; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return items
    .filter((item) => !item.isDirectory())
    .map((item) => join(item.parentPath, item.name).slice(join(folder, sep).length).split(sep).join('/'))
    .sort();
}

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, data);
  await rename(draft, path);
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One hash of many files: of their names and contents, in order. */
export async function hashOfFiles(folder: string, names: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const name of names) lines.push(`${sha256(await readFile(join(folder, name)))}  ${name}\n`);
  return sha256(lines.join(''));
}
