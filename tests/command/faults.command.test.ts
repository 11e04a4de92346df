import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processTree } from '../../bench/process-tree.ts';
import { filesBelow, hashOfFiles } from '../../src/lib/files.ts';
import { project } from '../../src/lib/project.ts';
import { run, start } from '../support/run.ts';

const archive = join(project, 'tests/fixtures/check/base');
let folder: string;
const works: string[] = [];

/** A place to build in, with an edition that is there already. */
async function place(name: string) {
  const out = join(folder, name);
  const work = `.editions/test-${folder.split('-').at(-1)}-${name}`;
  works.push(work);
  await mkdir(join(out, 'public'), { recursive: true });
  await writeFile(join(out, 'public/index.html'), 'old');
  const content = join(folder, 'content');
  return {
    out,
    work: join(project, work),
    real: ['scripts/build.ts', '--edition', 'public', '--content', content, '--out', out],
    fake: ['tests/support/fake-build.ts', content, out],
    env: { ENFOCUSTOM_WORK: work },
  };
}

const editionOf = async (out: string) => hashOfFiles(join(out, 'public'), filesBelow(join(out, 'public')));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
  await cp(archive, join(folder, 'content'), { recursive: true });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const work of works) await rm(join(project, work), { recursive: true, force: true });
});

describe('a build that is killed', () => {
  let at: Awaited<ReturnType<typeof place>>;
  let undisturbed: string;
  beforeAll(async () => {
    const other = await place('undisturbed');
    expect(await run(other.fake, { env: other.env })).toMatchObject({ code: 0 });
    undisturbed = await editionOf(other.out);
    at = await place('killed');
  });

  // Each goes on with what the one before left behind.
  test.each(['begin', 'half', 'sealed', 'audit'])('at %s leaves the old edition', async (step) => {
    const build = start([...at.fake, step], { env: at.env });
    expect(await build.said(`at ${step}`)).toBe(true);
    build.child.kill('SIGKILL');
    expect(await build.ended).toMatchObject({ code: null });
    expect(await readFile(join(at.out, 'public/index.html'), 'utf8')).toBe('old');
    expect(existsSync(join(at.work, 'build.lock'))).toBe(true);
  });

  test('and started again makes what an undisturbed one makes, and leaves nothing else', async () => {
    expect(await run(at.fake, { env: at.env })).toMatchObject({ code: 0 });
    expect(await editionOf(at.out)).toBe(undisturbed);
    expect((await readdir(at.out)).sort()).toEqual(['.public.built-from', 'public']);
    expect(existsSync(join(at.work, 'build.lock'))).toBe(false);
  });

  test('leaves nothing in the work folder of what was closed meanwhile', async () => {
    const file = join(folder, 'content/documents/st-10001-2020-rev-1.md');
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${before}\nThen closed again: zqkilled.\n`);
    const build = start([...at.fake, 'half'], { env: at.env });
    expect(await build.said('at half')).toBe(true);
    build.child.kill('SIGKILL');
    await build.ended;
    await writeFile(file, before);
    expect(await run(at.fake, { env: at.env })).toMatchObject({ code: 0 });
    for (const root of [at.out, at.work]) {
      for (const name of filesBelow(root))
        expect((await readFile(join(root, name))).includes('zqkilled'), name).toBe(false);
    }
  });

  test('finds a snapshot that was cut off or garbled, and makes the same again', async () => {
    for (const name of filesBelow(join(at.work, 'public/content'))) {
      const bytes = await readFile(join(at.work, 'public/content', name));
      await writeFile(join(at.work, 'public/content', name), bytes.subarray(0, bytes.length / 2));
    }
    await rm(join(at.out, '.public.built-from'));
    expect(await run(at.fake, { env: at.env })).toMatchObject({ code: 0 });
    expect(await editionOf(at.out)).toBe(undisturbed);
  });
});

test('the process behind the wall ends with a build that is killed', async () => {
  const { real, env, out } = await place('alone');
  const build = start(real, { env });
  expect(await build.said('data ')).toBe(true);
  const [own, ...below] = await processTree(Number(build.child.pid));
  expect(own?.pid).toBe(build.child.pid);
  expect(below.length).toBeGreaterThan(0);
  build.child.kill('SIGKILL');
  const commandOf = (pid: number) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const living = async () => (await Promise.all(below.map(({ pid }) => commandOf(pid)))).filter(Boolean);
  await expect.poll(living, { interval: 20, timeout: 60_000 }).toEqual([]);
  expect(await build.ended).toMatchObject({ code: null });
  expect(await readFile(join(out, 'public/index.html'), 'utf8')).toBe('old');
});

test.each([2_000, 100_000])(
  'a disk that takes no more than %i bytes of a file is named, and the old edition stays',
  async (largestFile) => {
    const { real, env, out } = await place(`full-${largestFile}`);
    const { code, err } = await run(real, { env, largestFile });
    expect(code).toBe(1);
    expect(err).toContain('Files may not become that large here.');
    expect(err).not.toMatch(/^ +at /m);
    expect(await readFile(join(out, 'public/index.html'), 'utf8')).toBe('old');
    expect(await readdir(out)).toEqual(['public']);
  },
);

test('a work folder that is a link to somebody else’s files is refused', async () => {
  const { fake, env, work, out } = await place('foreign');
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere/precious.txt'), 'mine');
  await mkdir(work, { recursive: true });
  await symlink(join(folder, 'elsewhere'), join(work, 'public'));
  const { code, err } = await run(fake, { env });
  expect(code).toBe(1);
  expect(err).toContain('is a symbolic link: make it a folder');
  expect(await readdir(join(folder, 'elsewhere'))).toEqual(['precious.txt']);
  expect(await readFile(join(out, 'public/index.html'), 'utf8')).toBe('old');
});

test.skipIf(process.getuid?.() === 0)('a target that may not be written is named', async () => {
  const { fake, env, out } = await place('read-only');
  await chmod(out, 0o555);
  const { code, err } = await run(fake, { env });
  await chmod(out, 0o755);
  expect(code).toBe(1);
  expect(err).toContain(`Not allowed here`);
});
