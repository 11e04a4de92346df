import { expect, test } from 'vitest';
import type { BenchResult, BenchRow } from './bench.ts';
import { growthOf } from './growth.ts';

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
  sizes: [],
});

test('each build from each size to the next, whatever the order', () => {
  const growth = growthOf([
    result(10_000, row('pages', 1000), row('index', 100)),
    result(100, row('pages', 1), row('index', 10)),
    result(1000, row('pages', 10), row('index', 10)),
  ]);
  const walls = growth.map(({ step, from, to, wall }) => [step, from, to, Number(wall?.toFixed(2))]);
  expect(walls).toEqual([
    ['pages', 100, 1000, 1],
    ['index', 100, 1000, 0],
    ['pages', 1000, 10_000, 2],
    ['index', 1000, 10_000, 1],
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
