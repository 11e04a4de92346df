import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byNumber, byYear } from './cut.ts';

const years = fc
  .uniqueArray(fc.option(fc.integer({ min: 1990, max: 2030 })), { maxLength: 12 })
  .chain((some) =>
    fc.tuple(
      ...some.map((year) => fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((items) => ({ year, items }))),
    ),
  );
const most = fc.integer({ min: 1, max: 9 });

test('each item is on one page, in its order, and no page has more than it may', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), years, most, (items, groups, most) => {
      for (const [parts, all] of [
        [byNumber(items, most), items],
        [byYear(groups, most), groups.flatMap((group) => group.items)],
      ] as const) {
        expect(parts.flatMap((part) => part.items)).toEqual(all);
        expect(parts.filter((part) => part.items.length === 0 || part.items.length > most)).toEqual([]);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      }
    }),
  );
});

test('a part by year holds nothing of another year, and no part is smaller than it must be', () => {
  fc.assert(
    fc.property(years, most, (groups, most) => {
      for (const { year, items } of groups) {
        const parts = byYear(groups, most).filter((part) => part.year === year);
        expect(parts.flatMap((part) => part.items)).toEqual(items);
        expect(parts).toHaveLength(Math.ceil(items.length / most));
      }
    }),
  );
});

test('what is added at the end leaves full pages as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.array(fc.nat()), most, (items, added, most) => {
      const full = byNumber(items, most).filter((part) => part.items.length === most);
      expect(byNumber([...items, ...added], most).slice(0, full.length)).toEqual(full);
    }),
  );
});

test('parts are called by their year or number', () => {
  const names = (parts: { name: string }[]) => parts.map(({ name }) => name);
  expect(names(byNumber([1, 2, 3], 2))).toEqual(['1', '2']);
  expect(
    names(
      byYear(
        [
          { year: 1998, items: [1, 2, 3] },
          { year: 1999, items: [4] },
          { year: null, items: [5, 6, 7] },
        ],
        2,
      ),
    ),
  ).toEqual(['1998', '1998-2', '1999', 'undated', 'undated-2']);
  expect(byNumber([])).toEqual([]);
});
