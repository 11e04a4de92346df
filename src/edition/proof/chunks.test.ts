import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chunksOf } from './chunks.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chunks-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('gives every stretch that is no longer than what chunks have in common', async () => {
  const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      lines,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 12 }),
      async (list, size, common) => {
        const text = list.join('\n');
        await writeFile(join(folder, 'list'), text);
        const chunks = [...chunksOf(join(folder, 'list'), size, common)].map(String);
        for (let at = 0; at + common <= text.length; at++) {
          const stretch = text.slice(at, at + common);
          expect(chunks.some((chunk) => chunk.includes(stretch))).toBe(true);
        }
        if (text.length < common) expect(chunks.join('')).toContain(text);
        for (const chunk of chunks) expect(text).toContain(chunk);
      },
    ),
  );
});

it('has no more in memory than a chunk and a line', async () => {
  await writeFile(join(folder, 'list'), `${'x'.repeat(99)}\n`.repeat(1000));
  const lengths = [...chunksOf(join(folder, 'list'), 1000, 50)].map(({ length }) => length);
  expect(Math.max(...lengths)).toBeLessThan(1200);
  expect(lengths.length).toBeGreaterThan(80);
});
