import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { project } from '../../src/lib/project.ts';
import { run, start } from '../support/run.ts';

const archive = join(project, 'tests/fixtures/check/base');
let folder: string;
let out: string;
let env: NodeJS.ProcessEnv;
let args: string[];

// Each test has an edition that stands there already, and a work folder of its own.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'));
  out = join(folder, 'dist');
  env = { ENFOCUSTOM_WORK: `.editions/test-${folder.split('-').at(-1)}` };
  args = ['scripts/build.ts', '--edition', 'public', '--content', join(folder, 'content'), '--out', out];
  await cp(archive, join(folder, 'content'), { recursive: true });
  await mkdir(join(out, 'public'), { recursive: true });
  await writeFile(join(out, 'public/index.html'), 'old');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(join(project, String(env.ENFOCUSTOM_WORK)), { recursive: true, force: true });
});

const lock = () => join(project, String(env.ENFOCUSTOM_WORK), 'build.lock');

async function expectOldEdition(): Promise<void> {
  expect(await readFile(join(out, 'public/index.html'), 'utf8')).toBe('old');
  expect(await readdir(out)).toEqual(['public']);
  expect(existsSync(lock())).toBe(false);
}

test('content with a problem is told with file and line, and nothing is built', async () => {
  await writeFile(join(folder, 'content/topics/seals.yaml'), 'nam: Seals\n');
  const { code, err } = await run(args, { env });
  expect(code).toBe(1);
  expect(err).toContain(`${join(folder, 'content/topics/seals.yaml')}:1:1 UNKNOWN-KEY`);
  await expectOldEdition();
});

test('content that is not there is told', async () => {
  await rm(join(folder, 'content'), { recursive: true });
  expect(await run(args, { env })).toMatchObject({ code: 1, err: expect.stringContaining('There is no folder') });
});

describe('a build that goes on', () => {
  test('keeps others out, and leaves the old edition where it is stopped', async () => {
    const first = start(args, { env });
    expect(await first.said('partition')).toBe(true);
    const second = await run(args, { env });
    expect(second.code).toBe(1);
    expect(second.err).toContain(`already going on (process ${first.child.pid})`);
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 130, err: expect.stringContaining('Stopped.') });
    await expectOldEdition();
  });

  test('and is killed leaves the old edition, and the next build takes over', async () => {
    const killed = start(args, { env });
    expect(await killed.said('partition')).toBe(true);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await readFile(join(out, 'public/index.html'), 'utf8')).toBe('old');
    expect(existsSync(lock())).toBe(true);
    const next = start(args, { env });
    expect(await next.said('partition')).toBe(true);
    next.child.kill('SIGINT');
    expect(await next.ended).toMatchObject({ code: 130 });
    await expectOldEdition();
  });
});

test('where nothing has changed nothing is built, unless the edition was', async () => {
  const built = await run(args, { env });
  expect(built.code, built.err).toBe(0);
  const sums = await readFile(join(out, 'public/SHA256SUMS'), 'utf8');
  const again = await run(args, { env });
  expect(again).toMatchObject({ code: 0, err: expect.stringContaining('nothing has changed since it was built') });
  expect(again.err).not.toContain('partition');
  await writeFile(join(out, 'public/index.html'), 'spoilt');
  const mended = await run(args, { env });
  expect(mended.code, mended.err).toBe(0);
  expect(mended.err).toContain('audit');
  expect(await readFile(join(out, 'public/SHA256SUMS'), 'utf8')).toBe(sums);
});
