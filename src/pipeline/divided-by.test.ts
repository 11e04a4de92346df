import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dividing, isDividedBy } from './divided-by.ts';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'divided-'));
});
afterEach(() => rmSync(work, { recursive: true }));

test('a work folder is that of the program that divided it last, to the end', async () => {
  expect(isDividedBy(work, 'one')).toBe(false);
  await dividing(work, 'one', async () => expect(isDividedBy(work, 'one')).toBe(false));
  expect(isDividedBy(work, 'one')).toBe(true);
  expect(isDividedBy(work, 'two')).toBe(false);
  const fails = dividing(work, 'one', async () => {
    throw new Error('cut short');
  });
  await expect(fails).rejects.toThrow('cut short');
  expect(isDividedBy(work, 'one')).toBe(false);
});
