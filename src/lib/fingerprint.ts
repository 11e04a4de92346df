import { createHash, type Hash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from './files.ts';

/** What a built edition depends on, below the project's folder; its content comes besides. */
const INPUTS = [
  ...['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
  // The examples of the handbook.
  'tests/fixtures/check',
];

/** Settings of the environment that show in the pages. */
export const SETTINGS = ['ENFOCUSTOM_SITE', 'ENFOCUSTOM_SEARCH'];

/** A hash of all that makes the editions out of their content, settings included. */
export function codeFingerprint(project: string): string {
  const hash = createHash('sha256').update(`${process.version}\0`);
  for (const name of SETTINGS) hash.update(`${process.env[name] ?? ''}\0`);
  for (const name of INPUTS) update(hash, project, join(project, name));
  return hash.digest('hex');
}

/** A hash of all that goes into the editions: up to date as long as it stays. */
export function fingerprint(project: string, content: string): string {
  const hash = createHash('sha256').update(codeFingerprint(project));
  // The static files that belong to it lie beside it.
  for (const folder of [content, join(dirname(content), 'public')]) update(hash, folder, folder);
  return hash.digest('hex');
}

function update(hash: Hash, base: string, root: string): void {
  // In turn: a promise takes longer than most of these files do.
  for (const file of filesOf(root)) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(`${relative(base, file)}\0`).update(readFileSync(file));
  }
}

/** What is named may be a link to what is meant; links below it are no files. */
function filesOf(root: string): string[] {
  if (!existsSync(root)) return [];
  if (!statSync(root).isDirectory()) return [root];
  const files = filesBelow(root).map((name) => join(root, name));
  return files.filter((file) => lstatSync(file).isFile());
}
