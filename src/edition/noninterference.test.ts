import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFixture } from '../../tests/edition/fixture/archive.ts';
import { inFull } from '../../tests/edition/fixture/world.ts';
import { contentFolder } from '../../tests/support/content.ts';
import { type ArchiveContent, readArchive } from '../archive/read.ts';
import { nonInterference } from './noninterference.ts';
import { partOf } from './part.ts';

let folder: string;
let invented: ArchiveContent;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
  await makeFixture(inFull()).write(folder, 'as-is');
  invented = await readArchive(join(folder, 'content'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the public edition', () => {
  test('is the same after everything withheld was changed, and after it was removed', async () => {
    for (const archive of [invented, await readArchive(contentFolder)]) {
      const { changed, differences } = nonInterference(archive, partOf(archive, 'public'));
      expect(differences).toEqual([]);
      expect(changed).toBeGreaterThan(300);
    }
  });

  test('is found to depend on what a broken partition shows', () => {
    const part = partOf(invented, 'public');
    const leaky = part.map((one) =>
      one.entry.collection === 'operations'
        ? {
            ...one,
            entry: { ...one.entry, record: { ...one.entry.record, ...one.original.record } } as typeof one.entry,
          }
        : one,
    );
    expect(nonInterference(invented, leaky).differences.join()).toContain('operations/');
  });

  test('may not depend on how many entries are withheld', () => {
    const part = partOf(invented, 'public');
    const { variants } = nonInterference(invented, part);
    expect(variants.changed.entries.length).toBeGreaterThan(invented.entries.length);
    expect(variants.removed.entries.length).toBe(part.length);
  });
});
