import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoredPage } from './fragments.ts';
import { packTexts, readTexts } from './texts.ts';

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'enfocustom-texts-'));
  await mkdir(join(dist, 'pagefind/fragment'), { recursive: true });
  await writeFile(join(dist, 'pagefind/fragment/en_1.pf_fragment'), '');
});
afterEach(() => rm(dist, { recursive: true, force: true }));

const pages = (count: number, content: string): StoredPage[] =>
  Array.from({ length: count }, (_, number) => ({
    hash: `en_${(number * 2654435761 + 7).toString(16)}`,
    url: `/documents/paper-${number}/`,
    content,
    filters: {},
    meta: { title: `Paper ${number}` },
    anchors: [],
    word_count: 2,
  }));
const pack = (stored: readonly StoredPage[]) => packTexts(join(dist, 'pagefind'), stored);
const filesOf = async () =>
  (await readdir(join(dist, 'pagefind'), { recursive: true })).filter((name) => /\.\w+$/.test(name));

it('short texts share files, and every one of them is there', async () => {
  const stored = pages(400, 'Two words.');
  const texts = await pack(stored);
  const files = await filesOf();
  expect(files.length).toBeLessThanOrEqual(texts.files);
  expect(files.length).toBeLessThan(10);
  expect(files.every((name) => name.startsWith(`texts/${texts.digest}/`))).toBe(true);
  const read = [...(await readTexts(dist, { folder: 'pagefind/', pages: 400, words: 800, texts })).values()];
  expect(read.map(({ url }) => url).sort()).toEqual(stored.map(({ url }) => url).sort());
  expect(read[0]).toEqual({ url: expect.any(String), content: 'Two words.', meta: expect.any(Object), anchors: [] });
});

it('a long text has no more than a file of its own', async () => {
  const texts = await pack(pages(20, 'Long words. '.repeat(2_000)));
  expect(texts.files).toBe(20);
});

it('names change with any text, and only with one', async () => {
  const first = await pack(pages(5, 'One'));
  expect(await pack(pages(5, 'One'))).toEqual(first);
  expect((await pack(pages(5, 'Two'))).digest).not.toBe(first.digest);
});

it('an index of no page has none', async () => {
  const texts = await pack([]);
  expect(await readTexts(dist, { folder: 'pagefind/', pages: 0, words: 0, texts })).toEqual(new Map());
  expect(await filesOf()).toEqual([]);
});
