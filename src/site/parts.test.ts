import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Catalogue } from '../archive/catalogue.ts';
import type { Entry } from '../archive/collections.ts';
import { MOST_LINES } from './paging/budget.ts';
import { byNumber, byYear } from './paging/cut.ts';
import { CITED_PARTS, LINK_PARTS, LIST_PAGES, LIST_PARTS, partsOf } from './parts.ts';

const addressOf = ({ name }: { name: string }) => `/list/${name}/`;
const labelsOf = (pages: readonly { label: string }[]) => pages.map(({ label }) => label);

describe('the pages of a list', () => {
  test('are called by their year, by the first and last of their names, or by their number', () => {
    const years = byYear(
      [
        { year: 1998, items: ['a', 'b', 'c'] },
        { year: null, items: ['d', 'e', 'f'] },
      ],
      2,
    );
    expect(labelsOf(partsOf(years, addressOf))).toEqual(['1998', '1998, part 2', 'no date', 'no date, part 2']);
    const numbers = byNumber(['a', 'b', 'c'], 2);
    expect(labelsOf(partsOf(numbers, addressOf, String))).toEqual(['a to b', 'c to c']);
    expect(partsOf(numbers, addressOf)[1]).toMatchObject({
      label: 'Page 2',
      href: '/list/2/',
      total: 3,
      before: { label: 'Page 1' },
      after: null,
    });
  });

  test('name none where there is one only', () => {
    expect(partsOf(byNumber(['a']), addressOf)).toMatchObject([{ named: [], before: null, after: null }]);
  });

  test('name the first of each year, and all of their own', () => {
    const years = [1998, 1999, 2000].map((year) => ({ year, items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }));
    const parts = partsOf(byYear(years, 2), addressOf);
    expect(labelsOf(parts[5]?.named ?? [])).toEqual([
      '1998',
      '1999',
      '1999, part 2',
      '1999, part 3',
      '1999, part 4',
      '2000',
      '2000, part 4',
    ]);
  });

  test('name few of many: the first, the last, those beside them, and some between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), (count, at) => {
        const parts = partsOf(byNumber(Array.from({ length: count }, String), 1), addressOf);
        const current = at % count;
        const named = (parts[current]?.named ?? []).map(({ href }) => parts.findIndex((part) => part.href === href));
        expect(named.length).toBeLessThan(46);
        expect(named).toEqual([...new Set(named)].sort((a, b) => a - b));
        const wanted = [0, current - 1, current, current + 1, count - 1].filter((index) => index in parts);
        expect(wanted.filter((index) => !named.includes(index))).toEqual([]);
      }),
    );
  });
});

describe('a page', () => {
  const size = 3 * MOST_LINES;
  const inputs = Array.from({ length: size }, (_, index) => {
    const year = 1998 + (index % 3);
    const id = `ST-${5000 + index}-${year}-INIT`;
    const record = { number: id, title: id, date: `${year}`, access: { status: 'reference-only' }, topics: ['cash'] };
    return { entry: { collection: 'documents', id, file: id, record } as unknown as Entry, citations: [] };
  });
  const topic = { collection: 'topics', id: 'cash', file: 'cash', record: { name: 'Cash' } } as unknown as Entry;
  const archive = new Catalogue([...inputs, { entry: topic, citations: [] }]);

  test('knows its part by its address', () => {
    expect(archive.derived(LIST_PARTS, '/documents/')).toMatchObject({ label: '1998', total: size });
    expect(archive.derived(LIST_PARTS, '/documents/list/2000/')?.items).toHaveLength(MOST_LINES);
    expect(archive.derived(LIST_PARTS, '/meetings/')).toBeUndefined();
    expect(archive.derived(CITED_PARTS, '/cited/list/3/')).toMatchObject({ name: '3', after: null });
    expect(archive.derived(LINK_PARTS, '/topics/cash/links/2/')).toMatchObject({ name: '2', total: size });
    expect(archive.derived(LINK_PARTS, '/topics/cash/links/4/')).toBeUndefined();
  });

  test('knows on which page of its list an entry stands', () => {
    const pages = archive.list('documents').map(({ address }) => archive.derived(LIST_PAGES, address));
    expect(pages).toEqual(
      ['/documents/', '/documents/list/1999/', '/documents/list/2000/'].flatMap((page) =>
        Array.from({ length: MOST_LINES }, () => page),
      ),
    );
  });
});
