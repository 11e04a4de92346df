import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile, replaceFiles } from './replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const names = () => readdirSync(folder, { recursive: true }).map(String).sort();

it('makes a file with its folder, and replaces it, keeping its mode', () => {
  const path = join(folder, 'a/b.txt');
  replaceFile(path, 'one');
  chmodSync(path, 0o600);
  replaceFile(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(names()).toEqual(['a', 'a/b.txt']);
});

it('never writes into the file that is there', () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'one');
  const before = statSync(path).ino;
  replaceFile(path, 'two');
  expect(statSync(path).ino).not.toBe(before);
});

it('of several files replaces all or none', () => {
  writeFileSync(join(folder, 'a.txt'), 'old');
  mkdirSync(join(folder, 'c.txt'));
  const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => [join(folder, name), 'new'] as const);
  expect(() => replaceFiles(files)).toThrow(/EISDIR/);
  expect(names()).toEqual(['a.txt', 'c.txt']);
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
  replaceFiles(files.slice(0, 2));
  expect(names()).toEqual(['a.txt', 'b.txt', 'c.txt']);
});
