import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../editions.ts';
import { filesBelow, hashOfFiles, sha256 } from '../files.ts';
import { MANIFEST, SUMS } from './names.ts';

export interface Manifest {
  readonly edition: Edition;
  /** The rule by which the content was divided. */
  readonly policy: string;
  /** Versions of what made the edition. */
  readonly tools: Readonly<Record<string, string>>;
  /** Hash of the content and static files that this edition was given; nothing else went into it. */
  readonly content: string;
  /** Hash of the program. */
  readonly code: string;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

const POLICY: Readonly<Record<Edition, string>> = {
  public:
    'Facts with an open source: public and declassified documents, the open portions of partially accessible ones, acts, the public register. Of a LIMITE document its header only.',
  delegates: 'Everything the archive holds. Contains LIMITE material: not for publication.',
};

const TOOLS = ['astro', 'pagefind', 'satteri', 'yaml', 'zod'];

/** What the program is: everything that can change an edition besides its content. */
const CODE = ['src', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * Writes `manifest.json` and `SHA256SUMS` into a finished edition and sets the modes of its files. Holds no date, no
 * commit and no count of the content, so that nothing in it changes with what is withheld.
 * @param work the edition's work folder
 */
export async function seal(dist: string, edition: Edition, work: string, project: string): Promise<Manifest> {
  const names = (await filesBelow(dist)).filter((name) => name !== MANIFEST && name !== SUMS);
  const files: { path: string; size: number; sha256: string }[] = [];
  for (const path of names) {
    const bytes = await readFile(join(dist, path));
    files.push({ path, size: bytes.length, sha256: sha256(bytes) });
  }
  const manifest: Manifest = {
    edition,
    policy: POLICY[edition],
    tools: await toolVersions(project),
    content: await hashOfFiles(work, await inputFiles(work)),
    code: await hashOfFiles(project, await codeFiles(project)),
    files,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(dist, MANIFEST), text);
  const sums = [...files, { path: MANIFEST, sha256: sha256(text) }];
  await writeFile(join(dist, SUMS), sums.map((file) => `${file.sha256}  ${file.path}\n`).join(''));
  await setModes(dist);
  return manifest;
}

export async function inputFiles(work: string): Promise<string[]> {
  const parts = ['content', 'public'].map(async (part) =>
    (await filesBelow(join(work, part))).map((f) => `${part}/${f}`),
  );
  return (await Promise.all(parts)).flat();
}

async function codeFiles(project: string): Promise<string[]> {
  const parts = CODE.map(async (part) => {
    if (!(await stat(join(project, part))).isDirectory()) return [part];
    return (await filesBelow(join(project, part))).filter((f) => !/\.test\.ts$/.test(f)).map((f) => `${part}/${f}`);
  });
  return (await Promise.all(parts)).flat();
}

/** As pinned: every dependency is named with one exact version. */
async function toolVersions(project: string): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const versions = TOOLS.map((name) => [name, dependencies[name] ?? 'unknown'] as const);
  return { node: process.versions.node, ...Object.fromEntries(versions) };
}

async function setModes(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const item of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (item.isDirectory()) await setModes(path);
    else await chmod(path, 0o644);
  }
}
