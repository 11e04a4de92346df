import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../edition/files.ts';
import { madeAnew, madeOf, type PlannedFile } from './plan.ts';
import { heldFolder, renewStore } from './store.ts';

let store: string;
/** The files that were made, in their order. */
let made: string[];
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'enfocustom-store-'));
  made = [];
});
afterEach(() => rm(store, { recursive: true, force: true }));

const words = (path: string, text: string): PlannedFile =>
  madeOf(
    path,
    () => ({ text }),
    (given) => {
      made.push(path);
      return given.text;
    },
  );
const read = (path: string) => readFile(join(heldFolder(store), path), 'utf8');
const list = () => readFile(join(store, 'made.txt'), 'utf8');

describe('a store', () => {
  it('makes again only what is made of something else', async () => {
    expect(await renewStore(store, 'code', [words('a/x', 'one'), words('a/y', 'two')])).toBe(2);
    made = [];
    expect(await renewStore(store, 'code', [words('a/x', 'one'), words('a/y', 'three'), words('b', 'four')])).toBe(2);
    expect(made).toEqual(['a/y', 'b']);
    expect(await Promise.all(['a/x', 'a/y', 'b'].map(read))).toEqual(['one', 'three', 'four']);
  });

  it('makes everything again by another program, and a file that is gone', async () => {
    const plan = [words('a', 'one'), words('b', 'two')];
    await renewStore(store, 'code', plan);
    await renewStore(store, 'other code', plan);
    expect(made).toEqual(['a', 'b', 'a', 'b']);
    await rm(join(heldFolder(store), 'b'));
    await renewStore(store, 'other code', plan);
    expect(made.slice(4)).toEqual(['b']);
  });

  it('keeps nothing that the plan does not name, not even a folder', async () => {
    await renewStore(store, 'code', [words('closed/entry/cite.bib', 'closed'), words('a', 'one')]);
    // Where the folder was, a file comes to be.
    await renewStore(store, 'code', [words('closed', 'two'), words('a', 'one')]);
    expect(filesBelow(heldFolder(store))).toEqual(['a', 'closed']);
    expect(await list()).not.toContain('entry');
  });

  it('takes nothing for made that a build has left half-done', async () => {
    await renewStore(store, 'code', [words('a', 'one'), words('b', 'two')]);
    const failing = madeAnew('b', () => {
      throw new Error('stopped');
    });
    await expect(renewStore(store, 'code', [words('a', 'other'), failing])).rejects.toThrow('stopped');
    await writeFile(join(heldFolder(store), 'a'), 'half of it');
    await renewStore(store, 'code', [words('a', 'one'), words('b', 'two')]);
    expect(await read('a')).toBe('one');
  });

  it('lets a file be put together from those before it, as they are now', async () => {
    const both = madeAnew('both', function* ({ read, sizeOf }) {
      yield read('a');
      yield `, ${sizeOf('a')} bytes; ${sizeOf('both')}`;
    });
    await renewStore(store, 'code', [words('a', 'one'), both]);
    await renewStore(store, 'code', [words('a', 'three'), both]);
    expect(await read('both')).toBe('three, 5 bytes; undefined');
    const early = [madeAnew('both', (before) => before.read('a')), words('a', 'three')];
    await expect(renewStore(store, 'code', early)).rejects.toThrow('a is read before it is made');
  });

  it('writes pieces of any length whole', async () => {
    const long = 'ä'.repeat(700_000);
    await renewStore(store, 'code', [madeAnew('long', () => [long, Buffer.from(long), 'end'])]);
    expect(await read('long')).toBe(`${long}${long}end`);
    expect((await stat(join(heldFolder(store), 'long'))).size).toBe(2_800_003);
  });

  it('refuses a plan that makes a file twice', async () => {
    await expect(renewStore(store, 'code', [words('a', 'one'), words('a', 'two')])).rejects.toThrow('a is made twice');
  });

  it('hands a maker nothing that was not digested', async () => {
    const hidden = { text: 'one', toJSON: () => ({ text: 'seen' }) };
    await renewStore(store, 'code', [
      madeOf(
        'a',
        () => hidden,
        ({ text }) => text,
      ),
    ]);
    expect(await read('a')).toBe('seen');
  });
});
