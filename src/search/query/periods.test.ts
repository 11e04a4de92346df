import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsIn } from './periods.ts';

const periods = (text: string) => periodsIn(text).map(({ from, to }) => (from === to ? from : `${from}/${to}`));

describe('periods in a text', () => {
  it.each([
    '2015-07-09',
    '9.7.2015',
    '09/07/2015',
    '09/07/15',
    '9.7.15',
    'note of 09.07.15.',
    '9 July 2015',
    '9th of July 2015',
    'July 9, 2015',
    'meeting of 9 jul 2015',
    '9 juillet 2015',
    '9. Juli 2015',
  ])('%s is a day', (text) => expect(periods(text)).toEqual(['2015-07-09']));

  it.each([
    ['july 2015', '2015-07-01/2015-07-31'],
    ['2015-07', '2015-07-01/2015-07-31'],
    ['07/2015', '2015-07-01/2015-07-31'],
    ['février 2016', '2016-02-01/2016-02-29'],
    ['März 2019', '2019-03-01/2019-03-31'],
    ['autumn 2022', '2022-09-01/2022-11-30'],
    ['winter of 2022', '2022-12-01/2023-02-28'],
    ['second half of 2022', '2022-07-01/2022-12-31'],
    ['H1 2022', '2022-01-01/2022-06-30'],
    ['1. Halbjahr 2022', '2022-01-01/2022-06-30'],
    ['Q3 2022', '2022-07-01/2022-09-30'],
    ['1997', '1997-01-01/1997-12-31'],
    ['1997-1999', '1997-01-01/1999-12-31'],
    ['between 1997 and 1999', '1997-01-01/1999-12-31'],
    ['July 2015 to March 2016', '2015-07-01/2016-03-31'],
    ['July to September 2015', '2015-07-01/2015-09-30'],
    ['6-7 December 2012', '2012-12-06/2012-12-07'],
    ['since 2019', '2019-01-01/2049-12-31'],
    ['before 2000', '1950-01-01/1999-12-31'],
  ])('%s is %s', (text, period) => expect(periods(text)).toEqual([period]));

  it.each([
    '31.2.2015',
    '2015-13-01',
    '9.7',
    '9.7.1',
    '31.2.15',
    '24/7',
    '13944/22',
    '1049/2001',
    '9710/1/97',
    '1997.22',
  ])('there is none in %s', (text) => expect(periods(text)).toEqual([]));

  it('says where a period stands, and whether texts say it in the same words', () => {
    expect(periodsIn('minutes of July 2015')).toMatchObject([{ start: 11, end: 20, inWords: false }]);
    expect(periodsIn('strategy 2012-2020')).toMatchObject([{ start: 9, end: 18, inWords: true }]);
  });

  it('ends no period before it begins, nor finds two at one place', () => {
    const piece = fc.constantFrom(
      '1997',
      '2015',
      '-',
      ' to ',
      ' ',
      'July',
      'mai',
      '9',
      '.',
      '/',
      'autumn',
      'Q2',
      'since',
      'half of',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = periodsIn(pieces.join(''));
        for (const { from, to } of found) expect(from <= to).toBe(true);
        for (const [at, { start }] of found.entries()) expect(start >= (found[at - 1]?.end ?? 0)).toBe(true);
      }),
    );
  });
});
