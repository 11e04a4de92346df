import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftOf, recover, swapIn } from './swap.ts';

let target: string;
beforeEach(async () => {
  target = join(await mkdtemp(join(tmpdir(), 'swap-')), 'public');
});
afterEach(() => rm(dirname(target), { recursive: true }));

async function put(folder: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), text);
}
const shown = () => readFile(join(target, 'index.html'), 'utf8');

test('the draft takes the place of what was there, and leaves nothing beside it', async () => {
  await put(draftOf(target), 'one');
  await swapIn(target);
  await put(draftOf(target), 'two');
  await swapIn(target);
  expect(await shown()).toBe('two');
  expect(await readdir(dirname(target))).toEqual(['public']);
});

test('what was killed between taking the old away and putting the new there is mended', async () => {
  await put(target, 'old');
  await rename(target, join(dirname(target), '.public.old'));
  await recover(target);
  expect(await shown()).toBe('old');
});

test('what was killed before the old was cleared away is mended', async () => {
  await put(target, 'new');
  await put(join(dirname(target), '.public.old'), 'old');
  await recover(target);
  expect(await shown()).toBe('new');
  expect(await readdir(dirname(target))).toEqual(['public']);
});
