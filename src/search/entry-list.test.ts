import { expect, it } from 'vitest';
import { Catalogue } from '../archive/catalogue.ts';
import type { Entry, Records } from '../archive/collections.ts';
import { findReferences } from '../archive/reference/index.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { entryList } from './entry-list.ts';

function entry<C extends CollectionName>(collection: C, id: string, record: Records[C], text = '') {
  const citations = findReferences(text).map(({ reference }) => ({ reference, locator: null }));
  return { entry: { collection, id, file: `${collection}/${id}`, record } as Entry, citations };
}
const source = 'ST-4711-2008-INIT';
const list = entryList(
  new Catalogue([
    entry(
      'documents',
      source,
      {
        number: '4711/08',
        title: 'Lanterns in transit',
        date: '2008-03-05',
        marking: 'LIMITE',
        access: { status: 'partial' },
        workingParty: 'lantern-party',
        codes: ['ENFOCUSTOM 7'],
        originalLanguage: 'en',
      },
      'See 8822/13 and OJ C 5, 7.1.2012, p. 1 on Action 9.1.',
    ),
    entry('texts', source, {
      source: 'x.txt',
      sha256: 'a'.repeat(64),
      importer: 1,
      written: 'a'.repeat(64),
      language: 'en',
    }),
    entry('actions', '9.1', { plan: 'ccwp-9', title: { value: 'Lantern smuggling', source } }),
    entry('action-plans', 'ccwp-9', { number: 9, period: { value: '2018/2019', source } }),
    entry('working-parties', 'lantern-party', {
      names: [{ name: 'Lantern Working Party', abbreviation: 'LWP', source }],
    }),
    entry('meetings', '2008-03-04-lantern-party', { date: { value: '2008-03-04/2008-03-05', source } }),
    entry('glossary', 'LCU', { term: 'LCU', expansion: 'Lantern Control Unit', meaning: 'It counts.', source }),
    entry('presidencies', '2008-1', { id: '2008-1', state: 'SI', source: 'register:ST-1-2020-INIT' }),
  ]),
);
const at = (address: string) => list.find((one) => one.address === address);

it('describes a document with what it can be found and narrowed down by', () => {
  expect(at('/documents/st-4711-2008-init/')).toMatchObject({
    kind: 'Document',
    label: '4711/08',
    date: '5 March 2008',
    day: '2008-03-05',
    marking: 'LIMITE',
    access: 'Partly open',
    text: true,
    reference: 'ST-4711-2008-INIT',
    filters: {
      kind: ['Document'],
      access: ['Partly open'],
      year: ['2008'],
      party: ['LWP'],
      language: ['English'],
      plan: [expect.any(String)],
    },
    keys: ['c:ST-4711-2008', 'n:4711', 'd:2008-03-05', 't:lanterns in transit', 't:enfocustom 7'],
    aliases: ['ST 4711/08', '4711/2008', 'ST-4711-2008-INIT'],
  });
});

it('has texts that are cited only, with the place of an act and its issue', () => {
  expect(at('/documents/st-8822-2013-init/')).toMatchObject({ access: 'Not held', keys: ['c:ST-8822-2013', 'n:8822'] });
  expect(at('/acts/oj-c-5-2012-01-07-p-1/')?.keys).toEqual([
    'r:OJ C 5, 7.1.2012, p. 1',
    'r:OJ C 5, 7.1.2012',
    'r:OJ C 5, 2012',
    'r:OJ C 5, 2012, p. 1',
  ]);
});

it('knows the other entries by number, day or name', () => {
  expect(at('/actions/9.1/')?.keys).toContain('r:action 9.1');
  expect(at('/action-plans/ccwp-9/')?.keys).toContain('r:plan 9');
  expect(at('/meetings/2008-03-04-lantern-party/')?.keys).toEqual(
    expect.arrayContaining(['d:2008-03-04', 'd:2008-03-05']),
  );
  expect(at('/working-parties/lantern-party/')?.names).toEqual(
    expect.arrayContaining(['LWP', 'Lantern Working Party']),
  );
  expect(at('/glossary/#term-lcu')).toMatchObject({ kind: 'Term', body: 'LCU. Lantern Control Unit. It counts.' });
  expect(at('/presidencies/2008-1/')?.names).toContain('Slovenian Presidency 2008');
});
