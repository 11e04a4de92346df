import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from './build/table.ts';
import { FACETS, Facets } from './facets.ts';

const page = (id: string, day: string | undefined, filters: Record<string, string[]>) => ({
  id,
  url: `/${id}/`,
  filters,
  day,
});
const facets = new Facets(
  tableOf([
    page('a', '2015-07-09', { kind: ['Meeting'], year: ['2015'], party: ['CCWP'] }),
    page('b', '2022-11-03', { kind: ['Document'], year: ['2022'], topic: ['Excise', 'Drugs'] }),
    page('c', undefined, { kind: ['Document'], party: ['CCWP'] }),
    page('d', '1997-07-15', { kind: ['Document'], year: ['1997', '1998'], party: ['MAG 92'] }),
  ]),
);
const all = ['a', 'b', 'c', 'd', 'not in the table'].map((id) => ({ page: id }));
const ids = (list: readonly { page: string }[]) => list.map((one) => one.page).join('');

describe('Facets', () => {
  it.each([
    [{ kind: ['Document'] }, 'bcd'],
    [{ kind: ['Document', 'Meeting'] }, 'abcd'],
    [{ kind: ['Document'], party: ['CCWP'] }, 'c'],
    [{ year: ['2015'] }, 'a'],
    [{ year: ['1998-2015'] }, 'ad'],
    [{ year: ['-1997'] }, 'd'],
    [{ year: ['2016-'] }, 'b'],
    [{ topic: ['Drugs'] }, 'b'],
    [{ kind: ['No such kind'] }, ''],
    [{ year: ['nonsense'] }, ''],
  ])('%j lets %s through', (filters, expected) => expect(ids(facets.filter(all, filters))).toBe(expected));

  it('sorts by date, newest first, what has none last', () => {
    expect(ids(facets.byDate(all.slice(0, 4)))).toBe('badc');
  });

  it('counts what the other filters let through', () => {
    const counts = facets.count(all, { kind: ['Meeting'] });
    expect(counts.kind).toEqual([
      { value: 'Document', count: 3 },
      { value: 'Meeting', count: 1 },
    ]);
    expect(counts.party).toEqual([{ value: 'CCWP', count: 1 }]);
    expect(counts.topic).toEqual([]);
  });

  it('promises with each count what choosing the value gives', () => {
    const value = fc.constantFrom('Document', 'Meeting');
    fc.assert(
      fc.property(
        fc.subarray(all),
        fc.uniqueArray(value),
        fc.constantFrom('', 'CCWP', 'MAG 92'),
        (list, kind, party) => {
          const filters = { ...(kind.length > 0 ? { kind } : {}), ...(party ? { party: [party] } : {}) };
          const counts = facets.count(list, filters);
          for (const facet of FACETS) {
            for (const { value, count } of counts[facet]) {
              expect(facets.filter(list, { ...filters, [facet]: [value] })).toHaveLength(count);
            }
          }
        },
      ),
    );
  });
});
