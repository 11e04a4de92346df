import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followChanges } from './follow-changes.ts';

let folder: string;
let stop: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-'));
  stop = new AbortController();
});
afterEach(() => rm(folder, { recursive: true }));

test('a renewal that goes on when it is stopped is waited for', async () => {
  let written = 0;
  await followChanges(folder, stop.signal, async () => {
    stop.abort();
    for (; written < 200; written++) await writeFile(join(folder, `${written}.txt`), '');
  });
  expect(written).toBe(200);
});

test('what is saved during a renewal is followed by another, and one that fails by the next', async () => {
  let calls = 0;
  await followChanges(folder, stop.signal, async () => {
    calls++;
    if (calls === 3) stop.abort();
    else await writeFile(join(folder, `${calls}.txt`), '');
    if (calls === 1) throw new Error('the first renewal fails, as the test wants it');
  });
  expect(calls).toBe(3);
});

test('is over at once where it is stopped before it begins', async () => {
  stop.abort();
  let calls = 0;
  await followChanges(folder, stop.signal, async () => calls++);
  expect(calls).toBe(0);
});

test('where the folder can no longer be watched it says so, once the renewal is done', async () => {
  let written = 0;
  const following = followChanges(folder, stop.signal, async () => {
    if (written === 0) await symlink('loop', join(folder, 'loop'));
    for (; written < 200; written++) await writeFile(join(folder, `${written}.txt`), '');
  });
  await expect(following).rejects.toThrow('ELOOP');
  expect(written).toBe(200);
});
