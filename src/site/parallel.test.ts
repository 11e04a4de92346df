import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parallel } from './parallel.ts';

const parts = (locators: string) => locators.split('').map((locator) => ({ locator, html: locator.toUpperCase() }));
const rows = (left: string, right: string) =>
  parallel(parts(left), parts(right)).map(([a, b]) => `${a?.locator ?? '-'}${b?.locator ?? '-'}`);

test('parts of one locator face each other', () => {
  expect(rows('abc', 'abc')).toEqual(['aa', 'bb', 'cc']);
  expect(rows('abd', 'abcd')).toEqual(['aa', 'bb', '-c', 'dd']);
  expect(rows('axyc', 'azc')).toEqual(['aa', 'xz', 'y-', 'cc']);
  expect(rows('ab', '')).toEqual(['a-', 'b-']);
});

test('each text keeps all its parts in order', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcdef') });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const pairs = parallel(parts(left), parts(right));
      expect(pairs.map(([a]) => a?.locator ?? '').join('')).toBe(left);
      expect(pairs.map(([, b]) => b?.locator ?? '').join('')).toBe(right);
    }),
  );
});
