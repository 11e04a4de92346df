import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { project } from '../../src/lib/project.ts';
import { run } from '../support/run.ts';

/** Each file is far larger than a file may become: what is written in place would lose its end. */
const LARGEST = 8_192;
const FULL = 'Files may not become that large here.';

let folder: string;
let content: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'full-disk-'));
  content = join(folder, 'content');
  await cp(join(project, 'content'), content, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const glossary = () => readFile(join(content, 'glossary.yaml'), 'utf8');

async function expectNoDraft(): Promise<void> {
  const names = await readdir(content, { recursive: true });
  expect(names.filter((name) => /(?:^|\/)\.|draft|\.new$|\.importing$/.test(name))).toEqual([]);
}

test('npm run new leaves a glossary whole to which it cannot add', async () => {
  const before = await glossary();
  expect(before.length).toBeGreaterThan(2 * LARGEST);
  const args = ['scripts/new.ts', 'term', 'Zq new term', 'meaning=Short', '--source', 'general-knowledge'];
  const { code, err } = await run([...args, '--content', content], { largestFile: LARGEST });
  expect(code).toBe(1);
  expect(err).toContain(FULL);
  expect(await glossary()).toBe(before);
  await expectNoDraft();
});

test('npm run check -- --fix leaves a glossary whole that it cannot mend', async () => {
  const broken = (await glossary()).replace('source: general-knowledge', 'source: General-Knowledge');
  await writeFile(join(content, 'glossary.yaml'), broken);
  const args = ['scripts/check.ts', '--fix', '--content', content];
  const { code, err } = await run(args, { largestFile: LARGEST });
  expect(code).toBe(1);
  expect(err).toContain(FULL);
  expect(await glossary()).toBe(broken);
  expect((await run(args)).err).toContain('1 file mended.');
  await expectNoDraft();
});

test('npm run record leaves the list of addresses whole to which it cannot add', async () => {
  const addresses = Array.from({ length: 1_000 }, (_, index) => `/documents/st-${index}-2020-init/`);
  await mkdir(join(content, 'addresses'), { recursive: true });
  const list = join(content, 'addresses/public.lock');
  await writeFile(list, `# An older list.\n${addresses.join('\n')}\n`);
  const before = await readFile(list, 'utf8');
  await mkdir(join(folder, 'dist/public/new'), { recursive: true });
  await writeFile(join(folder, 'dist/public/new/index.html'), '<p>New</p>');
  const args = ['scripts/record.ts', '--edition', 'public', '--content', content, '--out', join(folder, 'dist')];
  const full = await run(args, { largestFile: LARGEST });
  expect(full.code).toBe(1);
  expect(full.err).toContain(FULL);
  expect(await readFile(list, 'utf8')).toBe(before);
  await expectNoDraft();

  expect((await run(args)).code).toBe(0);
  const [, seal, ...recorded] = (await readFile(list, 'utf8')).trim().split('\n');
  expect(seal).toMatch(/^# 1001 addresses, sha256 [0-9a-f]{64}$/);
  expect(recorded).toHaveLength(1_001);
});

test('npm run import leaves a text whole that it cannot replace', async () => {
  const source = join(folder, 'source.txt');
  const document = (words: string) =>
    `Brussels, 3 March 2020 (OR. en)\n\n6120/20\n\nENFOCUSTOM 31\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nSubject:\tOars\n\n${words}\n`;
  await writeFile(source, document('The oars are long.'));
  const args = ['scripts/import.ts', source, '--content', content];
  expect((await run(args)).code).toBe(0);
  const text = join(content, 'texts/st-6120-2020-init.md');
  const before = await readFile(text, 'utf8');
  await writeFile(source, document('The oars are too long for the boats. '.repeat(1_000)));
  const { code, out, err } = await run(args, { largestFile: LARGEST });
  expect(code).toBe(1);
  expect(out + err).toMatch(/EFBIG|become that large/);
  expect(await readFile(text, 'utf8')).toBe(before);
  await expectNoDraft();
});
