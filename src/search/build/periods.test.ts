import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPeriod, type Placed } from './periods.ts';

const page = (day: string | undefined, size = 1, address = `/${day ?? 'none'}/`): Placed => ({ address, day, size });
const days = (parts: readonly (readonly Placed[])[]) =>
  parts.map((part) => part.map(({ day }) => day ?? '–').join(' '));

describe('byPeriod', () => {
  it('leaves together what fits', () => {
    const pages = [page('2003-04-05'), page(undefined), page('1996-01-02')];
    expect(days(byPeriod(pages, 3))).toEqual(['1996-01-02 2003-04-05 –']);
    expect(byPeriod([], 3)).toEqual([]);
  });

  it('puts years together, in order, and what has no day last', () => {
    const pages = [
      page(undefined),
      page('2003-04-05'),
      page('1996-01-02', 2),
      page('2003-09-01'),
      page('2004-01-01', 2),
    ];
    expect(days(byPeriod(pages, 4))).toEqual(['1996-01-02 2003-04-05 2003-09-01', '2004-01-01 –']);
  });

  it('parts a year that is too large by months, a month by days, a day by pages', () => {
    const pages = [
      ...[page('2003-04-05'), page('2003-04-06'), page('2003-05-01'), page('2003-05-02'), page('2003-06-01', 5)],
      ...[page('2004-01-01', 1, '/a/'), page('2004-01-01', 1, '/b/'), page('2004-01-01', 1, '/c/')],
    ];
    expect(days(byPeriod(pages, 2))).toEqual([
      '2003-04-05 2003-04-06',
      '2003-05-01 2003-05-02',
      '2003-06-01',
      '2004-01-01 2004-01-01',
      '2004-01-01',
    ]);
  });

  const dated = fc.record({
    year: fc.integer({ min: 1990, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    size: fc.integer({ min: 0, max: 9 }),
    has: fc.boolean(),
  });
  const archive = fc.array(dated, { maxLength: 60 }).map((list) =>
    list.map(({ year, month, size, has }, number): Placed => {
      const day = `${year}-${String(month).padStart(2, '0')}-01`;
      return page(has ? day : undefined, size, `/${number}/`);
    }),
  );
  const text = (part: readonly Placed[]) => JSON.stringify(part);

  it('keeps every page once, no part above the limit but a single page, and periods that do not overlap', () => {
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 60 }), (pages, limit) => {
        const parts = byPeriod(pages, limit);
        expect(new Set(parts.flat())).toEqual(new Set(pages));
        expect(parts.flat()).toHaveLength(pages.length);
        for (const part of parts) {
          const size = part.reduce((sum, one) => sum + one.size, 0);
          expect(size <= limit || part.filter((one) => one.size > 0).length === 1).toBe(true);
        }
        const sorted = parts.map((part) => part.map(({ day }) => day ?? '~').sort());
        const ends = sorted.flatMap((part) => [part[0] ?? '', part.at(-1) ?? '']);
        expect(ends).toEqual([...ends].sort());
      }),
    );
  });

  it('leaves the parts before a new page as they are', () => {
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 60 }), (pages, limit) => {
        const before = byPeriod(
          pages.filter(({ day }) => day !== undefined),
          limit,
        );
        const after = byPeriod([...before.flat(), page('2025-01-01', 1, '/new/')], limit);
        expect(after.slice(0, before.length - 1).map(text)).toEqual(before.slice(0, -1).map(text));
      }),
    );
  });
});
