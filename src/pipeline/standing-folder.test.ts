import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StandingFolder } from './standing-folder.ts';

let root: string;
let folder: StandingFolder;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standing-'));
  folder = new StandingFolder(root);
});
afterEach(() => rmSync(root, { recursive: true }));

test('touches only what differs, and takes away what is no longer wanted', async () => {
  for (const name of ['a/same.md', 'a/changed.md', 'b/c/gone.md']) folder.write(name, 'before');
  expect(await folder.finish()).toEqual(['a/changed.md', 'a/same.md', 'b/c/gone.md']);
  const { ino } = statSync(join(root, 'a/same.md'));
  folder.write('a/same.md', 'before');
  folder.write('a/changed.md', 'after');
  await folder.finish();
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['a', 'a/changed.md', 'a/same.md']);
  expect(statSync(join(root, 'a/same.md')).ino).toBe(ino);
  expect(readFileSync(join(root, 'a/changed.md'), 'utf8')).toBe('after');
});

test('makes a file once for each key, again when it went meanwhile, and mends what another process left', async () => {
  const made: string[] = [];
  const put = (key: string) =>
    folder.writeOnce('a.md', key, () => {
      made.push(key);
      return key;
    });
  writeFileSync(join(root, 'a.md'), 'of another process');
  for (const key of ['one', 'one', 'two']) {
    put(key);
    await folder.finish();
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(key);
  }
  expect(made).toEqual(['one', 'two']);
  await folder.finish();
  expect(existsSync(join(root, 'a.md'))).toBe(false);
  put('two');
  expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('two');
});

test('writes nowhere else', () => {
  expect(() => folder.write('../out.md', '')).toThrow('leads out of the folder');
  symlinkSync(root, `${root}-link`);
  expect(() => new StandingFolder(`${root}-link`)).toThrow('is a symbolic link');
  rmSync(`${root}-link`);
});
