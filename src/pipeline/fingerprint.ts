import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** What a built edition depends on, below the project's folder; its content comes besides. */
const INPUTS = [
  ...['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
  // The examples of the handbook.
  'tests/fixtures/check',
];

/** Settings of the environment that show in the pages. */
export const SETTINGS = ['ENFOCUSTOM_SITE', 'ENFOCUSTOM_SEARCH'];

/** A hash of all that makes the editions out of their content, settings included. */
export async function codeFingerprint(project: string): Promise<string> {
  const hash = createHash('sha256').update(`${process.version}\0`);
  for (const name of SETTINGS) hash.update(`${process.env[name] ?? ''}\0`);
  for (const name of INPUTS) await update(hash, project, join(project, name));
  return hash.digest('hex');
}

/** A hash of all that goes into the editions: up to date as long as it stays. */
export async function fingerprint(project: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(await codeFingerprint(project));
  // The static files that belong to it lie beside it.
  for (const folder of [content, join(dirname(content), 'public')]) await update(hash, folder, folder);
  return hash.digest('hex');
}

async function update(hash: Hash, base: string, root: string): Promise<void> {
  for (const file of await filesOf(root)) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(`${relative(base, file)}\0`).update(await readFile(file));
  }
}

/** What is named may be a link to what is meant; links below it are no files. */
async function filesOf(root: string): Promise<string[]> {
  if (!existsSync(root)) return [];
  if (!(await stat(root)).isDirectory()) return [root];
  const items = await readdir(root, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}
