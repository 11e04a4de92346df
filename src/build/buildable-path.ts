import { CommandError } from '../pipeline/command.ts';

/**
 * Throws where a folder is in a path that Astro cannot build in: Vite takes `#` and `?` in the name of a file for the end of
 * it, and Astro decodes `%20` twice, so that pages come out without their style sheet.
 */
export function requireBuildablePath(...folders: readonly string[]): void {
  for (const folder of folders) {
    const sign = /[%#?]/.exec(folder)?.[0];
    if (sign !== undefined)
      throw new CommandError(`${folder} has "${sign}" in its path, and Astro cannot build there: rename that folder.`);
  }
}
