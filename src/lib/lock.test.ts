import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandError } from './command.ts';
import { withLock } from './lock.ts';

let file: string;
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'lock-')), 'build.lock');
});
afterEach(() => rm(dirname(file), { recursive: true }));

test('a lock is held while the work lasts and gone afterwards, also where the work fails', async () => {
  await withLock(file, 'This', async () => expect(existsSync(file)).toBe(true));
  await expect(withLock(file, 'This', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(dirname(file))).toEqual([]);
});

test('a second one is told who holds it, and does not take it away', async () => {
  await withLock(file, 'This', async () => {
    const second = withLock(file, 'A build', async () => {});
    await expect(second).rejects.toThrow(CommandError);
    await expect(withLock(file, 'A build', async () => {})).rejects.toThrow(`process ${process.pid}`);
    expect(existsSync(file)).toBe(true);
  });
});

test.each([
  ['of a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, started: '1' })],
  ['of an earlier process with the number of this one', JSON.stringify({ pid: process.pid, started: '1' })],
  ['that is damaged', '{"pid":'],
  ['that is empty', ''],
])('a lock %s is taken over', async (_name, content) => {
  await writeFile(file, content);
  expect(await withLock(file, 'This', async () => 'done')).toBe('done');
  expect(await readdir(dirname(file))).toEqual([]);
});

test.each(Array.from({ length: 20 }, (_, round) => round))(
  'of many who come at once to a dead lock one works at a time: %i',
  async () => {
    await writeFile(file, '');
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => withLock(file, 'This', work)));
    expect(most).toBe(1);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  },
);

test('a lock that somebody else is taking over is his', async () => {
  await writeFile(file, '');
  await writeFile(`${file}.discard`, JSON.stringify({ pid: process.pid, started: null }));
  await expect(withLock(file, 'A build', async () => {})).rejects.toThrow(`process ${process.pid}`);
  await writeFile(`${file}.discard`, '');
  await expect(withLock(file, 'A build', async () => {})).rejects.toThrow(`delete that file`);
});
