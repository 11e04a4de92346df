import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildInProcess, eachAtOnce } from './shard-process.ts';

const never = new AbortController().signal;

describe('buildInProcess', () => {
  it('says which pages could not be indexed, and why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'enfocustom-shard-'));
    const pages = [{ address: '/lost/', file: join(folder, 'lost.html') }];
    const job = { pages, names: [], output: join(folder, 'pagefind'), summary: join(folder, 'summary.json') };
    await expect(buildInProcess(job, never)).rejects.toThrow(/1 pages from \/lost\/ on could not be built: .*ENOENT/s);
    expect(existsSync(job.summary)).toBe(false);
    await rm(folder, { recursive: true });
  });
});

describe('eachAtOnce', () => {
  it('works on so many at once, and on all', async () => {
    const done: number[] = [];
    let [running, most] = [0, 0];
    await eachAtOnce([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      done.push(item);
      running--;
    });
    expect([most, done]).toEqual([2, [1, 2, 3, 4, 5]]);
  });

  it('begins nothing after a failure, stops what runs, and says what failed first', async () => {
    const begun: number[] = [];
    const work = async (item: number, stop: AbortSignal) => {
      begun.push(item);
      if (item === 2) throw new Error('the second');
      await new Promise((_, reject) => stop.addEventListener('abort', () => reject(new Error('stopped'))));
    };
    await expect(eachAtOnce([1, 2, 3], 2, work)).rejects.toThrow('the second');
    expect(begun).toEqual([1, 2]);
  });
});
