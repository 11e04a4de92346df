import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edition } from '../../src/edition/editions.ts';
import { MANIFEST, SUMS } from '../../src/edition/seal/names.ts';
import { filesBelow, sha256, sumOf } from '../../src/lib/files.ts';

/** Files by their paths below a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files, for `use`; it is removed in the end. */
export async function inFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-made-'));
  try {
    await writeFiles(folder, files);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Gives a folder the manifest and the checksums of an edition. */
export async function sealFolder(dist: string, edition: Edition = 'public'): Promise<void> {
  const names = filesBelow(dist).filter((name) => name !== MANIFEST && name !== SUMS);
  const files = names.map((name) => sumOf(dist, name));
  const text = JSON.stringify({ edition, files });
  await writeFile(join(dist, MANIFEST), text);
  const lines = [...files, { path: MANIFEST, sha256: sha256(text) }].map((file) => `${file.sha256}  ${file.path}\n`);
  await writeFile(join(dist, SUMS), lines.join(''));
}

/** A page of an edition with a policy and a banner. */
export const pageOf = (main: string, edition: Edition = 'public') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'"><title>Enfocustom</title></head><body><aside data-edition="${edition}">Edition</aside><main>${main}</main></body></html>`;
