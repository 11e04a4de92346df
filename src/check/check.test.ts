import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatProblem, readCodes } from '../archive/problem.ts';
import { readArchive } from '../archive/read.ts';
import { checkContent, warningsOf } from './check.ts';
import { rules, warnings } from './rules/index.ts';

/**
 * `base/` is a small archive without a problem; each `<CODE>/<case>/` is laid over it and shows one fault, with what
 * the check says of it in `expected.txt`.
 */
const fixtures = fileURLToPath(new URL('../../tests/fixtures/check/', import.meta.url));
const base = join(fixtures, 'base');
const TODAY = '2026-05-04';
const foldersIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'base') : []);
const codes = [...Object.keys(readCodes), ...[...rules, ...warnings].map(({ code }) => code)].sort();

/** What the check says of the base with `overlay` laid over it. */
async function problemsOf(overlay: string | null): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    cpSync(base, folder, { recursive: true });
    if (overlay) cpSync(overlay, folder, { recursive: true, filter: (file) => !file.endsWith('expected.txt') });
    const problems = await checkContent(folder);
    return [...problems, ...warningsOf(await readArchive(folder), TODAY)].map(formatProblem);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the base has no problem', async () => {
  expect(await problemsOf(null)).toEqual([]);
});

test('the first page of a document is a place, whether a précis is written or not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    mkdirSync(join(folder, 'actions'));
    const action = 'plan: depots-1\ntitle: { value: Seals, source: "ST-10000-2020-INIT#header" }\n';
    writeFileSync(join(folder, 'actions/1.3.yaml'), action);
    expect(await problemsOf(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every code has broken examples', () => {
  expect(foldersIn(fixtures).sort()).toEqual(codes);
});

describe.each(codes)('%s', (code) => {
  test.each(foldersIn(join(fixtures, code)))('%s', async (example) => {
    const folder = join(fixtures, code, example);
    const problems = await problemsOf(folder);
    expect(problems.some((problem) => problem.split(' ')[1] === code)).toBe(true);
    await expect(`${problems.join('\n')}\n`).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });
});

test('whether content passes depends on no day', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    cpSync(base, folder, { recursive: true });
    cpSync(join(fixtures, 'DECIDED-LATER/access'), folder, { recursive: true });
    rmSync(join(folder, 'expected.txt'));
    expect(await checkContent(folder)).toEqual([]);
    const archive = await readArchive(folder);
    expect(warningsOf(archive, '2098-12-31')).toHaveLength(1);
    expect(warningsOf(archive, '2099-01-01')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
