import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeLines } from './write-lines.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('lines come to lie one below the other, however many there are', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `${n} ${'x'.repeat(1000)}`);
  await writeLines(join(folder, 'a'), lines);
  expect((await readFile(join(folder, 'a'), 'utf8')).split('\n')).toEqual([...lines, '']);
});

test('where it fails the file before stays, and nothing lies beside it', async () => {
  await writeFile(join(folder, 'a'), 'before');
  function* failing() {
    yield 'one';
    throw new Error('no more');
  }
  await expect(writeLines(join(folder, 'a'), failing())).rejects.toThrow('no more');
  expect(await readdir(folder)).toEqual(['a']);
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('before');
});
