import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Needles } from './needles.ts';
import { RunTable } from './run-table.ts';
import { BREAK, fold, foldText, forEachRun, RUN, SEAM, sliceOf } from './words.ts';

/** What is meant, without regard to speed. */
const plainFold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'alpha',
        'beta',
        'é',
        'e\u0301',
        'ﬁ',
        '\u00ad',
        '\u200b',
        'Ω',
        'ΟΔΟΣ',
        'ος',
        '…',
        'ﷺ',
        '12',
        '€',
        BREAK,
        '𝐀',
        '.',
        'İ',
        '中',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(' '));

/** The runs of a text by way of its words. */
function plainRuns(folded: string): string[] {
  const runs: string[] = [];
  for (const block of folded.split(BREAK)) {
    const words = block.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(' '));
  }
  return runs;
}

function runsOf(text: string): { words: string; key: string }[] {
  const runs: { words: string; key: string }[] = [];
  const folded = foldText(text);
  forEachRun(folded, (first, second, { start, end }) => {
    const words = (sliceOf(folded, start, end).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    runs.push({ words, key: `${first} ${second}` });
  });
  return runs;
}

describe('fold', () => {
  it('takes a text as Unicode decomposes it, piece by piece', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(fold(one)).toBe(plainFold(one));
      }),
      { numRuns: 500 },
    );
  });
});

describe('forEachRun', () => {
  it('gives the runs of words, each with its place', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(runsOf(one).map(({ words }) => words)).toEqual(plainRuns(fold(one)));
      }),
      { numRuns: 500 },
    );
  });

  it('goes over seams as if they were nothing, and says where one lies in a run', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(400), { maxLength: 5 }), (one, places) => {
        const seamed = [...one];
        for (const place of places) seamed.splice(place, 0, SEAM);
        const folded = foldText(seamed.join(''));
        forEachRun(folded, (_first, _second, { start, end, seamed }) => {
          expect(sliceOf(folded, start, end).includes(SEAM)).toBe(seamed);
        });
        expect(runsOf(seamed.join('')).map(({ key }) => key)).toEqual(runsOf(one).map(({ key }) => key));
      }),
      { numRuns: 500 },
    );
  });

  it('counts the letters of words and no seam', () => {
    const places: [number, number, boolean][] = [];
    forEachRun(foldText(`were of men ${SEAM}red${SEAM} c${SEAM}ars they${SEAM} `), (_first, _second, place) => {
      places.push([place.letters, place.long, place.seamed]);
    });
    expect(places).toEqual([[5, 0, true]]);
    forEachRun(foldText(`alpha of men red cars they${SEAM} blue`), (_first, _second, place) => {
      places.push([place.letters, place.long, place.seamed]);
    });
    expect(places.slice(1)).toEqual([
      [5, 1, false],
      [5, 0, true],
    ]);
  });

  it('gives equal runs equal hashes, and others others', () => {
    const known = new Map<string, string>();
    fc.assert(
      fc.property(text, (one) => {
        for (const { words, key } of runsOf(one)) {
          expect(known.get(key) ?? words).toBe(words);
          known.set(key, words);
        }
      }),
      { numRuns: 500 },
    );
    expect(new Set(known.values()).size).toBe(known.size);
  });
});

describe('RunTable', () => {
  it('holds what a map would, through growth and removal, and says so in any order', () => {
    const small = fc.integer({ min: 0, max: 40 });
    const steps = fc.array(fc.tuple(fc.boolean(), small, small), { maxLength: 300 });
    fc.assert(
      fc.property(steps, (list) => {
        const table = new RunTable(2);
        const map = new Map<string, number>();
        for (const [keep, first, second] of list) {
          if (keep) {
            table.add(first, second, first);
            map.set(`${first} ${second}`, first);
          } else {
            table.delete(first, second);
            map.delete(`${first} ${second}`);
          }
        }
        expect(table.size).toBe(map.size);
        for (let first = 0; first <= 40; first++) {
          for (let second = 0; second <= 40; second += 5)
            expect(table.get(first, second)).toBe(map.get(`${first} ${second}`) ?? -1);
        }
        const other = new RunTable();
        for (const key of [...map.keys()].reverse()) {
          const [first = 0, second = 0] = key.split(' ').map(Number);
          other.add(first, second, 7);
        }
        expect(other.digest()).toBe(table.digest());
      }),
    );
  });
});

describe('Needles in another thread', () => {
  it('are the same needles', () => {
    const needles = new Needles();
    needles.addText('one two three four five six seven', 'a');
    needles.addExact('/operations/zq/', 'b');
    const other = Needles.of(needles.share());
    for (const one of ['see two three four five six seven', 'at /operations/zq/ it is', 'nothing']) {
      expect(other.in(one)).toEqual(needles.in(one));
    }
    expect(other.in('one two three four five six')).toHaveLength(1);
  });
});
