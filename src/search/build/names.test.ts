import { describe, expect, it } from 'vitest';
import { NameFinder } from './names.ts';

const finder = new NameFinder([
  { label: 'CCWP', title: 'Customs Cooperation Working Party', names: ['customs working party'] },
  { label: 'IT', title: 'information technology', names: ['computing'] },
  { label: 'J-Customs', title: 'Joint Customs Task Force', names: [] },
  { label: 'Alone', title: 'Alone', names: ['ALONE'] },
]);

describe('NameFinder', () => {
  it.each([
    ['The CCWP met.', ['Customs Cooperation Working Party']],
    ['the customs co-operation working party, in July', ['CCWP']],
    ['the customs working party', ['CCWP']],
    ['The CCWP (Customs Cooperation Working Party)', []],
    ['it is so', []],
    ['IT systems and computing', ['information technology']],
    ['J-Customs met', ['Joint Customs Task Force']],
    ['ALONE', []],
    ['', []],
  ])('%s → %j', (text, expected) => expect(finder.otherForms(text)).toEqual(expected));
});
