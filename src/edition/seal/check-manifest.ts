import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, sumOf } from '../../lib/files.ts';
import type { Manifest } from './manifest.ts';
import { MANIFEST, SUMS } from './names.ts';

/** Whether a built edition has exactly the files that its manifest names, byte for byte. */
export async function isWhole(dist: string): Promise<boolean> {
  const there = new Set(filesBelow(dist));
  if (!there.delete(MANIFEST) || !there.delete(SUMS)) return false;
  const { files } = JSON.parse(await readFile(join(dist, MANIFEST), 'utf8')) as Manifest;
  for (const file of files) {
    if (!there.delete(file.path)) return false;
    if (sumOf(dist, file.path).sha256 !== file.sha256) return false;
  }
  return there.size === 0;
}
