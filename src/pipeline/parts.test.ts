import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../edition/files.ts';
import { readMadeList, writeMadeList } from './made.ts';
import { madeFolder, madeList, type Origin, pageStore, type Share } from './pages.ts';
import { joinParts, requireAllParts, takePart } from './parts.ts';

const HERE: Origin = { code: 'this program', input: 'this content' };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parts-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A share of two pages, one page each, as another machine hands it on. */
async function part(number: number, origin: Origin = HERE, of = 2): Promise<string> {
  const work = join(folder, `work-${number}`);
  const share: Share = { number, of };
  const file = `${number}.html`;
  await mkdir(madeFolder(pageStore(work)), { recursive: true });
  for (const name of [file, 'shared.css']) await writeFile(join(madeFolder(pageStore(work)), name), name);
  const made = { file, hash: '', needs: null, asked: null };
  await writeMadeList(madeList(pageStore(work)), {
    ...origin,
    assets: [['shared.css', '']],
    files: new Map([[file, made]]),
  });
  const name = join(folder, `public-${number}-of-${of}`);
  await takePart(work, 'public', share, name);
  return name;
}

describe('parts', () => {
  test('of the program and the content that are here are joined', async () => {
    const work = join(folder, 'joined');
    const parts = [await part(1), await part(2)];
    await requireAllParts(parts);
    await joinParts(parts, work, HERE);
    expect(filesBelow(madeFolder(pageStore(work)))).toEqual(['1.html', '2.html', 'shared.css']);
    const list = await readMadeList(madeList(pageStore(work)));
    expect(list).toMatchObject({ ...HERE, assets: [['shared.css', '']] });
    expect([...(list?.files.keys() ?? [])]).toEqual(['1.html', '2.html']);
  });

  test.each([
    [{ code: 'another' }, 'another program than joins it'],
    [{ input: 'another' }, 'other content than is here'],
    [{ code: 'another', input: 'another' }, 'another program than joins it'],
  ])('made of %j are told, each with how it is made again, and nothing is touched', async (other, message) => {
    const work = join(folder, 'joined');
    const joining = joinParts([await part(1), await part(2, { ...HERE, ...other })], work, HERE);
    await expect(joining).rejects.toThrow(
      new RegExp(`^\\S+/public-2-of-2 was made .*${message}.* --edition public --shard 2/2`),
    );
    expect(existsSync(work)).toBe(false);
  });

  test('that agree with one another and not with what is here are all told', async () => {
    const there = { ...HERE, input: 'theirs' };
    const joining = joinParts([await part(1, there), await part(2, there)], join(folder, 'joined'), HERE);
    await expect(joining).rejects.toThrow(/public-1-of-2 was made .*\n.*public-2-of-2 was made /);
  });

  test('must all be there, once each, and of one build', async () => {
    const [first, second, other] = [await part(1), await part(2), await part(3, HERE, 3)];
    await expect(requireAllParts([])).rejects.toThrow('nothing to join');
    await expect(requireAllParts([second])).rejects.toThrow('Of 2 parts these are missing: 1.');
    await expect(requireAllParts([first, first, second])).rejects.toThrow('named twice');
    await expect(requireAllParts([first, other])).rejects.toThrow('no part of the same build');
    await expect(requireAllParts([first, join(folder, 'none')])).rejects.toThrow('no whole part');
  });
});
