import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOwnProcess, WorkFailed } from './own-process.ts';

describe('inOwnProcess', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'own-process-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const never = new AbortController().signal;
  let programs = 0;
  const told = async (work: string, signal = never) => {
    const program = join(folder, `${++programs}.mjs`);
    const doWork = new URL('./own-process.ts', import.meta.url).href;
    await writeFile(program, `import { doWork } from ${JSON.stringify(doWork)};\n${work}`);
    return inOwnProcess(pathToFileURL(program), { words: new Set(['a', 'b']) }, signal);
  };

  it('gives what the program answers, sets and maps among it', async () => {
    const work = 'doWork(async ({ words }) => new Map([[process.ppid, words]]));';
    expect(await told(work)).toEqual(new Map([[process.pid, new Set(['a', 'b'])]]));
  });

  it.each([
    [
      'a failure in words',
      "doWork(async () => { throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' }); });",
      'The disk is full.',
    ],
    ['a program that does not begin', "throw new Error('no such thing');", 'no such thing'],
    ['a program that is killed', "doWork(async () => process.kill(process.pid, 'SIGKILL'));", 'ended by SIGKILL'],
  ])('says so of %s', async (_, work, message) => {
    const error = await told(work).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(WorkFailed);
    expect(String(error)).toContain(message);
  });

  it('ends it where it is stopped', async () => {
    const stop = new AbortController();
    const work = told('doWork(() => new Promise(() => setInterval(() => {}, 1000)));', stop.signal);
    stop.abort();
    await expect(work).rejects.toThrow(/abort/i);
  });
});
