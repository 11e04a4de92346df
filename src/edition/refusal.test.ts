import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partitionFolder } from '../../tests/support/partition.ts';
import type { Edition } from './editions.ts';
import { PartitionRefused } from './refusal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const document = (access: string, body = '', more = '') =>
  `---\nnumber: 1001/20\ntitle: A note\n${more}${access}\n---\n${body}`;
const PARTIAL = 'access: { status: partial }';
const PLACE = 'content/documents/st-1001-2020-init.md';

const page = (body: string) =>
  `---\ntitle: A page\norder: 1\nminutes: 1\noutcome: None\nedition: public\n---\n${body}\n`;
const LIMITE = {
  'content/documents/st-2001-2020-init.md':
    '---\nnumber: 2001/20\ntitle: Closed\naccess: { status: limite }\n---\n## 1. A\n',
  'content/actions/7.4.yaml': 'plan: ccwp-7\ntitle: { value: Closed, source: ST-2001-2020-INIT#1 }\n',
  'content/action-plans/ccwp-7.yaml': 'number: 7\ntitle: { value: Plan, source: register:ST-1-2020-INIT }\n',
};

/** Bad input, and what is said of it in every edition unless one is named. */
const CASES: readonly { name: string; files: Record<string, string>; says: string | RegExp; edition?: Edition }[] = [
  {
    name: 'a record without access',
    files: { [PLACE]: document('kind: NOTE') },
    says: 'documents/st-1001-2020-init.md:2:1 ACCESS-MISSING',
  },
  {
    name: 'a misspelt access',
    files: { [PLACE]: document('acess: { status: public }') },
    says: 'documents/st-1001-2020-init.md:4:1 UNKNOWN-KEY',
  },
  {
    name: 'public access on a text that is marked RESTREINT',
    files: { [PLACE]: document('access: { status: public }', '\nWords.\n\nRESTREINT UE\n') },
    says: 'documents/st-1001-2020-init.md:9:1 CLASSIFIED',
  },
  {
    name: 'a marking on a declassified document, of another level than the recorded one',
    files: { [PLACE]: document('access: { status: declassified, quotedMarking: RESTREINT UE }', 'SECRET UE\n') },
    says: 'documents/st-1001-2020-init.md:6:1 CLASSIFIED',
  },
  {
    name: 'a marking on a declassified document that its record does not quote',
    files: { [PLACE]: document('access: { status: declassified }', 'RESTREINT UE\n') },
    says: 'documents/st-1001-2020-init.md:6:1 CLASSIFIED',
  },
  {
    name: 'a marking in an official text',
    files: {
      [PLACE]: document('access: { status: limite }'),
      'content/texts/st-1001-2020-init.md': `---\nimporter: 1\nlanguage: en\n---\n\nR E S T R E I N T  U E\n`,
    },
    says: 'texts/st-1001-2020-init.md:6:1 CLASSIFIED',
  },
  {
    name: 'a marking in a note of a record',
    files: {
      'content/systems/lab.yaml':
        'name: { value: Lab, source: register:ST-1-2020-INIT }\nnotes:\n  - source: register:ST-1-2020-INIT\n    text: |-\n      RESTREINT UE\n\n      Words.\n',
    },
    says: 'systems/lab.yaml:4:11 CLASSIFIED',
  },
  {
    name: 'a marking in place of a title',
    files: { [PLACE]: document('access: { status: public }').replace('A note', 'SECRET UE') },
    says: 'documents/st-1001-2020-init.md:3:8 CLASSIFIED',
  },
  {
    name: 'a marking in a static file',
    files: { 'public/editions.yaml': 'a.txt: public\n', 'public/a.txt': 'Words\nCONFIDENTIEL UE\n' },
    says: 'public/a.txt:2:1 CLASSIFIED',
  },
  {
    name: 'a withheld block that is not closed',
    files: { [PLACE]: document(PARTIAL, 'A\n\n:::withheld\nB\n') },
    says: ':8:1 DIRECTIVE the block is not closed',
  },
  {
    name: 'nested withheld blocks',
    files: { [PLACE]: document(PARTIAL, ':::withheld\n:::withheld\nB\n:::\n:::\n') },
    says: ':7:1 DIRECTIVE a block is opened inside another',
  },
  {
    name: 'a withheld block in a list',
    files: { [PLACE]: document(PARTIAL, '- a\n\n  :::withheld\n  B\n  :::\n') },
    says: ':8:1 DIRECTIVE ":::" stands inside other text, a list',
  },
  {
    name: 'a withheld block in a table cell',
    files: { [PLACE]: document(PARTIAL, '| :::withheld B ::: |\n|---|\n') },
    says: ':6:1 DIRECTIVE ":::" stands inside other text',
  },
  {
    name: 'a withheld block in a footnote',
    files: { [PLACE]: document(PARTIAL, 'A[^1]\n\n[^1]: B\n    :::withheld\n    C\n    :::\n') },
    says: ':9:1 DIRECTIVE',
  },
  {
    name: 'a withheld block in a quotation',
    files: { [PLACE]: document(PARTIAL, '> :::withheld\n> B\n> :::\n') },
    says: ':6:1 DIRECTIVE',
  },
  {
    name: 'a withheld block with four colons',
    files: { [PLACE]: document(PARTIAL, '::::withheld\nB\n::::\n') },
    says: ':6:1 DIRECTIVE',
  },
  {
    name: 'a misspelt withheld block',
    files: { [PLACE]: document(PARTIAL, ':::witheld\nB\n:::\n') },
    says: 'did you mean "withheld"',
  },
  {
    name: 'a withheld block with an unknown attribute',
    files: { [PLACE]: document(PARTIAL, ':::withheld{page="3"}\nB\n:::\n') },
    says: '"page" is not an attribute',
  },
  {
    name: 'a document open in part that marks no portion',
    files: { [PLACE]: document(PARTIAL, 'Everything.\n') },
    says: ':6:1 PORTIONS',
  },
  {
    name: 'a public document with a withheld portion',
    files: { [PLACE]: document('access: { status: public }', 'A\n\n:::withheld\n:::\n') },
    says: ':8:1 PORTIONS',
  },
  {
    name: 'a public page that links to a withheld action',
    files: { ...LIMITE, 'content/guide/a.mdx': page('\nSee [it](/actions/7.4/).') },
    says: 'guide/a.mdx:9:5 PAGE-LINK a page of the public edition links to /actions/7.4/',
    edition: 'public',
  },
  {
    name: 'a public page that links to a withheld action in another way',
    files: { ...LIMITE, 'content/guide/a.mdx': page('Words and [it](../../actions/7.4/index.html)') },
    says: 'guide/a.mdx:8:11 PAGE-LINK',
    edition: 'public',
  },
  ...['/actions/7%2E4/', '/actions/7\\.4/', '/actions/7&#46;4/', '//archive/actions/7.4/', '/./actions/7.4?x#y'].map(
    (target) => ({
      name: `a public page that links to a withheld action as ${target}`,
      files: { ...LIMITE, 'content/guide/a.mdx': page(`[it](${target})`) },
      says: 'guide/a.mdx:8:1 PAGE-LINK',
      edition: 'public' as const,
    }),
  ),
  {
    name: 'a public page that links to a withheld word of the glossary',
    files: {
      ...LIMITE,
      'content/glossary.yaml': '- { term: Seahorse, meaning: An exercise., source: ST-2001-2020-INIT#1 }\n',
      'content/guide/a.mdx': page('[it](/glossary/#term-seahorse)'),
    },
    says: 'guide/a.mdx:8:1 PAGE-LINK',
    edition: 'public',
  },
  {
    name: 'a public page that links to a place in a LIMITE document',
    files: { ...LIMITE, 'content/guide/a.mdx': page('[it](/documents/st-2001-2020-init/#s-1)') },
    says: 'guide/a.mdx:8:1 PAGE-LINK',
    edition: 'public',
  },
  {
    name: 'a public page that links to a page of the delegates',
    files: {
      ...LIMITE,
      'content/guide/b.mdx': page('').replace('public', 'delegates'),
      'content/guide/a.mdx': page('[b](/guide/b/)'),
    },
    says: 'guide/a.mdx:8:1 PAGE-LINK',
    edition: 'public',
  },
  {
    name: 'a page of either edition that is a program',
    files: { 'content/guide/a.mdx': page("{process.getBuiltinModule('fs').readFileSync('x')}") },
    says: 'guide/a.mdx:8:1 GUIDE-PAGE',
  },
  {
    name: 'a page of the delegates that is a program',
    files: { 'content/guide/a.mdx': page('{1 + 1}').replace('public', 'delegates') },
    says: 'guide/a.mdx:8:1 GUIDE-PAGE',
  },
  {
    name: 'a static file without an edition',
    files: { 'public/leak.txt': 'x' },
    says: 'public/leak.txt:1:1 STATIC nothing says which edition',
  },
  {
    name: 'a static file with an unknown edition',
    files: { 'public/editions.yaml': 'a.txt: secret\n', 'public/a.txt': 'x' },
    says: 'public/editions.yaml:1:8 STATIC',
  },
  {
    name: 'a static file whose name does not belong in an address',
    files: { 'public/editions.yaml': '"a b?.txt": public\n', 'public/a b?.txt': 'x' },
    says: 'public/a b?.txt:1:1 STATIC the name holds characters',
  },
  {
    name: 'a list that names a static file that is not there',
    files: { 'public/editions.yaml': 'a.txt: public\nb.txt: public\n', 'public/a.txt': 'x' },
    says: 'public/editions.yaml:2:1 STATIC "b.txt" does not exist',
  },
  {
    name: 'a static file of a kind that is not published',
    files: { 'public/editions.yaml': 'a.docx: public\n', 'public/a.docx': 'x' },
    says: 'STATIC files of the kind ".docx"',
  },
  {
    name: 'a picture that is none',
    files: { [PLACE]: document('access: { status: public }', '![x](/files/a.png)\n'), 'content/files/a.png': 'x' },
    says: 'files/a.png:1:1 PICTURE',
  },
  {
    name: 'a picture of another kind',
    files: { [PLACE]: document('access: { status: public }', '![x](/files/a.svg)\n'), 'content/files/a.svg': '<svg/>' },
    says: 'st-1001-2020-init.md:1:1 PICTURE',
  },
];

async function write(files: Record<string, string>) {
  await mkdir(join(folder, 'content'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const run = (edition: Edition) => partitionFolder(join(folder, 'content'), edition, join(folder, 'work'));

describe('partition refuses, and writes nothing:', () => {
  it.each(CASES)('$name', async ({ files, says, edition }) => {
    await write(files);
    for (const each of edition ? [edition] : (['public', 'delegates'] as const)) {
      const refusal = await run(each).then(
        () => null,
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(PartitionRefused);
      expect((refusal as Error).message).toMatch(typeof says === 'string' ? new RegExp(RegExp.escape(says)) : says);
      expect(await readdir(join(folder, 'work')).catch(() => [])).toEqual([]);
    }
  });

  it('a symbolic link in place of a record, of a static file or of the work folder', async () => {
    await write({
      [PLACE]: document('access: { status: public }'),
      'secret.md': 'x',
      'public/editions.yaml': 'a.txt: public\n',
    });
    await symlink(join(folder, 'secret.md'), join(folder, 'content/documents/st-1002-2020-init.md'));
    await expect(run('public')).rejects.toThrow('documents/st-1002-2020-init.md:1:1 FILE');
    await rm(join(folder, 'content/documents/st-1002-2020-init.md'));
    await symlink(join(folder, 'secret.md'), join(folder, 'public/a.txt'));
    await expect(run('public')).rejects.toThrow('public/a.txt:1:1 STATIC');
    await rm(join(folder, 'public'), { recursive: true });
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'work'));
    await expect(run('public')).rejects.toThrow('is a symbolic link');
  });

  it('but a declassified document may quote the marking that its record names', async () => {
    const access = 'access: { status: declassified, quotedMarking: RESTREINT UE }';
    await write({ [PLACE]: document(access, 'RESTREINT UE\n\nNow open.\n', 'marking: RESTREINT UE\n') });
    expect((await run('public')).entries.map(({ entry }) => entry.file)).toEqual(['documents/st-1001-2020-init.md']);
  });
});
