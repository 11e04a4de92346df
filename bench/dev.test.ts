import { expect, test } from 'vitest';
import { devLines } from './dev.ts';

test('a later start has two times: to any page, and to one with what was saved before', () => {
  expect(devLines({ firstStart: 9, start: 2, renewed: 5.04, edits: [3, 0.5, 1] })).toBe(`\
first page of the first start            9.0 s
first page of a later start              2.0 s
the same with what was saved before it   5.0 s
an edit is shown (median of 3)           1.0 s
`);
});
