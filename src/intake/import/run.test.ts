import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documents } from '../../archive/schema/documents.ts';
import { texts } from '../../archive/schema/texts.ts';
import type { Facts } from './facts.ts';
import { type ImportOptions, runImport } from './run.ts';

const DOCUMENT =
  'Brussels, 3 March 2020 (OR. fr)\n\n6120/20\n\nLIMITE\n\nENFOCUSTOM 31\n\nNOTE\n\nFrom:\tPresidency\nTo:\tDelegations\nNo. prev. doc.:\t6000/20\nSubject:\tOars\n\nThe oars are long; see Action 7.3 and 7700/20.\n';
const CLASSIFIED = DOCUMENT.replace('LIMITE', 'RESTREINT UE').replace('6120', '6121');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  mkdirSync(join(root, 'in'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(paths: string[], options: Partial<ImportOptions> = {}) {
  const results: Facts[] = [];
  const logs: string[] = [];
  const exit = await runImport(
    paths.map((path) => join(root, path)),
    { content: join(root, 'content'), dryRun: false, force: false, ...options },
    { result: (facts) => results.push(facts), log: (line) => logs.push(line) },
  );
  return { exit, results, logs: logs.join('\n') };
}
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(root, 'in', name), text);
const textPath = () => join(root, 'content/texts/st-6120-2020-init.md');

describe('runImport', () => {
  it('says that access is a guess where the document tells nothing of it', async () => {
    put('a.txt', DOCUMENT);
    put('b.txt', DOCUMENT.replace('LIMITE\n\n', '').replace('6120', '6122'));
    const { logs, results } = await run(['in/a.txt', 'in/b.txt']);
    expect(results.map(({ warnings }) => warnings.filter((one) => one.startsWith('access')).length)).toEqual([0, 1]);
    expect(logs).toMatch(/unsure: access is "public" because/);
    const again = await run(['in/b.txt']);
    expect(again.logs).not.toContain('access is');
  });

  it('takes from a person what a damaged first page does not tell, and then shows it to nobody yet', async () => {
    put('a.txt', 'NOTE\n\nThe oars of the boats are long, and the boats are in the port for the winter.\n');
    expect((await run(['in/a.txt'])).exit).toBe(1);
    const given = { id: 'ST-6120-2020-INIT', date: '2020-03-03', subject: 'Oars' };
    const { exit, results } = await run(['in/a.txt'], { given });
    expect(exit).toBe(0);
    expect(results[0]).toMatchObject({ ...given, access: { status: 'limite', date: null }, marking: null });
    expect(results[0]?.warnings.join()).toMatch(/given by hand/);
  });

  it('writes a text and a record that hold to the schemas', async () => {
    put('a.txt', DOCUMENT);
    const { exit, results } = await run(['in/a.txt']);
    expect(exit).toBe(0);
    expect(results).toEqual([
      {
        source: 'a.txt',
        id: 'ST-6120-2020-INIT',
        date: '2020-03-03',
        originalLanguage: 'fr',
        kind: 'NOTE',
        from: 'Presidency',
        to: 'Delegations',
        subject: 'Oars',
        meetingDate: null,
        marking: 'LIMITE',
        access: { status: 'limite', date: null },
        subjectCodes: ['ENFOCUSTOM 31'],
        previous: ['ST-6000-2020-INIT'],
        references: ['ST-6000-2020-INIT', 'ST-7700-2020-INIT'],
        actions: ['7.3'],
        warnings: [],
        refused: false,
      },
    ]);
    expect(Object.keys(results[0] ?? {})).toEqual(
      'source id date originalLanguage kind from to subject meetingDate marking access subjectCodes previous references actions warnings refused'.split(
        ' ',
      ),
    );
    const front = (path: string) => parse(readFileSync(path, 'utf8').split('---\n')[1] ?? '');
    expect(texts.parse(front(textPath()))).toMatchObject({ source: 'a.txt', language: 'en' });
    expect(documents.parse(front(join(root, 'content/documents/st-6120-2020-init.md')))).toMatchObject({
      number: '6120/20',
      title: 'Oars',
      access: { status: 'limite' },
    });
  });

  it('changes nothing the second time, and writes nothing in a dry run', async () => {
    put('a.txt', DOCUMENT);
    expect((await run(['in'], { dryRun: true })).exit).toBe(0);
    expect(existsSync(join(root, 'content'))).toBe(false);
    await run(['in']);
    const before = readFileSync(textPath(), 'utf8');
    expect((await run(['in'])).logs).toMatch(/text unchanged, record exists/);
    expect(readFileSync(textPath(), 'utf8')).toBe(before);
    put('a.txt', DOCUMENT.replace('long', 'short'));
    expect((await run(['in'])).logs).toMatch(/text updated/);
  });

  it('keeps an edited text unless told to replace it, and never touches a record', async () => {
    put('a.txt', DOCUMENT);
    await run(['in']);
    const edited = readFileSync(textPath(), 'utf8').replace('long', 'very long');
    writeFileSync(textPath(), edited);
    writeFileSync(join(root, 'content/documents/st-6120-2020-init.md'), 'mine');
    const { exit, logs } = await run(['in']);
    expect(exit).toBe(1);
    expect(logs).toMatch(/edited.*--force/);
    expect(readFileSync(textPath(), 'utf8')).toBe(edited);
    expect((await run(['in'], { force: true })).exit).toBe(0);
    expect(readFileSync(textPath(), 'utf8')).not.toBe(edited);
    expect(readFileSync(join(root, 'content/documents/st-6120-2020-init.md'), 'utf8')).toBe('mine');
  });

  it('sees a record under another case, folder or extension', async () => {
    put('a.txt', DOCUMENT);
    mkdirSync(join(root, 'content/documents/2020'), { recursive: true });
    writeFileSync(join(root, 'content/documents/2020/ST-6120-2020-INIT.mdx'), 'mine');
    await run(['in']);
    expect(readdirSync(join(root, 'content/documents'))).toEqual(['2020']);
  });

  it('refuses the classified with exit 3, which wins, and leaves no trace of it', async () => {
    put('a.txt', CLASSIFIED);
    put('b.txt', '');
    const { exit, results } = await run(['in/a.txt', 'in/b.txt']);
    expect(exit).toBe(3);
    expect(results.map((facts) => facts.refused)).toEqual([true, false]);
    expect(existsSync(join(root, 'content'))).toBe(false);
  });

  it('passes over what is no Council document in a folder, and fails for it as a file', async () => {
    put('README.md', DOCUMENT);
    put('letter.txt', 'Dear all, see 6120/20.');
    put('image.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
    const folder = await run(['in']);
    expect(folder.exit).toBe(0);
    expect(folder.results.map(({ source, id }) => [source, id])).toEqual([
      ['image.png', null],
      ['letter.txt', null],
    ]);
    for (const { error } of folder.results) expect(error).toEqual(expect.any(String));
    expect(folder.logs).toMatch(/README\.md: passed over/);
    expect(await run(['in/letter.txt'])).toMatchObject({
      exit: 1,
      results: [{ source: 'letter.txt', id: null, error: expect.anything() }],
    });
    expect(await run(['in/nothing.txt'])).toMatchObject({
      exit: 1,
      results: [{ error: 'there is no such file or folder' }],
    });
  });

  it('does not follow a symbolic link out of a folder, nor one that goes round', async () => {
    writeFileSync(join(root, 'outside.txt'), DOCUMENT);
    symlinkSync(join(root, 'outside.txt'), join(root, 'in/link.txt'));
    symlinkSync(join(root, 'in'), join(root, 'in/round'));
    expect(await run(['in'])).toMatchObject({
      exit: 0,
      results: [],
      logs: expect.stringMatching(/link\.txt: a symbolic link/),
    });
  });

  it('imports a document once, though two files hold it', async () => {
    put('a.txt', DOCUMENT);
    put('b.txt', `\n${DOCUMENT}`);
    const { exit, logs } = await run(['in']);
    expect(exit).toBe(1);
    expect(logs).toMatch(/b\.txt: failed: .*a\.txt/);
  });
});
