import { cp, link, mkdir, mkdtemp, readdir, readlink, realpath, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../lib/command.ts';
import type { EditionJob } from './edition-job.ts';

/**
 * Signs in a path that Astro cannot build in: Vite takes `#` and `?` in the name of a file for the end of it, and Astro
 * decodes `%20` twice, so that pages come out without their style sheet.
 */
const UNBUILDABLE = /[%#?]/;

/** Throws where a folder is in a path that Astro cannot work in. */
export function requireBuildablePath(folder: string): void {
  const sign = UNBUILDABLE.exec(folder)?.[0];
  if (sign !== undefined)
    throw new CommandError(`${folder} has "${sign}" in its path, and Astro cannot work there: rename that folder.`);
}

/**
 * Makes an edition from a copy of the program in the system's temporary folder where Astro cannot build in its own.
 * @param parts files and folders of the program below the project
 */
export async function inBuildablePath(
  job: EditionJob,
  parts: readonly string[],
  make: (job: EditionJob) => Promise<void>,
): Promise<void> {
  if (![job.project, job.work, job.draft].some((folder) => UNBUILDABLE.test(folder))) return make(job);
  requireBuildablePath(tmpdir());
  const place = await realpath(await mkdtemp(join(tmpdir(), 'enfocustom-')));
  const [project, draft] = [join(place, 'project'), join(place, 'draft')];
  // The packages of the project are found from the work folder up.
  const work = join(project, '.editions', job.edition);
  try {
    for (const part of parts) await linkTree(await realpath(join(job.project, part)), join(project, part));
    await cp(job.work, work, { recursive: true });
    await mkdir(draft);
    await make({ ...job, project, work, draft });
    await cp(draft, job.draft, { recursive: true });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Gives every file of a tree a second name; copies it where that is on another disk. */
export async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(join(to, '..'), { recursive: true });
  if (!(await stat(from)).isDirectory()) return linkFile(from, to);
  await mkdir(to);
  for (const item of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, item.name), join(to, item.name)];
    if (item.isDirectory()) await linkTree(source, target);
    else if (item.isSymbolicLink()) await symlink(await readlink(source), target);
    else await linkFile(source, target);
  }
}

const linkFile = (from: string, to: string) =>
  link(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    return cp(from, to);
  });
