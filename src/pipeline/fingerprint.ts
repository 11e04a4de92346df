import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What a built edition depends on, below the project's folder; its content comes besides. */
const INPUTS = [
  ...['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
  // The examples of the handbook.
  'tests/fixtures/check',
];

/** A hash of all that goes into the editions, the site's address included: up to date as long as it stays. */
export async function fingerprint(project: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(`${process.env.ENFOCUSTOM_SITE ?? ''}\0`);
  hash.update(`${process.env.ENFOCUSTOM_SITE ?? ''}\0`);
  for (const root of [...INPUTS.map((name) => join(project, name)), content]) {
    for (const file of await filesOf(root)) {
      if (file.endsWith('.test.ts')) continue;
      hash.update(`${relative(project, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(root: string): Promise<string[]> {
  if (!existsSync(root)) return [];
  if (!(await lstat(root)).isDirectory()) return [root];
  const items = await readdir(root, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}
