import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUDGETS } from '../../../tests/site/budgets.ts';
import { dayOf, isoOf, yearOf } from './day.ts';
import { overlap } from './labels.ts';
import { layoutTimeline, type TimelineInput } from './layout.ts';
import { compareMarks, type HalfYear, LANES, type LaneName, type Mark, sureDays } from './mark.ts';
import type { Picture } from './picture.ts';
import { timeScale } from './scale.ts';
import { drawPicture } from './svg.ts';

const WIDTH = 1100;
const halfYears: HalfYear[] = Array.from({ length: 140 }, (_, index) => ({
  id: `${1970 + Math.floor(index / 2)}-${(index % 2) + 1}`,
  code: ['MT', 'LU', 'UK', 'SI'][index % 4] ?? 'LU',
}));

const day = fc.integer({ min: dayOf('1960-01-01'), max: dayOf('2035-12-31') });
const span = fc
  .tuple(day, fc.constantFrom(0, 0, 0, 30, 180, 364, 3000))
  .map(([from, length]) => [from, from + length] as const);
/** Every precision: a day, a stretch, open at either end, unknown. */
const dates = fc.oneof(
  { weight: 6, arbitrary: span },
  { weight: 1, arbitrary: day.map((to) => [null, to] as const) },
  { weight: 1, arbitrary: day.map((from) => [from, null] as const) },
  { weight: 1, arbitrary: fc.constant([null, null] as const) },
);
const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('10784/15', 'Plan 7', 'WWWWWWWWWWWW', 'x'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const marks = fc
  .array(
    fc.record({
      dates,
      label: words,
      lane: fc.constantFrom(...(Object.keys(LANES) as LaneName[])),
      bar: fc.boolean(),
      before: fc.nat(50),
      known: fc.option(fc.tuple(span, fc.constantFrom(0, 30, 400)), { nil: undefined }),
      planned: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((raw) =>
    raw.map(({ dates: [from, to], label, lane, bar, before, known, planned }, index): Mark => {
      const shape =
        lane === 'life' ? 'life' : bar && ['plans', 'strategies', 'operations'].includes(lane) ? 'bar' : 'point';
      return {
        id: `e${index}`,
        lane,
        shape,
        form: 'meeting',
        label,
        from,
        to,
        ...(shape === 'point' ? {} : { before: `e${before}`, planned, ...witnesses(from, to, known) }),
      };
    }),
  );
function witnesses(
  from: number | null,
  to: number | null,
  known: readonly [readonly [number, number], number] | undefined,
) {
  if (!known || (from !== null && to !== null)) return {};
  const [[first, last], blur] = known;
  const whole = [from ?? Math.min(first, to ?? first), to ?? Math.max(last, from ?? last)] as const;
  const sure = [from ?? whole[0] + blur, to ?? whole[1] - blur] as const;
  return { known: whole, sure: sure[0] <= sure[1] ? sure : undefined };
}
const input = fc.record({ marks, presidencies: fc.constant(halfYears), width: fc.constant(WIDTH) });

const labelsApart = ({ labels }: Picture) => {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  return sorted.flatMap((a, index) => {
    const hit = sorted.slice(index + 1).find((b) => overlap(a, b));
    return hit ? [`"${a.text}" on "${hit.text}"`] : [];
  });
};
const outside = ({ labels, shapes, width, height }: Picture) =>
  [...labels, ...shapes]
    .filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width + 0.2 || box.y + box.height > height + 0.2)
    .map((box) => JSON.stringify(box));

describe('for any set of events', () => {
  test('no two labels overlap', () => {
    fc.assert(
      fc.property(input, (one) => {
        expect(labelsApart(layoutTimeline(one))).toEqual([]);
      }),
    );
  });

  test('nothing leaves the picture', () => {
    fc.assert(
      fc.property(input, (one) => {
        expect(outside(layoutTimeline(one))).toEqual([]);
      }),
    );
  });

  test('points keep their order from left to right', () => {
    fc.assert(
      fc.property(input, (one) => {
        const byId = new Map(one.marks.map((mark) => [mark.id, mark]));
        const { shapes } = layoutTimeline(one);
        for (const lane of Object.keys(LANES)) {
          const drawn = shapes.filter(
            ({ ids, className }) =>
              ids[0] &&
              byId.get(ids[0])?.lane === lane &&
              byId.get(ids[0])?.shape === 'point' &&
              !className.includes('tl-stretch'),
          );
          const middle = drawn.flatMap(({ x, width, ids }) => ids.map((id) => ({ x: x + width / 2, id })));
          const inOrder = middle.map(({ id }) => middleOf(byId.get(id)));
          expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
          expect(middle.map(({ x }) => x)).toEqual(middle.map(({ x }) => x).sort((a, b) => a - b));
        }
      }),
    );
  });

  test('every dated point is in the picture', () => {
    fc.assert(
      fc.property(input, (one) => {
        const drawn = new Set(layoutTimeline(one).shapes.flatMap(({ ids }) => ids));
        const missing = one.marks.filter(
          ({ id, shape, from, to }) => shape === 'point' && (from ?? to) !== null && !drawn.has(id),
        );
        expect(missing).toEqual([]);
      }),
    );
  });

  test('a bar is solid on the days that are certain and on no other, at every zoom', () => {
    fc.assert(
      fc.property(input, day, fc.integer({ min: 31, max: 8000 }), fc.boolean(), (one, from, length, all) => {
        const view = all ? undefined : { from, to: from + length };
        const bars = one.marks.filter(({ shape }) => shape === 'bar');
        const { shapes } = layoutTimeline({ ...one, marks: bars, view });
        const scale = timeScale([...bars].sort(compareMarks), 122, WIDTH - 6, view);
        for (const mark of bars) {
          const solid = shapes.find(({ ids, className }) => ids[0] === mark.id && !className.includes('tl-uncertain'));
          const sure = sureDays(mark);
          if (!solid) continue;
          expect(sure).not.toBeNull();
          if (!sure || solid.width < 9) continue;
          // Room for what fades is taken at the edges of the picture only.
          const inside = (x: number) => Math.max(122 + 28, Math.min(WIDTH - 6 - 28, x));
          expect(Math.abs(inside(solid.x) - inside(scale.x(sure[0])))).toBeLessThan(9);
          expect(Math.abs(inside(solid.x + solid.width) - inside(scale.x(sure[1] + 1)))).toBeLessThan(9);
        }
      }),
    );
  });

  test('a point without an exact day is drawn over all its days', () => {
    fc.assert(
      fc.property(input, (one) => {
        const points = one.marks.filter(({ shape }) => shape === 'point');
        const { shapes } = layoutTimeline({ ...one, marks: points });
        const scale = timeScale([...points].sort(compareMarks), 122, WIDTH - 6, undefined);
        for (const { id, from, to } of points) {
          if (from === null || to === null || scale.x(to + 1) - scale.x(from) <= 12) continue;
          const shape = shapes.find(({ ids }) => ids.includes(id));
          expect(shape?.className).toContain('tl-stretch');
          expect(shape?.x).toBeLessThanOrEqual(scale.x(from) + 0.1);
          expect((shape?.x ?? 0) + (shape?.width ?? 0)).toBeGreaterThanOrEqual(scale.x(to + 1) - 0.1);
        }
      }),
    );
  });

  test('no bar stands on the axis that nothing dates', () => {
    fc.assert(
      fc.property(input, (one) => {
        const undated = one.marks.filter(({ from, to, known }) => from === null && to === null && !known);
        const drawn = new Set(layoutTimeline(one).shapes.flatMap(({ ids }) => ids));
        expect(undated.filter(({ id }) => drawn.has(id))).toEqual([]);
      }),
    );
  });

  test('equal input gives equal bytes, in whatever order it comes', () => {
    fc.assert(
      fc.property(input, (one) => {
        const other: TimelineInput = { ...one, marks: [...one.marks].reverse() };
        expect(drawPicture(layoutTimeline(other), 'T')).toBe(drawPicture(layoutTimeline(one), 'T'));
      }),
    );
  });

  test('a view of any range keeps its labels apart and inside', () => {
    fc.assert(
      fc.property(input, day, fc.integer({ min: 31, max: 4000 }), (one, from, length) => {
        const picture = layoutTimeline({ ...one, view: { from, to: from + length } });
        expect([...labelsApart(picture), ...outside(picture)]).toEqual([]);
      }),
    );
  });
});

test.each([1000, 30_000])('a picture of %d events keeps its budget', (count) => {
  const lanes = Object.keys(LANES) as LaneName[];
  const first = dayOf('1970-01-01');
  const many = Array.from({ length: count }, (_, index): Mark => {
    const lane = lanes[index % lanes.length] ?? 'held';
    const from = first + ((index * 7919) % 20_000);
    const shape = lane === 'life' ? 'life' : lane === 'plans' || lane === 'strategies' ? 'bar' : 'point';
    return {
      id: `documents.st-${index}-2020-init`,
      lane,
      shape,
      form: 'open',
      label: `Paper ${index}`,
      from,
      to: from + 90,
    };
  });
  const svg = drawPicture(layoutTimeline({ marks: many, presidencies: halfYears, width: WIDTH }), 'T');
  expect(svg.length).toBeLessThan(BUDGETS.picture);
});

const middleOf = (mark: Mark | undefined) => {
  const { from = null, to = null } = mark ?? {};
  return from === null || to === null ? (from ?? to ?? 0) : (from + to) / 2;
};
const at = (iso: string, lane: LaneName = 'held', label = iso): Mark => ({
  id: `${lane}-${iso}`,
  lane,
  shape: 'point',
  form: 'open',
  label,
  from: dayOf(iso),
  to: dayOf(iso),
});
const texts = (picture: Picture) => picture.labels.map(({ text }) => text);

test('a long silence is folded and says so', () => {
  const picture = layoutTimeline({
    marks: [at('1997-07-15'), at('2012-03-01'), at('2015-07-09')],
    presidencies: [],
    width: WIDTH,
  });
  expect(texts(picture)).toEqual(expect.arrayContaining(['1998–2011:', 'nothing held']));
  expect(picture.shapes.some(({ className }) => className === 'tl-fold')).toBe(true);
});

test('a shorter silence is folded where the longer one leaves it wide', () => {
  const years = Array.from({ length: 14 }, (_, index) => at(`${2010 + index}-03-01`));
  const marks = [at('1992-03-01'), at('1997-07-15'), ...years];
  const words = texts(layoutTimeline({ marks, presidencies: [], width: 960 }));
  expect(words).toEqual(expect.arrayContaining(['1993–1996:', '1998–2009:']));
});

test('acts of other bodies do not break a silence of the archive', () => {
  const marks = [at('1997-07-15'), at('2003-10-02', 'acts'), at('2012-03-01')];
  expect(texts(layoutTimeline({ marks, presidencies: [], width: WIDTH }))).toContain('1998–2011:');
});

test('five thousand events stay a picture of bounded size', () => {
  const marks = Array.from(
    { length: 5000 },
    (_, index): Mark => ({
      ...at(isoOf(dayOf('1998-01-01') + index * 2)),
      id: `m${index}`,
      lane: index % 2 ? 'held' : 'known',
    }),
  );
  const picture = layoutTimeline({ marks, presidencies: halfYears, width: WIDTH });
  expect(drawPicture(picture, 'T').length).toBeLessThan(40_000);
  expect(labelsApart(picture)).toEqual([]);
  expect(picture.shapes.flatMap(({ ids }) => ids)).toHaveLength(5000);
});

test('names of a working party share one line, turning where the next is first known', () => {
  const life = (id: string, from: string | null, to: string | null, before?: string): Mark => ({
    id,
    lane: 'life',
    shape: 'life',
    label: id,
    from: from === null ? null : dayOf(from),
    to: to === null ? null : dayOf(to),
    before,
  });
  const marks = [
    life('Old', '1992-01-01', '1992-12-31', 'Middle'),
    life('Middle', '1997-07-15', '2015-07-09', 'New'),
    life('New', '2022-01-01', '2022-12-08'),
  ];
  const picture = layoutTimeline({ marks, presidencies: [], width: WIDTH });
  expect(texts(picture)).toEqual(expect.arrayContaining(['Old', 'Middle', 'New']));
  const line = picture.shapes.filter(({ className }) => className.startsWith('tl-life '));
  const ends = line.map(({ x, width }) => x + width);
  for (const [index, { x }] of line.slice(1).entries()) expect(x).toBeCloseTo(ends[index] ?? 0, 0);
});

test('marks are sorted by their first day, undated ones last', () => {
  const undated: Mark = { ...at('2000-01-01'), id: 'u', from: null, to: null };
  expect([undated, at('2015-01-01'), at('2014-01-01')].sort(compareMarks).map(({ id }) => id)).toEqual([
    'held-2014-01-01',
    'held-2015-01-01',
    'u',
  ]);
  expect(yearOf(dayOf('2014-12-31'))).toBe(2014);
});

test('words are escaped in the picture', () => {
  const svg = drawPicture(
    layoutTimeline({ marks: [at('2015-01-01', 'held', '<b>&"\u0000')], presidencies: [], width: WIDTH }),
    '"<T>',
  );
  expect(svg).toContain('&lt;b&gt;&amp;&quot;');
  expect(svg).toContain('aria-label="&quot;&lt;T&gt;"');
  expect(svg).not.toContain('\u0000');
  expect(svg).not.toContain('style=');
});
