import { describe, expect, it } from 'vitest';
import type { EntryRecord } from '../entry-list.ts';
import { NameFinder } from './names.ts';

const entry = (...names: string[]) => ({ names }) as unknown as EntryRecord;
const finder = new NameFinder([
  entry('CCWP', 'Customs Cooperation Working Party'),
  entry('IT', 'information technology'),
  entry('JCO', 'joint customs operation', 'Joint Customs Operation'),
  entry('Alone'),
]);

describe('NameFinder', () => {
  it.each([
    ['The CCWP met.', ['Customs Cooperation Working Party']],
    ['the customs co-operation working party, in July', ['CCWP']],
    ['The CCWP (Customs Cooperation Working Party)', []],
    ['it is so', []],
    ['IT systems', ['information technology']],
    ['A JCO is planned', ['joint customs operation']],
    ['Alone', []],
    ['', []],
  ])('%s → %j', (text, expected) =>
    expect(finder.otherForms(text).map((one) => one.toLowerCase())).toEqual(expected.map((one) => one.toLowerCase())),
  );
});
