import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fixture, makeFixture } from '../../tests/edition/fixture/archive.ts';
import { VERSIONS } from '../../tests/edition/fixture/plan.ts';
import { chanceOf, inFull } from '../../tests/edition/fixture/world.ts';
import { readArchive } from '../archive/read.ts';
import type { Edition } from './editions.ts';
import { partition } from './partition.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** All files below a folder, by path. */
async function filesOf(root: string): Promise<Map<string, string>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(root.length));
  return new Map(
    await Promise.all(files.sort().map(async (name) => [name, await readFile(join(root, name), 'latin1')] as const)),
  );
}

async function partitionOf(fixture: Fixture, version: (typeof VERSIONS)[number], edition: Edition) {
  const place = await mkdtemp(join(folder, 'x'));
  await fixture.write(place, version);
  await partition(join(place, 'content'), edition, join(place, 'work'));
  return { place, files: await filesOf(join(place, 'work')) };
}

function pointerBefore(all: string, word: string): string {
  const at = all.search(new RegExp(`\\b${word}\\b`));
  const start = all.lastIndexOf('to: ', at);
  return all.slice(start, all.indexOf('\n', start));
}

describe('partition for the public', () => {
  it('is the same whatever is withheld, where everything that can be withheld is', async () => {
    const fixture = makeFixture(inFull());
    const [asIs, changed, removed] = await Promise.all(VERSIONS.map((v) => partitionOf(fixture, v, 'public')));
    expect(changed?.files).toEqual(asIs?.files);
    expect(removed?.files).toEqual(asIs?.files);
    const all = [...(asIs?.files ?? [])].flat().join('\n');
    expect(all.match(/zq[ab]\w+qx|98765|withheld words/)).toBeNull();
  });

  it('is the same whatever is withheld: property over random archives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const fixture = makeFixture(chanceOf(seed));
        const [asIs, changed, removed] = await Promise.all(VERSIONS.map((v) => partitionOf(fixture, v, 'public')));
        expect(changed?.files).toEqual(asIs?.files);
        expect(removed?.files).toEqual(asIs?.files);
        const all = [...(asIs?.files ?? [])].flat().join('\n');
        expect(all).not.toMatch(/zq[ab]\w+qx|98765|withheld words/);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('keeps every open fact', async () => {
    const fixture = makeFixture(inFull());
    const { files } = await partitionOf(fixture, 'as-is', 'public');
    const { files: everything } = await partitionOf(fixture, 'removed', 'delegates');
    const text = [...files.values()].join('\n');
    const held = [...everything.values()].join('\n');
    const has = (all: string, word: string) => new RegExp(`\\b${word}\\b`).test(all);
    const lost = fixture.openWords.filter((word) => has(held, word) && !has(text, word));
    // A meeting without its date, a working party without its names are not there: what points to them goes too.
    const pointsNowhere = (word: string) =>
      /to: (meetings|working-parties|recommendations)-shell$/.test(pointerBefore(held, word));
    expect(lost.filter((word) => !pointsNowhere(word))).toEqual([]);
    expect(fixture.openWords.length).toBeGreaterThan(300);
  });

  it('is content that reads without problems, and divides into itself', async () => {
    const { place, files } = await partitionOf(makeFixture(inFull()), 'as-is', 'public');
    const content = join(place, 'work/content');
    expect((await readArchive(content)).problems).toEqual([]);
    await cp(join(place, 'work/public/files'), join(content, 'files'), { recursive: true });
    await partition(content, 'public', join(place, 'again'), { staticFolder: join(place, 'none') });
    const again = await filesOf(join(place, 'again'));
    const inContent = (all: Map<string, string>) => [...all].filter(([name]) => name.startsWith('/content/'));
    expect(inContent(again)).toEqual(inContent(files));
  });

  it('replaces what was there, with modes that do not depend on the umask', async () => {
    const fixture = makeFixture(inFull());
    await fixture.write(folder, 'as-is');
    await mkdir(join(folder, 'work/content/documents'), { recursive: true });
    await writeFile(join(folder, 'work/content/documents/stale.md'), 'stale');
    const umask = process.umask(0o077);
    try {
      await partition(join(folder, 'content'), 'public', join(folder, 'work'));
    } finally {
      process.umask(umask);
    }
    await expect(stat(join(folder, 'work/content/documents/stale.md'))).rejects.toThrow('ENOENT');
    expect((await stat(join(folder, 'work/content/documents'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(folder, 'work/content/glossary.yaml'))).mode & 0o777).toBe(0o644);
    expect((await readdir(join(folder, 'work'))).sort()).toEqual(['content', 'public']);
  });
});

describe('partition for the delegates', () => {
  it('holds everything that was planted in records, texts and pages', async () => {
    const fixture = makeFixture(inFull());
    const { files } = await partitionOf(fixture, 'as-is', 'delegates');
    const all = [...files].flat().join('\n');
    const places = new Set(fixture.canaries.places.values());
    for (const [canary, place] of fixture.canaries.places) if (all.includes(canary)) places.delete(place);
    // Metadata of pictures goes in every edition; the others are set by hand or have no place in that collection.
    const elsewhere = /picture|^texts: file name$|^glossary\.term$|^acts\.id$|^documents\.(marking|access\.)/;
    expect([...places].filter((place) => !elsewhere.test(place))).toEqual([]);
  });
});
