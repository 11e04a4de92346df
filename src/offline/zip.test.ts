import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeZip } from './zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enfocustom-zip-'));
  writeFileSync(join(folder, 'ä.txt'), 'one'.repeat(1000));
  writeFileSync(join(folder, 'b.bin'), Buffer.from([0, 1, 2, 255]));
  writeFileSync(join(folder, 'empty'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PATHS = ['b.bin', 'empty', 'ä.txt'];

test('holds the files below one folder, and is the same whenever it is made', async () => {
  const first = join(folder, 'first.zip');
  expect(await writeZip(folder, PATHS, 'top', first)).toBe(readFileSync(first).length);
  utimesSync(join(folder, 'b.bin'), 1, 1);
  const second = join(folder, 'second.zip');
  await writeZip(folder, PATHS, 'top', second);
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  const files = unzipSync(readFileSync(first));
  expect(Object.keys(files)).toEqual(['top/b.bin', 'top/empty', 'top/ä.txt']);
  expect(Buffer.from(files['top/ä.txt'] ?? []).toString()).toBe('one'.repeat(1000));
});

test.skipIf(!existsSync('/dev/full'))('says when the disk is full', async () => {
  await expect(writeZip(folder, PATHS, 'top', '/dev/full')).rejects.toMatchObject({ code: 'ENOSPC' });
});

test('says which file it could not read, and stops when it is told to', async () => {
  const file = join(folder, 'x.zip');
  await expect(writeZip(folder, ['b.bin', 'lost'], 'top', file)).rejects.toThrow(/ENOENT.*lost/);
  const stopped = AbortSignal.abort(new Error('told to stop'));
  await expect(writeZip(folder, PATHS, 'top', file, stopped)).rejects.toThrow('told to stop');
});
