import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** A file and what it is to hold. */
export type FileContent = readonly [path: string, data: string | Uint8Array];

/**
 * Replaces a file, or makes it, whole or not at all: what was there before stays until the new one is on the disk. Its
 * folder is made; the mode of a file that was there stays. Throws the error of the file system.
 */
export function replaceFile(path: string, data: string | Uint8Array): void {
  replaceFiles([[path, data]]);
}

/** The same for several files: all of them or none. */
export function replaceFiles(files: readonly FileContent[]): void {
  const drafts: string[] = [];
  const moved: [path: string, before: Buffer | null][] = [];
  try {
    for (const [path, data] of files) {
      mkdirSync(dirname(path), { recursive: true });
      drafts.push(draftOf(path));
      writeDraft(path, data);
    }
    for (const [path] of files) {
      const before = existsSync(path) ? readFileSync(path) : null;
      renameSync(draftOf(path), path);
      moved.push([path, before]);
    }
  } catch (error) {
    for (const [path, before] of moved) {
      if (before === null) rmSync(path);
      else replaceFile(path, before);
    }
    throw error;
  } finally {
    for (const draft of drafts) rmSync(draft, { force: true });
  }
  for (const folder of new Set(files.map(([path]) => dirname(path)))) syncFolder(folder);
}

/** Beside the file, as only there it can be moved in one step; readers of the content pass over names with a point. */
function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${threadId}.draft`);
}

function writeDraft(path: string, data: string | Uint8Array): void {
  const file = openSync(draftOf(path), 'w');
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before) fchmodSync(file, before.mode & 0o777);
    writeFileSync(file, data);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Brings the names in a folder to the disk, where the system lets a folder be opened; Windows does not. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some network file systems have no such thing.
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    closeSync(handle);
  }
}
