import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findReferences,
  formatReference,
  keyOf,
  parseReference,
  type Reference,
  sameReference,
  slugOf,
} from './index.ts';
import { plain } from './plain.ts';
import { families } from './resolve.ts';

const year = fc.integer({ min: 1950, max: 2049 });
const series = fc.constantFrom('C' as const, 'L' as const);
const numbers = (max: number) => fc.integer({ min: 1, max });

const suffix = fc
  .array(fc.tuple(fc.constantFrom('REV', 'ADD', 'COR', 'EXT', 'DCL', 'AMD'), numbers(99)), { maxLength: 4 })
  .map((parts) => (parts.length === 0 ? 'INIT' : parts.map((part) => part.join('-')).join('-')));

const day = fc
  .date({ min: new Date('1958-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const council = fc.record({
  kind: fc.constant('council' as const),
  series: fc.constantFrom('ST', 'ST', 'ST', 'CM', 'DS', 'SN', 'PE', 'PE-CONS', 'XT', 'WK', 'PV', 'AD', 'LT', 'EUCO'),
  number: numbers(99_999),
  year,
  suffix,
});

const reference: fc.Arbitrary<Reference> = fc.oneof(
  council,
  fc.record(
    {
      kind: fc.constant('commission' as const),
      series: fc.constantFrom('COM' as const, 'SWD' as const, 'JOIN' as const, 'SEC' as const),
      year,
      number: numbers(99_999),
      version: fc.integer({ min: 2, max: 9 }),
    },
    { requiredKeys: ['kind', 'series', 'year', 'number'] },
  ),
  fc.record(
    {
      kind: fc.constant('journal' as const),
      series,
      issue: numbers(999),
      section: fc.constantFrom('A', 'E'),
      date: fc.oneof(day, year.map(String)),
      page: numbers(9999),
    },
    { requiredKeys: ['kind', 'series', 'issue', 'date'] },
  ),
  fc.record(
    {
      kind: fc.constant('journal' as const),
      series,
      entry: fc.tuple(fc.integer({ min: 2023, max: 2049 }), numbers(99_999)).map((parts) => parts.join('/')),
      date: day,
    },
    { requiredKeys: ['kind', 'series', 'entry'] },
  ),
  fc.record(
    {
      kind: fc.constant('journal-act' as const),
      series,
      year,
      issue: numbers(999),
      section: fc.constantFrom('A', 'E'),
      number: numbers(99),
    },
    { requiredKeys: ['kind', 'series', 'year', 'issue', 'number'] },
  ),
  fc.record({
    kind: fc.constant('celex' as const),
    celex: fc
      .tuple(
        fc.constantFrom('3', '5'),
        year,
        fc.constantFrom('R', 'L', 'D', 'F', 'G', 'H', 'E', 'DC', 'XG'),
        numbers(9999),
        fc.constantFrom('', '(01)'),
      )
      .map(([sector, y, letter, number, part]) => `${sector}${y}${letter}${String(number).padStart(4, '0')}${part}`),
  }),
  fc.record({ kind: fc.constant('action' as const), plan: numbers(99), number: numbers(99) }),
  fc.record({ kind: fc.constant('plan' as const), number: numbers(99) }),
);

const style = fc.constantFrom('register' as const, 'printed' as const);

/** Words that no reference can grow into, and marks that end one. */
const filler = fc
  .array(
    fc.constantFrom('customs', 'the', 'officers', 'Kontrolle', 'échange', 'Zoll', '( text )', '**bold**', '\u{1f4c4}'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '));

describe('for any reference', () => {
  it('what is printed reads back, in each style', () => {
    fc.assert(
      fc.property(reference, style, (ref, form) => {
        expect(parseReference(formatReference(ref, form))).toEqual(ref);
      }),
      { numRuns: 2000 },
    );
  });

  it('a slug is lower case, ASCII and as distinct as a key', () => {
    fc.assert(
      fc.property(reference, reference, (a, b) => {
        expect(slugOf(a)).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
        expect(slugOf(a) === slugOf(b)).toBe(keyOf(a) === keyOf(b));
        expect(sameReference(a, b)).toBe(keyOf(a) === keyOf(b));
        expect(sameReference(a, { ...a })).toBe(true);
      }),
    );
  });

  it('a text gives exactly those planted in it, with their places', () => {
    const planted = fc.array(fc.tuple(filler, reference, style), { maxLength: 8 });
    fc.assert(
      fc.property(planted, filler, (parts, tail) => {
        // Only a reference that stands alone is read from `plan 7`.
        const pieces = parts.map(([words, ref, form]) => ({
          words,
          ref,
          printed: formatReference(ref, ref.kind === 'plan' ? 'printed' : form),
        }));
        const text = `${pieces.map(({ words, printed }) => `${words} | ${printed} | `).join('')}${tail}`;
        const found = findReferences(text);
        expect(found.map(({ reference: ref }) => ref)).toEqual(pieces.map(({ ref }) => ref));
        expect(found.map((match) => match.text)).toEqual(pieces.map(({ printed }) => printed));
        expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map((match) => match.text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('for any text', () => {
  /** Fragments that make half a reference, so that random text comes close to real ones. */
  const fragments = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '13944',
          '/',
          '22',
          '1',
          'ST',
          '-',
          ' ',
          '\n',
          'REV 1',
          ' + ',
          'ADD 1',
          'OJ C 5',
          ', ',
          '7.1.2012',
        ),
        fc.constantFrom(
          'COM(',
          '2018',
          ') 549 final',
          '2012/C 5/01',
          'Action',
          's ',
          '7.3',
          ' and ',
          '7th',
          ' Action Plan',
        ),
        fc.constantFrom(
          'Regulation (EC) No ',
          '1049/2001',
          '/JHA',
          '<sup>',
          '</sup>',
          '**',
          '_',
          '\\',
          '\u00a0',
          '\u0000',
          '](',
          '<a ',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('nothing is thrown, and places are in order and right', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, fc.string({ unit: 'binary' })), (text) => {
        let last = 0;
        for (const { start, end, text: stretch, reference: ref } of findReferences(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(stretch);
          expect(parseReference(keyOf(ref))).toEqual(ref);
          last = end;
        }
        parseReference(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('a family finds nothing without its sign', () => {
    fc.assert(
      fc.property(fragments, fc.boolean(), (text, alone) => {
        const words = plain(text).text;
        for (const [kind, { sign, find }] of Object.entries(families)) {
          if (!sign.test(words)) expect([kind, find(words, alone)]).toEqual([kind, []]);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
