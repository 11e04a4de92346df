import { expect, test } from 'vitest';
import { UsageError } from '../src/lib/command.ts';
import { parseCount, parseCounts } from './counts.ts';

test.each([
  ['1000', [1000]],
  ['100,1000,10000', [100, 1000, 10_000]],
  ['100, 20', [100, 20]],
  ['7,7', [7]],
])('%s', (text, expected) => {
  expect(parseCounts('documents', text)).toEqual(expected);
});

test.each(['', '0', '10,', '10,0', '1e3', '-1', '1.5', '10;20', '99999999'])('"%s" is refused', (text) => {
  expect(() => parseCounts('documents', text)).toThrow(UsageError);
});

test('one count may be nothing, or must be as much as is asked', () => {
  expect(parseCount('import', '0')).toBe(0);
  expect(() => parseCount('runs', '0', 1)).toThrow('--runs 0: it must be 1 or more.');
});
