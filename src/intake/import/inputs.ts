import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

/** A file to import. */
export interface Input {
  readonly path: string;
  /** The file's name; below a folder that was given, its way from there. */
  readonly source: string;
  /** Given by name rather than found in a folder. */
  readonly explicit: boolean;
}

export interface Inputs {
  readonly files: readonly Input[];
  /** What was passed over, and why. */
  readonly notes: readonly string[];
  /** Arguments that could not be read. */
  readonly problems: readonly { readonly source: string; readonly error: string }[];
}

/**
 * The files that the arguments stand for. Folders are read with their subfolders, in the order of names; READMEs and
 * hidden files are passed over, and so is every symbolic link in a folder: one that leads out of it must not be
 * followed, one that stays inside would import a file twice.
 */
export function findInputs(paths: readonly string[]): Inputs {
  const files: Input[] = [];
  const notes: string[] = [];
  const problems: { source: string; error: string }[] = [];
  const seen = new Set<string>();
  const add = (path: string, source: string, explicit: boolean) => {
    const real = realpathSync(path);
    if (seen.has(real)) return void notes.push(`${source}: given twice, imported once`);
    seen.add(real);
    files.push({ path, source, explicit });
  };
  for (const path of paths) {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) walk(realpathSync(path), (file, root) => add(file, relative(root, file), false), notes);
      else if (stat.isFile()) add(path, basename(path), true);
      else problems.push({ source: basename(path), error: 'neither a file nor a folder' });
    } catch (error) {
      problems.push({ source: basename(path), error: reasonOf(error) });
    }
  }
  return { files, notes, problems };
}

function walk(root: string, add: (file: string, root: string) => void, notes: string[]): void {
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const inner: string[] = [];
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const shown = relative(root, path).split(sep).join('/');
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) notes.push(`${shown}: a symbolic link, not followed`);
      else if (entry.isDirectory()) inner.push(path);
      else if (!entry.isFile()) notes.push(`${shown}: not a file, passed over`);
      else if (/^readme(\.|$)/i.test(entry.name)) notes.push(`${shown}: passed over`);
      else add(path, root);
    }
    pending.push(...inner.reverse());
  }
}

/** An error of the file system in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  return error instanceof Error ? error.message : String(error);
}
