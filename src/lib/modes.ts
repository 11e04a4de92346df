/**
 * Modes of what a build writes: folders 755 and files 644, whatever the file they are copied from has, less what the umask
 * takes away. Both editions have the same rule: who builds the delegates' edition on a machine with other users sets the
 * umask that its files are to have, and nothing widens it.
 */
export function modesUnder(umask: number): { readonly folder: number; readonly file: number } {
  return { folder: 0o755 & ~umask, file: 0o644 & ~umask };
}
