import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byNumber, byYear } from '../paging/cut.ts';
import { landmarks, pagesOf, yearOf } from './parts.ts';

const addressOf = ({ name }: { name: string }) => `/list/${name}/`;
const labelsAt = (pages: ReturnType<typeof pagesOf>, current: number) =>
  landmarks(pages, current).map(({ label }) => label);

test('pages are called by their year, by the first and last of their names, or by their number', () => {
  const years = byYear(
    [
      { year: 1998, items: ['a', 'b', 'c'] },
      { year: null, items: ['d'] },
    ],
    2,
  );
  expect(pagesOf(years, addressOf).map(({ label }) => label)).toEqual(['1998', '1998, part 2', 'no date']);
  const numbers = byNumber(['a', 'b', 'c'], 2);
  expect(pagesOf(numbers, addressOf, String).map(({ label }) => label)).toEqual(['a to b', 'c to c']);
  expect(pagesOf(numbers, addressOf)[1]).toMatchObject({ label: 'Page 2', href: '/list/2/', count: 1 });
  expect(yearOf({ name: 'undated-3', year: null })).toBe('no date, part 3');
});

test('of years the first page each is named, and every page of the year at hand', () => {
  const years = [1998, 1999, 2000].map((year) => ({ year, items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }));
  const pages = pagesOf(byYear(years, 2), addressOf);
  expect(labelsAt(pages, 5)).toEqual([
    '1998',
    '1999',
    '1999, part 2',
    '1999, part 3',
    '1999, part 4',
    '2000',
    '2000, part 4',
  ]);
});

test('of numbered pages few are named: the first, the last, those beside this one, and some between', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (count, at) => {
      const pages = pagesOf(byNumber(Array.from({ length: count }, String), 1), addressOf);
      const current = at % count;
      const named = landmarks(pages, current);
      expect(named.length).toBeLessThan(46);
      const wanted = [0, current - 1, current, current + 1, count - 1].flatMap((index) => pages[index] ?? []);
      expect(wanted.filter((page) => !named.includes(page))).toEqual([]);
      expect(named).toEqual(pages.filter((page) => named.includes(page)));
    }),
  );
});
