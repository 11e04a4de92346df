import { mkdtemp, rm } from 'node:fs/promises';
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

  it('tells of a division that lets withheld values through', async () => {
    const leaky: typeof partition = (content, _edition, work, options) =>
      partition(content, 'delegates', work, options);
    const honest: typeof partition = (content, edition, work, options) =>
      (work.endsWith('as-is') ? partition : leaky)(content, edition, work, options);
    const { differences } = await interference(join(folder, 'content'), join(folder, 'work'), honest);
    expect(differences.length).toBeGreaterThan(20);
  });
});
