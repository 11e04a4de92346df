import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CslItem } from '../../publish/cite/csl.ts';
import { citationOf, fromCsl, headingOf, toCsl } from './csl.ts';
import {
  add,
  change,
  EMPTY,
  entryOf,
  type FileEntry,
  fromJson,
  indexOf,
  keyOf,
  MOST,
  type MyFile,
  move,
  remove,
  toJson,
} from './file.ts';

const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
const entry = fc.record({
  address: fc.tuple(fc.constantFrom('documents', 'actions', 'action-plans'), name).map(([c, id]) => `/${c}/${id}/`),
  place: fc.oneof(fc.constant(''), fc.stringMatching(/^[st]-[a-z0-9.-]{1,10}$/)),
  note: fc.string({ maxLength: 40 }),
  withText: fc.boolean(),
});
const file = fc
  .record({ title: fc.string({ maxLength: 50 }), entries: fc.array(entry, { maxLength: 12 }) })
  .map(({ title, entries }) => entries.reduce(add, { title, entries: [] } as MyFile));

const one = (key: string): FileEntry => entryOf(key) ?? expect.fail(`${key} is no entry`);
const keys = ({ entries }: MyFile) => entries.map(keyOf);
const [a, b, c] = ['/documents/a/', '/actions/1.2/', '/documents/a/#s-1-2'].map(one) as [
  FileEntry,
  FileEntry,
  FileEntry,
];
const three = [a, b, c].reduce(add, EMPTY);

describe('a file', () => {
  test('holds a page and its places once each, in the order of their coming', () => {
    expect(keys(three)).toEqual(['/documents/a/', '/actions/1.2/', '/documents/a/#s-1-2']);
    expect(add(three, one('/actions/1.2/'))).toBe(three);
  });

  test('is put in order, and no move loses anything', () => {
    expect(keys(move(three, keyOf(c), 0))).toEqual([c, a, b].map(keyOf));
    expect(keys(move(three, keyOf(a), 99))).toEqual([b, c, a].map(keyOf));
    fc.assert(
      fc.property(file, fc.nat(15), fc.integer({ min: -5, max: 20 }), (given, from, to) => {
        const key = keys(given)[from] ?? '/none/none/';
        const moved = move(given, key, to);
        expect(keys(moved).sort()).toEqual(keys(given).sort());
        if (indexOf(given, key) >= 0) {
          expect(indexOf(moved, key)).toBe(Math.min(Math.max(to, 0), given.entries.length - 1));
          expect(keys(remove(moved, key))).toEqual(keys(remove(given, key)));
        }
      }),
    );
  });

  test('changes only the entry that is meant', () => {
    const changed = change(three, keyOf(a), { note: 'look', withText: false });
    expect(changed.entries).toEqual([{ ...a, note: 'look', withText: false }, b, c]);
  });

  test('takes no more than it can show', () => {
    const full = Array.from({ length: MOST + 5 }, (_, n) => one(`/documents/d${n}/`)).reduce(add, EMPTY);
    expect(full.entries).toHaveLength(MOST);
  });

  test('comes back from storage as it was', () => {
    fc.assert(
      fc.property(file, (given) => {
        expect(fromJson(toJson(given))).toEqual(given);
      }),
    );
  });

  test('takes from storage only what it understands, and never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(fromJson(text).entries).toEqual([]);
      }),
    );
    const foreign = { title: 3, entries: [['/documents/a/', 7, 'x'], null, ['//evil.example/'], ['/documents/a/']] };
    expect(fromJson(JSON.stringify(foreign))).toEqual({ title: '', entries: [{ ...a, note: '' }] });
  });
});

test.each([
  'https://elsewhere.example/a/',
  '//elsewhere.example/a/',
  '/documents/../../etc/',
  '/documents/../',
  '/documents/./',
  '/documents/a',
  '/documents/a/?x',
  '/documents/a/b/',
  '/documents/a\\b/',
  'javascript:alert(1)',
  '/',
  '',
  7,
  null,
  { address: '/documents/a/' },
])('%j names no page of an entry', (key) => expect(entryOf(key)).toBeNull());

const note: CslItem = {
  id: 'ST-14001-2019-INIT',
  type: 'report',
  title: 'Small parcels',
  number: '14001/19',
  author: [{ literal: 'Presidency' }],
  issued: { 'date-parts': [[2019, 5, 2]] },
};
const page: CslItem = { id: 'actions-1.2', type: 'webpage', title: 'Action 1.2: To look' };

describe('what an entry is called and cited as', () => {
  test.each([
    [a, note, '14001/19: Small parcels', 'Presidency, ‘Small parcels’, document 14001/19, 2 May 2019.'],
    [
      c,
      note,
      '14001/19, 1, point 2: Small parcels',
      'Presidency, ‘Small parcels’, document 14001/19, 2 May 2019, 1, point 2.',
    ],
    [
      one('/documents/a/#t-page-7'),
      note,
      '14001/19, page 7: Small parcels',
      'Presidency, ‘Small parcels’, document 14001/19, 2 May 2019, page 7.',
    ],
    [b, page, 'Action 1.2: To look', '‘Action 1.2: To look’.'],
    [one('/actions/1.2/#event-1'), page, 'Action 1.2: To look', '‘Action 1.2: To look’.'],
  ])('%j', (given, csl, heading, citation) => {
    expect(headingOf(given, csl)).toBe(heading);
    expect(citationOf(given, csl)).toBe(citation);
  });
});

describe('CSL-JSON', () => {
  const citations = (address: string) => (address.startsWith('/documents/') ? note : null);

  test('gives back the entries, their order and their notes', () => {
    fc.assert(
      fc.property(file, (given) => {
        expect(fromCsl(EMPTY, toCsl(given, citations))).toEqual({ file: { ...given, title: '' }, unknown: 0 });
      }),
    );
  });

  test('has an item for each place, as other programs read it', () => {
    const items = JSON.parse(toCsl(change(three, keyOf(a), { note: 'look' }), citations));
    expect(items.map(({ id }: CslItem) => id)).toEqual([
      'ST-14001-2019-INIT',
      '/actions/1.2/',
      'ST-14001-2019-INIT#s-1-2',
    ]);
    expect(items[0]).toMatchObject({ type: 'report', number: '14001/19', note: 'look' });
  });

  test('of others is told apart', () => {
    expect(fromCsl(three, '[{"title":"Elsewhere"}, null, {"archive_location":"/documents/z/"}]')).toEqual({
      file: add(three, one('/documents/z/')),
      unknown: 2,
    });
    for (const text of ['', '{}', 'PK\u0003', '"x"', '['.repeat(1000)]) expect(fromCsl(three, text)).toBeNull();
  });
});
