import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../../lib/command.ts';
import { sha256 } from '../../lib/files.ts';
import type { Manifest } from './manifest.ts';
import { MANIFEST } from './names.ts';

/** The files of an edition. */
export interface EditionFiles {
  readonly names: readonly string[];
  /** The text of one of them. */
  read(name: string): Promise<string>;
}

/**
 * Opens a built edition for reading. Gives the files that its manifest names and no others; throws a `CommandError` where
 * there is no manifest, and at a file that is not the one it names.
 */
export async function openSealed(dist: string): Promise<EditionFiles & { readonly edition: string }> {
  const text = await readFile(join(dist, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw new CommandError(`There is no built edition in ${dist}: it has no ${MANIFEST}. Build it with npm run build.`);
  });
  const { edition, files } = JSON.parse(text) as Manifest;
  const sums = new Map(files.map((file) => [file.path, file.sha256]));
  return {
    edition,
    names: [...sums.keys()],
    async read(name) {
      const bytes = await readFile(join(dist, name));
      if (sums.get(name) !== sha256(bytes))
        throw new CommandError(
          `${join(dist, name)} is not the file that ${MANIFEST} names: the edition was changed after its build. Build it again.`,
        );
      return bytes.toString('utf8');
    },
  };
}
