import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readView, replace, toggle, type View, writeView } from './address.ts';
import { FACETS } from './facets.ts';

describe('the address of a view', () => {
  it('says the query, the filters and the order', () => {
    const view: View = { text: 'risk & "rule"', filters: { kind: ['Document'], year: ['2015-2019'] }, sort: 'date' };
    expect(writeView(view)).toBe('?q=risk+%26+%22rule%22&kind=Document&year=2015-2019&sort=date');
    expect(readView(writeView(view))).toEqual(view);
    expect(writeView({ text: '', filters: {}, sort: 'relevance' })).toBe('');
  });

  it('reads back what it wrote', () => {
    const value = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.isWellFormed());
    const filters = fc.dictionary(fc.constantFrom(...FACETS), fc.uniqueArray(value, { minLength: 1, maxLength: 4 }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(value, filters, fc.constantFrom('relevance' as const, 'date' as const), (text, chosen, sort) => {
        const again = readView(writeView({ text, filters: chosen, sort }));
        expect(writeView(again)).toBe(writeView({ text, filters: chosen, sort }));
      }),
    );
  });

  it('is read whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (search) => void readView(search)));
    expect(readView('?kind=&kind=&sort=up&foo=bar&q')).toEqual({ text: '', filters: {}, sort: 'relevance' });
  });

  it('adds and removes values', () => {
    const view: View = { text: 'x', filters: { kind: ['Document'] }, sort: 'relevance' };
    expect(toggle(view, 'kind', 'Action').filters).toEqual({ kind: ['Document', 'Action'] });
    expect(toggle(view, 'kind', 'Document').filters).toEqual({});
    expect(replace(view, 'year', ['2015']).filters).toEqual({ kind: ['Document'], year: ['2015'] });
  });
});
