import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArchive } from '../../src/bench/generate.ts';
import { Random } from '../../src/bench/random.ts';
import type { Edition } from '../../src/edition/editions.ts';
import { filesBelow } from '../../src/edition/files.ts';
import { changeComponent, changeSchema, close, EDITS, type Edit, OPEN_UNTIL_CLOSED, plant } from './edits.ts';
import { hashes, TestSite } from './site.ts';

/** The same edits are made in both: one is built again and again, the other from nothing each time. */
let kept: TestSite;
let clean: TestSite;

beforeAll(async () => {
  const write = async (project: string) => {
    await mkdir(join(project, 'public'));
    await generateArchive(join(project, 'content'), { documents: 40, seed: 5 });
  };
  kept = await TestSite.of(write);
  clean = await TestSite.of(write);
});
afterAll(async () => {
  await kept.remove();
  await clean.remove();
});

async function editBoth(edits: readonly Edit[], seed: number): Promise<string[]> {
  const said = [];
  for (const { project } of [kept, clean]) {
    const random = new Random(seed);
    for (const edit of edits) said.push((await edit(project, random)).replace(project, ''));
  }
  return said.slice(edits.length);
}

async function buildBoth(edition: Edition) {
  await rm(join(clean.project, '.editions'), { recursive: true, force: true });
  await clean.build(edition);
  await kept.build(edition);
  return { again: await hashes(kept.dist(edition)), afresh: await hashes(clean.dist(edition)) };
}

async function filesWith(folder: string, word: string): Promise<string[]> {
  const found = [];
  for (const file of filesBelow(folder)) {
    const bytes = await readFile(join(folder, file));
    // What a book says is compressed.
    const parts = file.endsWith('.epub') ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [bytes];
    if (parts.some((part) => part.includes(word))) found.push(file);
  }
  return found;
}

/** Files of the public edition's work folder that held the word of a document before it was closed. */
const held = new Set<string>();

/** Some edits drawn by chance. */
const drawn = (seed: number, count: number) => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.pick(EDITS));
};

describe('a build after others', () => {
  it.each<readonly [name: string, edition: Edition, edits: readonly Edit[]]>([
    ['nothing', 'public', []],
    ['edits by chance', 'public', drawn(1, 3)],
    ['many edits by chance', 'public', [...drawn(3, 7), plant]],
    ['a document that is closed', 'public', [close]],
    ['a component', 'public', [changeComponent, ...drawn(4, 2)]],
    ['a schema', 'public', [changeSchema]],
    ['the other edition', 'delegates', []],
    ['edits of the other edition', 'delegates', drawn(5, 4)],
    ['all that came in between', 'public', []],
  ])('after a change of %s (%s edition) is the same bytes as one from nothing', async (name, edition, edits) => {
    const said = await editBoth(edits, name.length);
    const { again, afresh } = await buildBoth(edition);
    expect(again, said.join('\n')).toEqual(afresh);
    for (const file of await filesWith(kept.work('public'), OPEN_UNTIL_CLOSED)) held.add(file);
  });

  it('leaves no trace of a document that was closed, caches included', async () => {
    expect(await filesWith(join(kept.project, 'content'), OPEN_UNTIL_CLOSED)).not.toEqual([]);
    // While it was open, each of these did hold it.
    const places = [/^content\//, /^cache\/pages\//, /^cache\/index\//, /^cache\/files\/.*jsonl$/, /^cache\/books\//];
    for (const place of places) expect([...held]).toContainEqual(expect.stringMatching(place));
    expect(await filesWith(kept.work('public'), OPEN_UNTIL_CLOSED)).toEqual([]);
    expect(await filesWith(kept.dist('public'), OPEN_UNTIL_CLOSED)).toEqual([]);
  });
});
