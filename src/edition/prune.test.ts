import { expect, test } from 'vitest';
import { z } from 'zod';
import { fact, idIn, note, shown, sources, text } from '../archive/schema/parts.ts';
import { prune, type View } from './prune.ts';

const view: View = {
  isOpen: (source) => source === 'open',
  shows: new Set(['header'] as const),
  exists: (_, id) => id !== 'nowhere',
};
const left = (schema: z.ZodType, record: unknown) => prune(schema, record, view);

test('a field goes that nobody has classified, that another class sees, or that the schema does not know', () => {
  const schema = z.looseObject({
    unclassified: text.optional(),
    inside: shown('document', text.optional()),
    delegates: shown('delegates', text.optional()),
    open: shown('header', text),
  });
  const record = { unclassified: 'a', inside: 'b', delegates: 'c', unknown: 'd', open: 'e' };
  expect(left(schema, record)).toEqual({ open: 'e' });
});

test('of several sources the open ones stay, without one the fact goes', () => {
  const schema = z.strictObject({ notes: z.array(note).optional() });
  const record = {
    notes: [
      { text: 'a', source: ['closed', 'open', 'shut'] },
      { text: 'b', source: ['closed', 'shut'] },
      { text: 'c', source: 'closed' },
    ],
  };
  expect(left(schema, record)).toEqual({ notes: [{ text: 'a', source: 'open' }] });
  expect(left(schema, { notes: record.notes.slice(1) })).toEqual({});
});

test('what is inferred goes with any of its sources, since it rests on all of them', () => {
  const inferred = { value: 'a', inferred: 'from both' };
  expect(left(fact(text), { ...inferred, source: ['open', 'closed'] })).toBeUndefined();
  expect(left(fact(text), { ...inferred, source: 'open' })).toEqual({ ...inferred, source: 'open' });
  expect(left(fact(text), { value: 'a', source: ['open', 'closed'] })).toEqual({ value: 'a', source: 'open' });
});

test('what a fact cannot be without takes the fact along; an empty frame inside it goes', () => {
  const needed = z.strictObject({ to: idIn('actions'), source: sources });
  expect(left(needed, { to: 'nowhere', source: 'open' })).toBeUndefined();
  const see = z.strictObject({ see: z.strictObject({ to: idIn('actions').optional() }).optional(), source: sources });
  expect(left(see, { see: { to: 'nowhere' }, source: 'open' })).toEqual({ source: 'open' });
  expect(left(see, { see: { to: 'here' }, source: 'open' })).toEqual({ see: { to: 'here' }, source: 'open' });
});
