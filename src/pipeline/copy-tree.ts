import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../edition/files.ts';
import { CommandError } from './command.ts';

/**
 * Copies files below one folder into another; what is changed there later leaves those here alone. Throws a
 * `CommandError` where a file of that name is there already.
 */
export function copyTree(from: string, to: string, files: Iterable<string>): void {
  const made = new Set<string>();
  for (const file of files) {
    const target = join(to, file);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    try {
      copyFileSync(join(from, file), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new CommandError(
        `${file} is made twice: pages, data and static files must not share a name. Give one another.`,
      );
    }
  }
}
