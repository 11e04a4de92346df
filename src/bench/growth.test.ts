import { expect, test } from 'vitest';
import type { BenchResult, BenchRow } from './bench.ts';
import { growthOf, totals } from './growth.ts';

const row = (step: string, wall: number, failure: string | null = null): BenchRow => ({
  of: 'public',
  step,
  wall,
  cpu: 2 * wall,
  process: 100,
  memory: null,
  failure,
  written: { files: 1, bytes: 1 },
});
const result = (documents: number, ...rows: BenchRow[]): BenchResult => ({
  documents,
  rows,
  content: { files: 0, bytes: 0 },
  sizes: [],
});

test('each step and all of them, from each size to the next, whatever the order', () => {
  const growth = growthOf([
    result(10_000, row('pages', 1000), row('index', 100)),
    result(100, row('pages', 1), row('index', 10)),
    result(1000, row('pages', 10), row('index', 10)),
  ]);
  const walls = growth.map(({ step, from, to, wall }) => [step, from, to, Number(wall?.toFixed(2))]);
  expect(walls).toEqual([
    ['pages', 100, 1000, 1],
    ['index', 100, 1000, 0],
    ['all', 100, 1000, 0.26],
    ['pages', 1000, 10_000, 2],
    ['index', 1000, 10_000, 1],
    ['all', 1000, 10_000, 1.74],
  ]);
  expect(growth[0]).toMatchObject({ cpu: expect.closeTo(1), process: 0, memory: null });
});

test('a step that failed or was left out has no growth', () => {
  const growth = growthOf([
    result(10, row('pages', 1), row('index', 1, 'no')),
    result(20, row('pages', 2), row('proof', 1)),
  ]);
  expect(growth.map(({ step }) => step)).toEqual(['pages']);
  expect(growthOf([result(10, row('pages', 1))])).toEqual([]);
});

test('one step alone is not summed up', () => {
  expect(totals([row('check', 1)])).toEqual([]);
});
