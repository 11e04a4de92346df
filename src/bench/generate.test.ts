import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatProblem } from '../archive/problem.ts';
import { checkContent } from '../check/check.ts';
import { generateArchive } from './generate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generate-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function bytesOf(root: string): Promise<Map<string, string>> {
  const items = await readdir(root, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(root.length), await readFile(file, 'utf8')] as const)),
  );
}

test('a seed gives the same bytes each time, another seed others', async () => {
  const options = [{ seed: 1 }, { seed: 1 }, { seed: 2 }];
  const [first, again, other] = await Promise.all(
    options.map(async ({ seed }, index) => {
      const root = join(folder, String(index));
      await generateArchive(root, { documents: 40, seed });
      return bytesOf(root);
    }),
  );
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test.each([1, 7, 150])('an archive of %d documents has no problem', async (documents) => {
  await generateArchive(folder, { documents, seed: documents });
  expect((await checkContent(folder)).map(formatProblem)).toEqual([]);
  expect(await readdir(join(folder, 'documents'))).toHaveLength(documents);
});
