import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The folder with real documents beside the project, where there is one. */
export const seedsFolder = join(project, '..', 'shared', 'seeds');

/**
 * Whether tests that need the real documents can run. They are no part of the project: without them such tests are
 * skipped and say so. In CI their absence is a failure.
 */
export const haveSeeds = existsSync(seedsFolder);
if (!haveSeeds && process.env.CI === 'true')
  throw new Error(`${seedsFolder} is missing: in CI the real documents must be there`);

export interface Seed {
  readonly name: string;
  readonly text: string;
}

/** The real documents, by file name; empty where there are none. */
export function readSeeds(): Seed[] {
  if (!haveSeeds) return [];
  return readdirSync(seedsFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(seedsFolder, name), 'utf8') }));
}
