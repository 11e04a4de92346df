import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mirror } from './mirror.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mirror-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('files are added, changed and removed; one that is the same is not touched', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  for (const root of [from, to]) await mkdir(join(root, 'actions'), { recursive: true });
  await writeFile(join(from, 'actions/7.3.yaml'), 'same');
  await writeFile(join(to, 'actions/7.3.yaml'), 'same');
  await writeFile(join(to, 'actions/7.4.yaml'), 'gone');
  await writeFile(join(from, 'acts.yaml'), 'new');
  await utimes(join(to, 'actions/7.3.yaml'), 1, 1);
  await mirror(from, to);
  expect((await readdir(to, { recursive: true })).sort()).toEqual(['actions', 'actions/7.3.yaml', 'acts.yaml']);
  expect(await readFile(join(to, 'acts.yaml'), 'utf8')).toBe('new');
  expect((await stat(join(to, 'actions/7.3.yaml'))).mtimeMs).toBe(1000);
});
