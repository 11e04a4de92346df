import { describe, expect, test } from 'vitest';
import { Catalogue } from './catalogue.ts';
import { citationsIn } from './citations.ts';
import type { Entry, Records } from './collections.ts';
import { findReferences } from './reference/index.ts';
import type { CollectionName } from './schema/parts.ts';

function entry<C extends CollectionName>(collection: C, id: string, record: Records[C], text = '') {
  const citations = [
    ...citationsIn(record),
    ...findReferences(text).map(({ reference }) => ({ reference, locator: 'p1' })),
  ];
  return { entry: { collection, id, file: `${collection}/${id}`, record } as Entry, citations };
}

const NOTE = 'ST-14001-2019-INIT';
const REPORT = 'ST-14002-2019-INIT';
const document = (number: string, more: Partial<Records['documents']> = {}): Records['documents'] => ({
  number,
  title: `Paper ${number}`,
  date: '2019-05-02',
  access: { status: 'public' },
  ...more,
});

const archive = new Catalogue([
  entry(
    'documents',
    NOTE,
    document('14001/19'),
    'See 14002/19, Action 9.1, 2012/C 5/01, 15999/19 and COM(2018) 549 final.',
  ),
  entry('documents', REPORT, document('14002/19', { previous: [NOTE] }), 'See OJ C 5, 7.1.2012, p. 1 and 15999/19.'),
  entry('actions', '9.1', {
    plan: 'ccwp-9',
    follows: [{ to: '8.1', source: `${NOTE}#p1` }],
    notes: [{ text: 'Reported in 14002/19.', source: NOTE }],
  }),
  entry('actions', '8.1', { plan: 'ccwp-9' }),
  entry('action-plans', 'ccwp-9', { number: 9 }),
  entry('acts', '2012-c-5-01', {
    id: '2012-c-5-01',
    title: 'Resolution',
    kind: 'resolution',
    printed: ['2012/C 5/01', 'OJ C 5, 7.1.2012, p. 1'],
    source: 'official-journal',
  }),
]);
const kindsAt = (address: string) => archive.incoming(address).map(({ from, kind }) => `${from.label} ${kind}`);

describe('catalogue', () => {
  test('two spellings of an act lead to one entry', () => {
    expect(kindsAt('/acts/2012-c-5-01/')).toEqual(['14001/19 cites', '14002/19 cites']);
  });

  test('links are known from their far end, by kind and with their place', () => {
    expect(kindsAt('/documents/st-14002-2019-init/')).toEqual(['14001/19 cites', 'Action 9.1 mentions']);
    expect(kindsAt('/documents/st-14001-2019-init/')).toEqual([
      '14002/19 previous',
      'Action 9.1 source',
      'Action 9.1 source',
    ]);
    expect(kindsAt('/actions/8.1/')).toEqual(['Action 9.1 follows']);
    expect(archive.incoming('/actions/9.1/')).toMatchObject([{ kind: 'cites', locator: 'p1' }]);
  });

  test('a link knows the source that states it', () => {
    expect(archive.incoming('/actions/8.1/')[0]?.source).toBe(`${NOTE}#p1`);
  });

  test('what is cited and has no record gets a page, once', () => {
    expect(archive.citedOnly().map(({ address }) => address)).toEqual([
      '/documents/st-15999-2019-init/',
      '/acts/com-2018-549-final/',
    ]);
    expect(kindsAt('/documents/st-15999-2019-init/')).toEqual(['14001/19 cites', '14002/19 cites']);
  });

  test('an action or plan that has no record leads nowhere', () => {
    const [found] = findReferences('Action 3.3');
    expect(found && archive.resolve(found.reference)).toBeNull();
  });

  test('a paragraph knows what rests on it', () => {
    expect(archive.restingOn('/documents/st-14001-2019-init/', 'p1').map(({ id }) => id)).toEqual(['9.1']);
    expect(archive.restingOn('/documents/st-14001-2019-init/', 'p2')).toEqual([]);
  });

  test('sources lead to the section of the précis', () => {
    expect(archive.sourceAddress(`${NOTE}#2.1-4`)).toBe('/documents/st-14001-2019-init/#s-2.1-4');
    expect(archive.sourceAddress('register:ST-1-2020-INIT')).toBeNull();
  });

  test('a presidency holds what is dated in it', () => {
    expect(archive.during('2019-1').map(({ id }) => id)).toEqual([NOTE, REPORT]);
    expect(archive.during('2019-2')).toEqual([]);
  });
});

test('a presidency is named as in a sentence', () => {
  const archive = new Catalogue([
    entry('presidencies', '2016-1', { id: '2016-1', state: 'NL', source: 'register:ST-1-2020-INIT' }),
    entry('presidencies', '2016-2', { id: '2016-2', state: 'SK', source: 'register:ST-1-2020-INIT' }),
  ]);
  expect(archive.list('presidencies').map(({ title }) => title)).toEqual([
    'Presidency of the Netherlands, first half of 2016',
    'Presidency of Slovakia, second half of 2016',
  ]);
});

test('a list stands in the order of its collection: documents by date, actions by number, topics by name', () => {
  const begun = (date: string) => ({ plan: 'ccwp-9', history: [{ date, title: 'Begun', source: NOTE }] });
  const lists = new Catalogue([
    entry('documents', NOTE, document('14001/19', { date: '2019-05-02' })),
    entry('documents', REPORT, document('14002/19', { date: '2018-01-01' })),
    entry('actions', '10.1', begun('2015-01-01')),
    entry('actions', '9.2', begun('2017-01-01')),
    entry('actions', '9.10', { plan: 'ccwp-9' }),
    entry('topics', 'business', { name: 'Relations with business' }),
    entry('topics', 'cash', { name: 'Cash' }),
  ]);
  const ids = (collection: CollectionName) => lists.list(collection).map(({ id }) => id);
  expect([ids('documents'), ids('actions'), ids('topics')]).toEqual([
    [REPORT, NOTE],
    ['9.2', '9.10', '10.1'],
    ['cash', 'business'],
  ]);
});
