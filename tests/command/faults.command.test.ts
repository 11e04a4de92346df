import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { generateArchive } from '../../src/bench/generate.ts';
import { processTree } from '../../src/bench/process-tree.ts';
import { filesBelow, hashOfFiles } from '../../src/edition/files.ts';
import { beginAstro } from '../../src/pipeline/astro.ts';
import { steps } from '../../src/pipeline/build.ts';
import { project } from '../../src/pipeline/project.ts';
import { run, start } from '../support/run.ts';

const archive = join(project, 'tests/fixtures/check/base');
let folder: string;
let undisturbed: string;
const works: string[] = [];

/** A place to build in, with an edition that stands there already. */
async function place(name: string, content = join(folder, 'content')) {
  const out = join(folder, name);
  const work = `.editions/test-${folder.split('-').at(-1)}-${name}`;
  works.push(work);
  await mkdir(join(out, 'public'), { recursive: true });
  await writeFile(join(out, 'public/index.html'), 'old');
  const args = ['scripts/build.ts', '--edition', 'public', '--content', content, '--out', out];
  return { out, work: join(project, work), args, env: { ENFOCUSTOM_WORK: work } };
}

const editionOf = async (out: string) => hashOfFiles(join(out, 'public'), filesBelow(join(out, 'public')));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faults-'));
  await cp(archive, join(folder, 'content'), { recursive: true });
  const { args, env, out } = await place('undisturbed');
  const { code, err } = await run(args, { env });
  expect(code, err).toBe(0);
  undisturbed = await editionOf(out);
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const work of works) await rm(join(project, work), { recursive: true, force: true });
});

describe('a build that is killed', () => {
  let at: Awaited<ReturnType<typeof place>>;
  beforeAll(async () => {
    at = await place('killed');
  });

  // Each goes on with what the one before left behind.
  test.each(['check', ...steps.map(({ name }) => name)])('when %s is done leaves the old edition', async (step) => {
    const build = start(at.args, { env: at.env, detached: true });
    const line = `${(step === 'check' ? 'content' : 'public').padEnd(9)}  ${step} `;
    expect(await build.said(line)).toBe(true);
    process.kill(-Number(build.child.pid), 'SIGKILL');
    expect(await build.ended).toMatchObject({ code: null });
    // After its last step it may have come as far as to put the new one there, whole.
    if ((await readFile(join(at.out, 'public/index.html'), 'utf8').catch(() => 'old')) !== 'old') {
      expect(step).toBe(steps.at(-1)?.name);
      expect(await editionOf(at.out)).toBe(undisturbed);
    }
  });

  // The first file that each of them writes; what is kept is removed beforehand, so that it does.
  test.each([
    ['partition', 'work/public/content', ''],
    ['files', 'work/public/cache/files', '/made'],
    ['pages', 'work/public/cache/pages', '/parts/1/out/index.html'],
    ['books', 'work/public/cache/books', '/made'],
    ['index', 'work/public/cache/index', ''],
    ['seal', 'out/.public.draft', '/keep.json'],
    ['proof', 'out/.public.draft', '/SHA256SUMS'],
  ])('in the middle of %s leaves the old edition', async (_, kept, first) => {
    const folder = kept.replace(/^work|^out/, (name) => (name === 'work' ? at.work : at.out));
    await rm(folder, { recursive: true, force: true });
    await rm(join(at.out, '.public.built-from'), { force: true });
    const build = start(at.args, { env: at.env, detached: true });
    await expect.poll(() => existsSync(folder + first), { interval: 2, timeout: 60_000 }).toBe(true);
    process.kill(-Number(build.child.pid), 'SIGKILL');
    expect(await build.ended).toMatchObject({ code: null });
    const index = await readFile(join(at.out, 'public/index.html'), 'utf8');
    if (index !== 'old') expect(await editionOf(at.out)).toBe(undisturbed);
  });

  test('and started again makes what an undisturbed one makes', async () => {
    const { code, err } = await run(at.args, { env: at.env });
    expect(code, err).toBe(0);
    expect(await editionOf(at.out)).toBe(undisturbed);
    expect((await readdir(at.out)).sort()).toEqual(['.public.built-from', 'public']);
    expect(existsSync(join(at.work, 'build.lock'))).toBe(false);
  });

  test('and what it alone was given is nowhere after the next one', async () => {
    const file = join(folder, 'content/documents/st-10001-2020-rev-1.md');
    const before = await readFile(file, 'utf8');
    await writeFile(file, `${before}\nThen closed again: zqkilled.\n`);
    const build = start(at.args, { env: at.env, detached: true });
    expect(await build.said('public     index ')).toBe(true);
    process.kill(-Number(build.child.pid), 'SIGKILL');
    await build.ended;
    await writeFile(file, before);
    const { code, err } = await run(at.args, { env: at.env });
    expect(code, err).toBe(0);
    expect(await editionOf(at.out)).toBe(undisturbed);
    for (const root of [at.out, at.work]) {
      for (const name of filesBelow(root)) {
        const bytes = await readFile(join(root, name));
        expect((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).includes('zqkilled'), name).toBe(false);
      }
    }
  });

  const isList = (file: string) => !file.includes('/made/') && /\.(?:jsonl|txt)$/.test(file);
  const cutOff = async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2));

  test.each([
    ['cut off', cutOff, () => true],
    ['garbled', garble, () => true],
    ['garbled but for its lists', garble, (file: string) => !isList(file)],
  ])('and finds everything that it keeps %s makes the same again', async (_, spoil, isSpoiled) => {
    const kept = filesBelow(at.work).filter((file) => file.split('/').includes('cache') && isSpoiled(file));
    expect(kept.length).toBeGreaterThan(100);
    for (const file of kept) await spoil(join(at.work, file));
    await rm(join(at.out, '.public.built-from'));
    const { code, err } = await run(at.args, { env: at.env });
    expect(code, err).toBe(0);
    expect(await editionOf(at.out)).toBe(undisturbed);
  });
});

describe('while the pages of a larger archive are made', () => {
  let at: Awaited<ReturnType<typeof place>>;
  let part: string;
  beforeAll(async () => {
    const content = join(folder, 'larger-content');
    await generateArchive(content, { documents: 100, seed: 3 });
    at = await place('larger', content);
    part = join(at.work, 'public/cache/pages/parts/1');
  });
  const firstPage = (out: string) =>
    expect
      .poll(() => filesBelow(out).some((file) => file.endsWith('.html')), { interval: 2, timeout: 60_000 })
      .toBe(true);

  test('a build that is killed alone takes the process that makes them with it', async () => {
    const build = start(at.args, { env: at.env });
    await firstPage(join(part, 'out'));
    const [own, ...below] = await processTree(Number(build.child.pid));
    build.child.kill('SIGKILL');
    expect(own?.pid).toBe(build.child.pid);
    expect(below.length).toBeGreaterThan(0);
    const living = async () => (await Promise.all(below.map(({ pid }) => commandOf(pid)))).filter(Boolean);
    await expect.poll(living, { interval: 2, timeout: 60_000 }).toEqual([]);
    expect(await build.ended).toMatchObject({ code: null });
  });

  // Where nobody is left to hear what it says it would end sooner or later.
  test.each([
    ['when it has made the first', firstPage],
    ['before it has begun', async () => {}],
  ])('that process ends with the build %s, though it is heard', async (_, reached) => {
    vi.stubEnv('ENFOCUSTOM_WORK', at.env.ENFOCUSTOM_WORK);
    const out = await mkdtemp(join(folder, 'out-'));
    const order = { wanted: join(part, 'wanted.txt'), asked: join(out, 'asked.jsonl') };
    const { signal } = new AbortController();
    const cache = join(out, 'cache');
    const child = beginAstro({ project, edition: 'public', out, cache, order, heap: 1_200_000_000, signal });
    vi.unstubAllEnvs();
    child.stdout?.resume();
    child.stderr?.resume();
    const ended = once(child, 'exit');
    await reached(out);
    child.disconnect();
    expect(await ended).toEqual([1, null]);
    expect(existsSync(join(out, 'index.html'))).toBe(false);
  });

  test('what somebody else puts between them goes no further', async () => {
    // What the build that was killed left.
    await rm(part, { recursive: true });
    const build = start(at.args, { env: at.env });
    await firstPage(join(part, 'out'));
    await writeFile(join(part, 'out/stray.html'), 'stray');
    const { code, err } = await build.ended;
    expect(code, err).toBe(0);
    expect(existsSync(join(at.out, 'public/stray.html'))).toBe(false);
  });
});

/** What a process was begun with; empty where it has ended, whoever has yet to take note of that. */
const commandOf = (pid: number) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');

/** Bytes in the middle become others. */
async function garble(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill('#', Math.floor(bytes.length / 3), Math.floor(bytes.length / 2) + 1);
  await writeFile(file, bytes);
}

test.each([2_000, 100_000])(
  'a disk that takes no more than %i bytes of a file is told, and the old edition stays',
  async (largestFile) => {
    const { args, env, out } = await place(`full-${largestFile}`);
    const { code, err } = await run(args, { env, largestFile });
    expect(code).toBe(1);
    expect(err).toContain('Files may not become that large here.');
    expect(err).not.toMatch(/^ +at /m);
    expect(await readFile(join(out, 'public/index.html'), 'utf8')).toBe('old');
    expect(await readdir(out)).toEqual(['public']);
  },
);
