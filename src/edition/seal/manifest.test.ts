import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setModes } from './manifest.ts';

it.each([
  [0o022, 0o755, 0o644],
  [0o002, 0o755, 0o644],
  [0o027, 0o750, 0o640],
  [0o077, 0o700, 0o600],
])('under umask %o folders have mode %o and files %o, whatever they had', async (umask, folderMode, fileMode) => {
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-modes-'));
  const before = process.umask(umask);
  try {
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'a/page.html'), 'x');
    await writeFile(join(folder, 'a/copied.png'), 'x');
    await chmod(join(folder, 'a/copied.png'), 0o777);
    setModes(folder);
    const modes = await Promise.all(['', 'a', 'a/page.html', 'a/copied.png'].map((name) => stat(join(folder, name))));
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([folderMode, folderMode, fileMode, fileMode]);
  } finally {
    process.umask(before);
    await rm(folder, { recursive: true });
  }
});
