import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from './day.ts';
import type { Mark } from './mark.ts';
import { moved, openOn, readView, visibleMarks, writeView } from './view.ts';

const whole = { from: dayOf('1992-01-01'), to: dayOf('2024-01-01') };
const mark = (
  id: string,
  from: string | null,
  to: string | null,
  shape: Mark['shape'] = 'point',
  kind = 'document',
): Mark => ({
  id,
  lane: shape === 'bar' ? 'plans' : 'held',
  shape,
  label: id,
  kind,
  from: from === null ? null : dayOf(from),
  to: to === null ? null : dayOf(to),
});
const open = [dayOf('2013-01-01'), dayOf('2019-05-01')] as const;
const marks = [
  mark('early', '2012-01-01', '2012-01-01'),
  mark('late', '2019-01-01', '2019-01-01', 'point', 'meeting'),
  mark('undated', null, null),
  mark('by then', null, '2015-12-31'),
  mark('undated plan', null, null, 'bar', 'plan'),
  mark('plan', '2014-01-01', '2016-12-31', 'bar', 'plan'),
  { ...mark('open', '2013-01-01', null, 'bar', 'plan'), known: open, sure: open },
];
const ids = (list: readonly Mark[]) => list.map(({ id }) => id);

test('a view survives its address', () => {
  const day = fc.integer({ min: whole.from, max: whole.to });
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 4000 }),
      fc.subarray(['act', 'plan', 'meeting']),
      fc.option(day),
      (from, length, kinds, on) => {
        const view = { range: { from, to: from + length }, without: new Set(kinds), on };
        expect(readView(writeView(view))).toEqual(view);
      },
    ),
  );
});

test('an address that says nothing sensible is the whole timeline', () => {
  for (const query of [
    '',
    '?from=2015',
    '?from=2015-02-31&to=2016-01-01',
    '?from=2016-01-01&to=2015-01-01',
    '?on=yesterday',
  ]) {
    expect(readView(query)).toEqual({ range: null, without: new Set(), on: null });
  }
});

test('as it stood on a day: nothing later, no undated events, periods end that day', () => {
  const on = dayOf('2015-07-09');
  const seen = visibleMarks(marks, { range: null, without: new Set(), on });
  expect(ids(seen)).toEqual(['early', 'plan', 'open']);
  expect(seen.map(({ to }) => to)).toEqual([dayOf('2012-01-01'), on, null]);
  expect(seen.map(({ known }) => known?.[1])).toEqual([undefined, undefined, on]);
});

test('open on a day is only what is known to have been', () => {
  expect(ids(openOn(marks, dayOf('2015-07-09')))).toEqual(['plan', 'open']);
  expect(ids(openOn(marks, dayOf('2018-01-01')))).toEqual(['open']);
  expect(openOn(marks, dayOf('2020-01-01'))).toEqual([]);
});

test('kinds can be left out', () => {
  expect(ids(visibleMarks(marks, { range: null, without: new Set(['plan', 'meeting']), on: null }))).toEqual([
    'early',
    'undated',
    'by then',
  ]);
});

test('steps stay within the whole and never get shorter than a month', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('in', 'out', 'earlier', 'later' as const), { maxLength: 30 }), (steps) => {
      let range = whole;
      for (const step of steps) range = moved(range, whole, step as 'in');
      expect(range.from).toBeGreaterThanOrEqual(whole.from);
      expect(range.to).toBeLessThanOrEqual(whole.to);
      expect(range.to - range.from).toBeGreaterThanOrEqual(31);
    }),
  );
});
