import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files, and their bytes, that are there. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** The files below some folders: what tells one from another that takes its place, and its bytes. */
export type Snapshot = ReadonlyMap<string, number>;

/** A file with several names counts once. None where there is no such folder. */
export function snapshot(folders: readonly string[]): Snapshot {
  const found = new Map<string, number>();
  for (const folder of folders) {
    for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (item.isDirectory()) continue;
      const { dev, ino, mtimeMs, size } = lstatSync(join(item.parentPath, item.name));
      found.set(`${dev} ${ino} ${mtimeMs} ${size}`, size);
    }
  }
  return found;
}

/** What is there that was not before: new files, and old ones with other content. */
export function written(before: Snapshot, after: Snapshot): Size {
  const fresh = [...after].filter(([key]) => !before.has(key));
  return { files: fresh.length, bytes: fresh.reduce((sum, [, size]) => sum + size, 0) };
}
