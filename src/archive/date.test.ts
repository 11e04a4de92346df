import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDates, formatDate, parseDate, presidencyOf } from './date.ts';

describe('dates of every precision', () => {
  test.each([
    ['2022-11-03', '2022-11-03', '2022-11-03', 'day', '3 November 2022'],
    ['2022-11', '2022-11-01', '2022-11-30', 'month', 'November 2022'],
    ['2022', '2022-01-01', '2022-12-31', 'year', '2022'],
    ['2022-41', '2022-07-01', '2022-12-31', 'half-year', 'second half of 2022'],
    ['1998-21', '1998-01-01', '1998-03-31', 'season', 'early 1998'],
    ['2015~', '2015-01-01', '2015-12-31', 'year', 'about 2015'],
    ['../2015-12-31', null, '2015-12-31', 'period', 'by 31 December 2015'],
    ['1997-07-15/..', '1997-07-15', null, 'period', 'after 15 July 1997'],
    ['2012-12-06/2012-12-07', '2012-12-06', '2012-12-07', 'period', '6–7 December 2012'],
    ['2022/2023', '2022-01-01', '2023-12-31', 'period', '2022–2023'],
    ['1997-07/1998-12', '1997-07-01', '1998-12-31', 'period', 'July 1997 to December 1998'],
  ])('%s', (edtf, earliest, latest, precision, words) => {
    expect(parseDate(edtf)).toMatchObject({ earliest, latest, precision });
    expect(formatDate(edtf)).toBe(words);
  });

  test.each([
    '2022-02-30',
    '2023-02-29',
    '1900-02-29',
    '2023-02-29~',
    '2023-02-29/2023-03-02',
    '../2023-02-29',
    '2022-13',
    'yesterday',
    '',
    '16.12.2022',
    '/2015',
    '2015/',
    '2023/2022',
    '9'.repeat(500),
  ])('refuses %j', (text) => expect(() => parseDate(text)).toThrow(RangeError));

  test('every day of the calendar is read as itself and sorts as a calendar does', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(parseDate(a)).toMatchObject({ earliest: a, latest: a, precision: 'day' });
        expect(Math.sign(compareDates(a, b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('a presidency holds a date only if the date cannot lie in another', () => {
    expect(presidencyOf('2022-06-30')).toBe('2022-1');
    expect(presidencyOf('2022-07-01')).toBe('2022-2');
    expect(presidencyOf('2022-41')).toBe('2022-2');
    expect(presidencyOf('2022')).toBeNull();
    expect(presidencyOf('1997-07-15/..')).toBeNull();
  });
});
