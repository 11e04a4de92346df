import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLines, writeLines } from './write-lines.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('lines come to lie one below the other, however many there are', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `${n} \u2028 ${'x'.repeat(1000)}`);
  await writeLines(join(folder, 'a'), lines);
  expect(await Array.fromAsync(readLines(join(folder, 'a')))).toEqual(lines);
});

test('what was cut off, changed or never there is read as nothing', async () => {
  const file = join(folder, 'a');
  expect(await Array.fromAsync(readLines(file))).toEqual([]);
  await writeLines(file, ['one', 'two']);
  const whole = await readFile(file);
  for (let size = 0; size < whole.length; size++) {
    await writeFile(file, whole.subarray(0, size));
    expect(await Array.fromAsync(readLines(file))).toEqual([]);
    const changed = Buffer.from(whole);
    changed[size] = (changed[size] ?? 0) ^ 1;
    await writeFile(file, changed);
    expect(await Array.fromAsync(readLines(file))).toEqual([]);
  }
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
