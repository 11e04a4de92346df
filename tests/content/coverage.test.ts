import { describe, expect, test } from 'vitest';
import { findReferences, keyOf } from '../../src/archive/reference/index.ts';
import { contentFiles } from '../support/content.ts';
import { factsIn } from '../support/facts.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

/** What a document names and its record need not, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  PARTIALLY: 'word of the stamp on 13944/22, recorded as access: partial',
  ACCESSIBLE: 'word of the same stamp',
  KB: 'initials in a page footer of 13944/22',
  DELETED: 'word of the mark that stands for the withheld portion, recorded as such',
  UNTIL: 'word of the same mark',
  MSs: 'a second plural of MS, Member States',
  Improve: 'first word of an objective, as are the next four',
  Deploy: '',
  Participate: '',
  Further: '',
  Ensure: '',
  Organisation: 'another spelling of Organization',
  Provision: 'word of the title of the Naples Convention, recorded by its short name',
};

const keysIn = (text: string) => findReferences(text).map(({ reference }) => keyOf(reference));

/** A date that a text gives, whole or without its year, among those of a record. */
const hasDate = (dates: ReadonlySet<string>, date: string) =>
  [...dates].some((other) => other === date || other.endsWith(`-${date}`));

/** What a document states and its record, précis included, does not. */
function missingFrom(record: string, text: string): string[] {
  const stated = factsIn(text);
  const told = factsIn(record);
  const words = new Set(record.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu));
  const cited = new Set(keysIn(record));
  return [
    ...[...stated.dates].filter((date) => !hasDate(told.dates, date)),
    // The number of a document may stand in another spelling.
    ...[...stated.numbers].filter((number) => !told.numbers.has(number) && !keysIn(number).some((k) => cited.has(k))),
    ...[...stated.names].filter((name) => !words.has(name.toLowerCase()) && !(name in EXCEPTIONS)),
    ...keysIn(text).filter((key) => !cited.has(key)),
  ];
}

describe.skipIf(!haveSeeds)(
  'the record of each of the five documents tells all its dates, numbers, references and names',
  () => {
    const documents = contentFiles().filter(({ file }) => file.startsWith('documents/'));
    // A document's own number is the first that it bears.
    const recordOf = (text: string) =>
      documents.find(({ file }) => file === `documents/${keysIn(text)[0]?.toLowerCase()}.md`)?.text ?? '';

    test.each(readSeeds().map(({ name, text }) => [name, text] as const))('%s', (_name, text) => {
      expect(missingFrom(recordOf(text), text)).toEqual([]);
    });
  },
);

test('what a record leaves out is missed, whatever it is', () => {
  const text = 'On 3 May 2020 and 4 June, 12 delegates of the CCWP heard Frontex on 1001/20, in April 2021.';
  expect(missingFrom(text, text)).toEqual([]);
  expect(missingFrom('2020-05-03, 2021-04; 06-04: 12, 1001/20; CCWP and Frontex', text)).toEqual(['06-04']);
  expect(missingFrom('Of 12 May 2021 on 1002/20.', text)).toEqual([
    ...['2020-05-03', '06-04', '2021-04'],
    ...['12', '1001/20', 'CCWP', 'Frontex', 'ST-1001-2020-INIT'],
  ]);
});
