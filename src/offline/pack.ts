import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Edition } from '../edition/editions.ts';
import { MANIFEST, SUMS } from '../edition/seal/names.ts';
import { examine } from '../edition/security/page.ts';
import { CommandError } from '../lib/command.ts';
import { filesBelow, sha256 } from '../lib/files.ts';
import { draftOf } from '../lib/swap.ts';
import { Draft, sumsOf } from './draft.ts';
import { FileScripts } from './file-scripts.ts';
import { faultsOfNames } from './names.ts';
import { MARKINGS, readMe } from './read-me.ts';
import { rewritePage } from './rewrite-page.ts';
import { ClassicScripts, folderScript, searchScript } from './scripts.ts';
import { roleOf } from './selection.ts';
import { rewriteStyles } from './style-sheet.ts';
import { writeZip } from './zip.ts';

export interface PackOptions {
  readonly edition: Edition;
  /** The built edition, which has passed its proof. */
  readonly from: string;
  /** Folder that gets the zip. */
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly report?: (detail: string) => void;
}

export interface Pack {
  readonly file: string;
  /** Changes with any file in it. */
  readonly version: string;
  /** Bytes of the zip. */
  readonly size: number;
  readonly sha256: string;
  readonly files: number;
  /** Bytes of all files when unpacked. */
  readonly unpacked: number;
}

const FOLDER_SCRIPT = '_folder/folder.js';
const READ_ME = 'READ ME FIRST.txt';

/**
 * Packs a built edition into a zip that opens from a folder. The same edition gives the same bytes. Throws a
 * `CommandError`; then there is no new zip and no part of one.
 */
export async function packEdition(options: PackOptions): Promise<Pack> {
  const { edition, signal, report = () => {} } = options;
  const [from, out] = [resolve(options.from), resolve(options.out)];
  if (!existsSync(join(from, 'index.html'))) {
    throw new CommandError(`There is no built edition in ${from}: run npm run build -- --edition ${edition} first.`);
  }
  const top = ['enfocustom', edition, MARKINGS[edition]].filter(Boolean).join('-');
  await mkdir(out, { recursive: true });
  const draft = new Draft(draftOf(join(out, top)));
  const draftZip = `${draft.folder}.zip`;
  try {
    await draft.begin();
    await fill(draft, { ...options, from });
    const version = await seal(draft, edition);
    const files = draft.files();
    requireNames(files.map(({ path }) => `${top}/${path}`));
    signal?.throwIfAborted();
    report(`${files.length} files: packing`);
    const file = join(out, `${top}-${version}.zip`);
    await requireNoFolder(file);
    const size = await writeZip(
      draft.folder,
      files.map(({ path }) => path),
      top,
      draftZip,
      signal,
    );
    const checksum = await sha256OfFile(draftZip);
    await rename(draftZip, file);
    const unpacked = files.reduce((sum, one) => sum + one.size, 0);
    report(`${files.length} files, ${(size / 1e6).toFixed(1)} MB`);
    return { file, version, size, sha256: checksum, files: files.length, unpacked };
  } finally {
    await draft.remove();
    await rm(draftZip, { force: true });
  }
}

async function fill(draft: Draft, { from, edition, signal, report = () => {} }: PackOptions): Promise<void> {
  const paths = filesBelow(from);
  const all = new Set(paths);
  const kept = new Set(paths.filter((path) => ['page', 'styles', 'copied'].includes(roleOf(path))));
  for (const made of [MANIFEST, SUMS]) kept.add(made);
  const has = (path: string) => kept.has(path);
  const classic = new ClassicScripts(from);
  const around = {
    has,
    held: (path: string) => all.has(path) && roleOf(path) === 'saved',
    classic: (module: Parameters<typeof classic.pathOf>[0]) => classic.pathOf(module),
    first: [FOLDER_SCRIPT],
  };
  const held = new FileScripts();
  const missing: string[] = [];
  for (const [number, path] of paths.entries()) {
    signal?.throwIfAborted();
    const role = roleOf(path);
    if (role === 'left-out') continue;
    const bytes = await readFile(join(from, path));
    if (role === 'page') {
      const page = await rewritePage(bytes.toString('utf8'), path, around);
      // What the edition does not have either is a dead link already, and no fault of the pack.
      missing.push(...page.missing.filter((one) => all.has(one)).map((one) => `${path} needs ${one}`));
      await draft.write(path, (await examine(page.html)).withPolicy('file:'));
    } else if (role === 'styles') {
      await draft.write(path, await rewriteStyles(bytes.toString('utf8'), path, has));
    } else if (role === 'fetched' || role === 'saved') {
      const script = held.add(path, bytes);
      if (script) await draft.write(script.path, script.code);
    } else await draft.write(path, bytes);
    if (number % 100 === 0) report(`${number} of ${paths.length} files`);
  }
  if (missing.length > 0) {
    throw new CommandError(`Pages need files that are not packed:\n${missing.slice(0, 20).join('\n')}`);
  }
  for (const script of held.end()) await draft.write(script.path, script.code);
  for await (const script of classic.made()) await draft.write(script.path, script.code);
  await draft.write(FOLDER_SCRIPT, await folderScript());
  await draft.write('_folder/search.js', await searchScript(from));
  await draft.write(READ_ME, readMe(edition));
}

/** Writes the lists by which a copy is verified; returns the version, which follows from them. */
async function seal(draft: Draft, edition: Edition): Promise<string> {
  const files = draft.files();
  const version = sha256(sumsOf(files)).slice(0, 8);
  const marking = MARKINGS[edition];
  const manifest = { edition, ...(marking ? { marking } : {}), version, files };
  await draft.write(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  await draft.write(SUMS, sumsOf(draft.files()));
  return version;
}

function requireNames(paths: readonly string[]): void {
  const faults = faultsOfNames(paths);
  if (faults.length === 0) return;
  throw new CommandError(`Not every system can unpack these names:\n${faults.slice(0, 20).join('\n')}`);
}

async function requireNoFolder(file: string): Promise<void> {
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) {
    throw new CommandError(`${file} is a folder: move it away, or name another place with --out.`);
  }
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The line that `sha256sum --check` reads beside the zip. */
export function checksumLine({ file, sha256: sum }: Pack): string {
  return `${sum}  ${basename(file)}\n`;
}
