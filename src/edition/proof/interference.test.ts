import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFixture } from '../../../tests/edition/fixture/archive.ts';
import { inFull } from '../../../tests/edition/fixture/world.ts';
import { partition } from '../partition.ts';
import { interference } from './interference.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
  await makeFixture(inFull()).write(folder, 'as-is');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('interference', () => {
  it('changes hundreds of withheld values of the fixture, and none shows', async () => {
    const { changed, differences } = await interference(join(folder, 'content'), join(folder, 'work'));
    expect(differences).toEqual([]);
    expect(changed).toBeGreaterThan(300);
  });

  it('changes numbers, days, pictures and the number of entries as well as words', async () => {
    const content = join(folder, 'content');
    const { contents } = await interference(content, join(folder, 'work'));
    const read = async (name: string, root = contents.changed) => await readFile(join(root, name), 'latin1');
    const one = 'operations/operations-one.yaml';
    const [before, after] = [await read(one, content), await read(one)];
    const withheld = (text: string) => text.match(/98765\d/g) ?? [];
    expect(withheld(before).length).toBeGreaterThan(0);
    expect(withheld(after)).not.toEqual(withheld(before));
    expect(after).toContain('2019-12-15');
    expect(await read('files/secret.png')).not.toBe(await read('files/secret.png', content));
    expect(await read('files/open.png')).toBe(await read('files/open.png', content));
    expect(await read('topics/added-topic.yaml')).toContain('ST-99998-2099-INIT');
  });

  it('tells of a division that lets withheld values through', async () => {
    const leaky: typeof partition = (content, _edition, work, options) =>
      partition(content, 'delegates', work, options);
    const honest: typeof partition = (content, edition, work, options) =>
      (work.endsWith('as-is') ? partition : leaky)(content, edition, work, options);
    const { differences } = await interference(join(folder, 'content'), join(folder, 'work'), honest);
    expect(differences.length).toBeGreaterThan(20);
  });
});
