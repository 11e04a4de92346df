import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fixture, makeFixture } from '../../tests/edition/fixture/archive.ts';
import { VERSIONS } from '../../tests/edition/fixture/plan.ts';
import { chanceOf, inFull } from '../../tests/edition/fixture/world.ts';
import { partitionFolder } from '../../tests/support/partition.ts';
import { readArchive } from '../archive/read.ts';
import type { Edition } from './editions.ts';
import { partition } from './partition.ts';
import { readSnapshot } from './snapshot.ts';

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
  await partitionFolder(join(place, 'content'), edition, join(place, 'work'));
  return { place, files: await filesOf(join(place, 'work')) };
}

function pointerBefore(all: string, word: string): string {
  const at = all.search(new RegExp(`\\b${word}\\b`));
  const start = all.lastIndexOf('"to":"', at);
  return all.slice(start, all.indexOf(',', start));
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
      /"to":"(meetings|working-parties|recommendations)-shell"$/.test(pointerBefore(held, word));
    expect(lost.filter((word) => !pointsNowhere(word))).toEqual([]);
    expect(fixture.openWords.length).toBeGreaterThan(300);
  });

  it('can be read again, whole', async () => {
    const { place } = await partitionOf(makeFixture(inFull()), 'as-is', 'public');
    const archive = await readArchive(join(place, 'content'));
    const part = await partition(archive, 'public');
    const { inputs, bodyOf, edition } = readSnapshot(join(place, 'work/content'));
    expect(edition).toBe('public');
    expect(inputs.map(({ entry }) => entry)).toEqual(part.entries.map(({ entry }) => entry));
    expect(inputs.map(({ entry }) => bodyOf(entry))).toEqual(part.entries.map(({ body }) => body()));
    expect(inputs.filter(({ citations }) => citations.length > 0)).not.toEqual([]);
  });

  it('replaces what was there', async () => {
    const fixture = makeFixture(inFull());
    await fixture.write(folder, 'as-is');
    for (const stale of ['work/content/guide/stale.mdx', 'work/public/stale.txt']) {
      await mkdir(join(folder, dirname(stale)), { recursive: true });
      await writeFile(join(folder, stale), 'stale');
    }
    await partitionFolder(join(folder, 'content'), 'public', join(folder, 'work'));
    const names = [...(await filesOf(join(folder, 'work'))).keys()];
    expect(names.filter((name) => name.includes('stale'))).toEqual([]);
    expect(names).toContain('/content/entries.jsonl');
  });

  it('gives nobody more than the umask allows', async () => {
    const umask = process.umask(0o077);
    try {
      await partitionOf(makeFixture(inFull()), 'as-is', 'delegates');
    } finally {
      process.umask(umask);
    }
    const items = await readdir(folder, { recursive: true, withFileTypes: true });
    const work = items.filter(({ parentPath }) => parentPath.includes('/work'));
    expect(work.length).toBeGreaterThan(3);
    for (const { parentPath, name } of work) expect((await stat(join(parentPath, name))).mode & 0o077).toBe(0);
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
    const elsewhere = /picture|^texts: file name$|^glossary\.term$|^(acts|sources)\.id$|^documents\.(marking|access\.)/;
    expect([...places].filter((place) => !elsewhere.test(place))).toEqual([]);
  });
});
