import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collections } from '../../archive/collections.ts';
import { checkContent } from '../../check/check.ts';
import { neededFields } from './fields.ts';
import { collectionOf, NewRecordError, recordOf, startOf, writeRecord } from './new-record.ts';

const base = fileURLToPath(new URL('../../../tests/fixtures/check/base', import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  cpSync(base, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

async function make(kind: string, typed: string, fields: Record<string, string>) {
  const collection = collectionOf(kind);
  const { id, known } = startOf(collection, typed);
  const answers = new Map(Object.entries({ ...known, ...fields }));
  return writeRecord(root, collection, id, recordOf(collection, answers));
}

describe('a new record', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['document', '13945/22', { title: 'Oars', 'access.status': 'public' }, 'documents/st-13945-2022-init.md'],
    [
      'document',
      'ST-13946-2022-REV-2',
      {
        title: 'Oars',
        'access.status': 'reference-only',
        source: 'register:ST-10001-2020-INIT',
        previous: 'ST-13945-2022-INIT',
      },
      '',
    ],
    [
      'action',
      '1.9',
      { plan: 'depots-1', 'title.value': 'Oars', 'title.source': 'register:ST-10001-2020-INIT' },
      'actions/1.9.yaml',
    ],
    [
      'meeting',
      '2020-03-02-parcels',
      { 'date.source': 'register:ST-10001-2020-INIT' },
      'meetings/2020-03-02-parcels.yaml',
    ],
    [
      'working-party',
      'sails',
      { 'names[].name': 'Sails', 'names[].source': 'register:ST-10001-2020-INIT' },
      'working-parties/sails.yaml',
    ],
    ['organisation', 'club', { kind: 'network' }, 'organisations/club.yaml'],
    ['topic', 'sails', { name: 'Sails' }, 'topics/sails.yaml'],
    ['term', 'Oar', { meaning: 'It moves a boat.', source: 'register:ST-10001-2020-INIT' }, 'glossary.yaml'],
    [
      'act',
      '2020-c-9-01',
      { title: 'Oars', kind: 'other', printed: '2020/C 9/01', source: 'official-journal' },
      'acts.yaml',
    ],
  ])('%s %s passes the check', async (kind, typed, fields, file) => {
    const made = await make(kind, typed, fields);
    if (file === '') return expect(made.problems.map(({ code }) => code)).toEqual(['UNKNOWN-REFERENCE']);
    expect(made).toEqual({ file, problems: [] });
    expect(await checkContent(root)).toEqual([]);
  });

  test('is taken back where it does not pass', async () => {
    const { problems } = await make('action', '1.9', { plan: 'boats-1' });
    expect(problems.map(({ code }) => code)).toEqual(['UNKNOWN-REFERENCE']);
    expect(existsSync(join(root, 'actions/1.9.yaml'))).toBe(false);
    const before = readFileSync(join(root, 'glossary.yaml'), 'utf8');
    expect((await make('term', 'Oar', { meaning: 'x', source: 'nowhere' })).problems).toHaveLength(1);
    expect(readFileSync(join(root, 'glossary.yaml'), 'utf8')).toBe(before);
  });

  test('never replaces one, and is never called what no file can be', async () => {
    await expect(make('action', '1.1', { plan: 'depots-1' })).rejects.toThrow(/there already/);
    await expect(make('action', '../1.1', { plan: 'depots-1' })).rejects.toThrow(NewRecordError);
    await expect(make('boat', 'x', {})).rejects.toThrow(/document, .*action/);
    await expect(make('action', '1.9', { plan: 'depots-1', sail: 'x' })).rejects.toThrow(/"sail" is not a field/);
  });

  test('writes the number of a document as it is printed', () => {
    expect(startOf('documents', 'ST-9710-1997-REV-1').known).toEqual({ number: '9710/1/97 REV 1' });
    expect(startOf('documents', 'CM-3120-2015-INIT').known).toEqual({ number: 'CM 3120/15' });
  });
});

test('what a record needs follows from its schema', () => {
  expect(neededFields(collections.documents.schema).map(({ path }) => path)).toEqual([
    'number',
    'title',
    'access.status',
  ]);
  expect(neededFields(collections['working-parties'].schema).map(({ path }) => path)).toEqual([
    'names[].name',
    'names[].source',
  ]);
});
