import { appendFileSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { snapshot, written } from './output-size.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'));
  mkdirSync(join(folder, 'below'));
  for (const name of ['old', 'below/kept', 'below/gone']) writeFileSync(join(folder, name), 'ten bytes.');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('new and changed files are written; what was only moved, linked or removed is not', () => {
  const before = snapshot([folder]);
  writeFileSync(join(folder, 'new'), '12345');
  appendFileSync(join(folder, 'old'), '!');
  rmSync(join(folder, 'below/gone'));
  linkSync(join(folder, 'below/kept'), join(folder, 'linked'));
  renameSync(join(folder, 'below/kept'), join(folder, 'moved'));
  expect(written(before, snapshot([folder]))).toEqual({ files: 2, bytes: 16 });
});

test('everything is written where nothing was', () => {
  expect(written(new Map(), snapshot([folder]))).toEqual({ files: 3, bytes: 30 });
});
