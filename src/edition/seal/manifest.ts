import { chmodSync, readdirSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSum, filesBelow, hashOfFiles, sha256, sumOf } from '../../lib/files.ts';
import { modesUnder } from '../../lib/modes.ts';
import type { Edition } from '../editions.ts';
import { MANIFEST, SUMS } from './names.ts';

export interface Manifest {
  readonly edition: Edition;
  /** The rule by which the content was partitioned. */
  readonly policy: string;
  /** Versions of what made the edition. */
  readonly tools: Readonly<Record<string, string>>;
  /** Hash of the content and static files that this edition was given; nothing else went into it. */
  readonly content: string;
  /** Hash of the program. */
  readonly code: string;
  readonly files: readonly FileSum[];
}

const POLICY: Readonly<Record<Edition, string>> = {
  public:
    'Facts with an open source: public and declassified documents, the open portions of partially accessible ones, acts, the public register. Of a LIMITE document its header only.',
  delegates: 'Everything the archive holds. Contains LIMITE material: not for publication.',
};

const TOOLS = ['astro', 'pagefind', 'satteri', 'yaml', 'zod'];

/** What the program is: everything that can change an edition besides its content. */
const CODE = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * Writes `manifest.json` and `SHA256SUMS` into a finished edition and sets the modes of its files. Holds no date, no
 * commit and no count of the content, so that nothing in it changes with what is withheld.
 * @param work the edition's work folder
 * @param known sums of files that were taken a moment ago; the proof takes them once more
 */
export async function seal(
  dist: string,
  edition: Edition,
  work: string,
  project: string,
  known: readonly FileSum[] = [],
): Promise<Manifest> {
  const names = filesBelow(dist).filter((name) => name !== MANIFEST && name !== SUMS);
  const sums = new Map(known.map((sum) => [sum.path, sum]));
  const files = names.map((path) => sums.get(path) ?? sumOf(dist, path));
  const manifest: Manifest = {
    edition,
    policy: POLICY[edition],
    tools: await toolVersions(project),
    content: hashOfFiles(work, inputFiles(work)),
    code: hashOfFiles(project, codeFiles(project)),
    files,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(dist, MANIFEST), text);
  const listed = [...files, { path: MANIFEST, sha256: sha256(text) }];
  await writeFile(join(dist, SUMS), listed.map((file) => `${file.sha256}  ${file.path}\n`).join(''));
  setModes(dist);
  return manifest;
}

export function inputFiles(work: string): string[] {
  return ['content', 'public'].flatMap((part) => filesBelow(join(work, part)).map((file) => `${part}/${file}`));
}

function codeFiles(project: string): string[] {
  return CODE.flatMap((part) => {
    if (!statSync(join(project, part)).isDirectory()) return [part];
    const files = filesBelow(join(project, part)).filter((file) => !/\.test\.ts$/.test(file));
    return files.map((file) => `${part}/${file}`);
  });
}

/** As pinned: every dependency is named with one exact version. */
async function toolVersions(project: string): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const versions = TOOLS.map((name) => [name, dependencies[name] ?? 'unknown'] as const);
  return { node: process.versions.node, ...Object.fromEntries(versions) };
}

/** Gives every file and folder below `folder`, and itself, the modes of a build. */
export function setModes(folder: string, modes = modesUnder(process.umask())): void {
  chmodSync(folder, modes.folder);
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory()) setModes(path, modes);
    else chmodSync(path, modes.file);
  }
}
