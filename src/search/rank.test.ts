import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, either, type Hits, rank } from './rank.ts';

const hits = (scores: Record<string, number>, fields: string[] = []): Hits =>
  new Map(Object.entries(scores).map(([page, score]) => [page, { score, fields }]));
const order = (units: Hits[], options: Partial<Parameters<typeof rank>[1]> = {}) =>
  rank(units, { total: 100, ...options }).map(({ page }) => page);

describe('rank', () => {
  it('counts every word together as a part of the score, and not before all of it', () => {
    expect(order([hits({ a: 4, b: 1, c: 2 }), hits({ b: 1, d: 3 })])).toEqual(['b', 'a', 'd', 'c']);
    expect(order([hits({ a: 12, b: 1, c: 2 }), hits({ b: 1, d: 3 })])).toEqual(['a', 'b', 'd', 'c']);
  });

  it('counts a unit as often as it was typed', () => {
    const units = [hits({ a: 2 }), hits({ b: 3 })];
    expect(order(units)).toEqual(['b', 'a']);
    expect(order(units, { times: [2, 1] })).toEqual(['a', 'b']);
  });

  it('prefers what is of the time asked for', () => {
    expect(order([hits({ a: 2, b: 1 })], { dated: new Set(['b']) })).toEqual(['b', 'a']);
  });

  it('adds up what the words score', () => {
    expect(order([hits({ a: 1, b: 3 }), hits({ a: 1, b: 2 })])).toEqual(['b', 'a']);
  });

  it('lets a title that has the whole query win over one that has a word of it', () => {
    const first = new Map([...hits({ a: 2 }, ['title']), ...hits({ b: 2.5 }, ['title'])]);
    const second = new Map([...hits({ a: 2 }, ['title']), ...hits({ b: 2.5 })]);
    expect(order([first, second])).toEqual(['a', 'b']);
  });

  it('keeps to the pages that have a quoted phrase', () => {
    expect(order([hits({ a: 1, b: 2 })], { within: new Set(['a']) })).toEqual(['a']);
  });

  it('prefers words that stand together', () => {
    expect(order([hits({ a: 2, b: 1.9 }), hits({ a: 2, b: 1.9 })], { together: new Set(['b']) })).toEqual(['b', 'a']);
  });

  it('prefers what bears a name that stands in the query, as much as the words of the name tell', () => {
    const units = [hits({ a: 2, b: 1.9, c: 1.9, d: 2 }), hits({ a: 2, b: 1.9, c: 1.9 })];
    const named = new Map([
      ['b', new Set([1])],
      ['c', new Set([0, 1])],
    ]);
    expect(order(units, { named })).toEqual(['c', 'b', 'a', 'd']);
  });

  it('has one order for the same hits, whatever order they come in', () => {
    const unit = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (scores) => {
        const there = order(scores.map((one) => hits(one)));
        const back = order(scores.map((one) => new Map([...hits(one)].reverse())));
        expect(back).toEqual(there);
        expect(new Set(there).size).toBe(there.length);
      }),
    );
  });
});

describe('spellings', () => {
  it('needs all terms of one spelling', () => {
    expect([...both([hits({ a: 1, b: 2 }), hits({ b: 3 })])]).toEqual([['b', { score: 5, fields: [] }]]);
    expect(both([]).size).toBe(0);
  });

  it('takes the best of several spellings, not their sum', () => {
    expect(either([hits({ a: 1 }), hits({ a: 3, b: 1 })]).get('a')?.score).toBe(3);
    expect(either([hits({}), hits({})]).size).toBe(0);
  });
});
