import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../lib/files.ts';
import { MANIFEST } from './names.ts';
import { openSealed } from './open.ts';

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'sealed-'));
  await writeFile(join(dist, 'a.html'), 'a');
  const files = [{ path: 'a.html', size: 1, sha256: sha256('a') }];
  await writeFile(join(dist, MANIFEST), JSON.stringify({ edition: 'public', files }));
});
afterEach(() => rm(dist, { recursive: true }));

test('a sealed edition gives what its manifest names, and nothing that was laid beside', async () => {
  await writeFile(join(dist, 'b.html'), 'b');
  const { edition, names, read } = await openSealed(dist);
  expect([edition, names, await read('a.html')]).toEqual(['public', ['a.html'], 'a']);
  await expect(read('b.html')).rejects.toThrow(/b\.html is not the file that manifest\.json names/);
});

test('a file that was changed after the build is not read', async () => {
  await writeFile(join(dist, 'a.html'), 'changed');
  await expect((await openSealed(dist)).read('a.html')).rejects.toThrow(/Build it again/);
});

test('a folder without a manifest is no edition', async () => {
  await rm(join(dist, MANIFEST));
  await expect(openSealed(dist)).rejects.toThrow(/There is no built edition in .* npm run build/);
});
