import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ChosenFile, compare } from './compare.ts';

const CONTENT: Readonly<Record<string, string>> = { 'index.html': 'home', 'a b/ü.html': 'page', 'SHA256SUMS/x': 'y' };
const sums = Object.entries(CONTENT)
  .map(([path, text]) => `${createHash('sha256').update(text).digest('hex')}  ${path}\n`)
  .join('');

function folder(files: Readonly<Record<string, string>>, top = 'copy/'): ChosenFile[] {
  return Object.entries(files).map(([path, text]) => ({
    webkitRelativePath: top + path,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  }));
}
const whole: Record<string, string> = { ...CONTENT, SHA256SUMS: sums };
const nothing = () => {};

test('a whole copy has no faults, wherever it lies in the chosen folder', async () => {
  expect(await compare(folder(whole), nothing)).toEqual([]);
  expect(await compare(folder(whole, 'downloads/more/copy/'), nothing)).toEqual([]);
});

test('missing, damaged and foreign files are named', async () => {
  const { 'index.html': _gone, ...rest } = whole;
  expect(await compare(folder({ ...rest, 'a b/ü.html': 'pag', 'mine.txt': 'x' }), nothing)).toEqual([
    { path: 'a b/ü.html', what: 'damaged' },
    { path: 'index.html', what: 'missing' },
    { path: 'mine.txt', what: 'not part of the archive' },
  ]);
});

test('another folder, and a damaged list, are told in words', async () => {
  await expect(compare(folder(CONTENT), nothing)).rejects.toThrow('choose the folder that was unpacked');
  await expect(compare(folder({ ...CONTENT, SHA256SUMS: '\0\0' }), nothing)).rejects.toThrow('unpack the zip again');
});
