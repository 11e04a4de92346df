import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { filesBelow, removeBelow } from '../lib/files.ts';

/**
 * Brings a folder to hold exactly the given files, by their paths below it. Files that are the same already are not
 * touched, so that nobody who watches the folder hears of them. Throws if the folder is a symbolic link.
 */
export function syncFolder(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  if (lstatSync(root, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(`${root} is a symbolic link: make it a folder`);
  mkdirSync(root, { recursive: true });
  for (const name of filesBelow(root)) if (!files.has(name)) removeBelow(root, name);
  for (const [name, content] of files) {
    const path = join(root, name);
    if (!path.startsWith(root + sep)) throw new Error(`${name} leads out of the folder`);
    const bytes = Buffer.from(content);
    if (readIfThere(path)?.equals(bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.draft-${process.pid}`);
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
