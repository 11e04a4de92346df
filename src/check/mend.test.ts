import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from './check.ts';
import { diffOf, mendContent } from './mend.ts';

const base = fileURLToPath(new URL('../../tests/fixtures/check/base', import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mend-'));
  cpSync(base, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const DOCUMENT = (fields: string) => `---\n${fields}\n---\n\nWords.\n`;
const SOUND = 'number: 10005/20\ntitle: Oars\naccess: { status: public }';

describe('what can only be meant in one way is mended', () => {
  test.each([
    ['a number that is a text', `${SOUND}\nfrom: 2020`, /^from: "2020"$/m],
    ['the case of a value', SOUND.replace('public', 'Public'), /status: public }/],
    ['a slip in the name of a field', `${SOUND}\norignalLanguage: en`, /^originalLanguage: en$/m],
    ['the form of a name', `${SOUND}\nworking-party: depots`, /^workingParty: depots$/m],
    ['the case of an id', `${SOUND}\nworkingParty: Depots`, /^workingParty: depots$/m],
    ['a day as printed', `${SOUND}\ndate: 3.11.2022`, /^date: 2022-11-03$/m],
    ['a document as printed', `${SOUND}\nprevious: [10001/20]`, /^previous: \[ ?ST-10001-2020-INIT ?\]$/m],
    [
      'the case of a source',
      `${SOUND}\nsource: st-10001-2020-init#header # cited there`,
      /^source: ST-10001-2020-INIT#header # cited there$/m,
    ],
  ])('%s', async (_what, fields, expected) => {
    put('documents/st-10005-2020-init.md', DOCUMENT(fields));
    const [file] = await mendContent(root);
    expect(read('documents/st-10005-2020-init.md')).toMatch(expected);
    expect(await checkContent(root)).toEqual([]);
    expect(file && diffOf(file)).toMatch(/^\+.*\n/m);
    expect(await mendContent(root)).toEqual([]);
  });
});

describe('nothing else is touched', () => {
  test.each([
    ['an id that merely looks like another', `${SOUND}\ntopics: [parcel]`],
    ['a day that is none', `${SOUND}\ndate: 31.2.2022`],
    ['a field that is there already', `${SOUND}\ntitel: Oars\ntitlee: Oars`],
    ['YAML that does not parse', `${SOUND}\ntitle: Oars`],
  ])('%s', async (_what, fields) => {
    put('documents/st-10005-2020-init.md', DOCUMENT(fields));
    expect(await mendContent(root)).toEqual([]);
    expect(read('documents/st-10005-2020-init.md')).toBe(DOCUMENT(fields));
    expect(await checkContent(root)).not.toEqual([]);
  });

  test('in a dry run', async () => {
    const text = DOCUMENT(`${SOUND}\nfrom: 2020`);
    put('documents/st-10005-2020-init.md', text);
    expect(await mendContent(root, { dryRun: true })).toHaveLength(1);
    expect(read('documents/st-10005-2020-init.md')).toBe(text);
  });

  test('in a list, but the one value', async () => {
    const before = read('glossary.yaml');
    put(
      'glossary.yaml',
      `${before}\n# kept\n- term: 2020\n  meaning: A year. # kept too\n  source: general-knowledge\n`,
    );
    await mendContent(root);
    expect(read('glossary.yaml')).toBe(
      `${before}\n# kept\n- term: "2020"\n  meaning: A year. # kept too\n  source: general-knowledge\n`,
    );
  });
});
