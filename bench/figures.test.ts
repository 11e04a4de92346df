import { describe, expect, test } from 'vitest';
import { exponent, median, medians, ratios } from './figures.ts';
import { type Cost, together } from './measure.ts';

const cost = (wall: number, cpu: number | null = wall): Cost => ({
  wall,
  cpu,
  process: 10 * wall,
  memory: 20 * wall,
  failure: null,
});

describe('median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[1, 100, 2, 4], 3],
    [[10, 9, 100, 2, 1], 9],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  test('leaves its input alone, and there is none of nothing', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
    expect(() => median([])).toThrow(RangeError);
  });

  test('of costs is that of each figure; one run without it leaves it open', () => {
    expect(medians([cost(1), cost(5), cost(3)])).toEqual({ wall: 3, cpu: 3, process: 30, memory: 60 });
    expect(medians([cost(1), cost(5, null), cost(3)])).toMatchObject({ wall: 3, cpu: null });
  });
});

describe('exponent', () => {
  test.each([
    ['linear', 1, (n: number) => 7 * n],
    ['constant', 0, () => 42],
    ['square', 2, (n: number) => 0.01 * n * n],
    ['square root', 0.5, (n: number) => 3 * Math.sqrt(n)],
  ])('of what is %s is %d', (_name, expected, value) => {
    const at = (size: number) => ({ size, value: value(size) });
    expect(exponent(at(100), at(1000))).toBeCloseTo(expected);
    expect(exponent(at(50_000), at(10_000))).toBeCloseTo(expected);
  });

  test('is open where two points do not tell', () => {
    expect(exponent({ size: 100, value: null }, { size: 1000, value: 1 })).toBeNull();
    expect(exponent({ size: 100, value: 0 }, { size: 1000, value: 1 })).toBeNull();
    expect(exponent({ size: 100, value: 1 }, { size: 100, value: 2 })).toBeNull();
  });
});

test('a ratio says how many times the first the second is', () => {
  const [one, other] = [medians([cost(2)]), medians([cost(5, null)])];
  expect(ratios(one, other)).toEqual({ wall: 2.5, cpu: null, process: 2.5, memory: 2.5 });
  expect(ratios({ ...one, wall: 0 }, other).wall).toBeNull();
});

test('steps one after the other add their times, and the most memory is the most of any', () => {
  expect(together([cost(1), cost(3), cost(2)])).toEqual({ wall: 6, cpu: 6, process: 30, memory: 60, failure: null });
  expect(together([cost(1), cost(3, null), { ...cost(2), failure: 'no' }])).toMatchObject({ cpu: null, failure: 'no' });
});
