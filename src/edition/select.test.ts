import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asFiles, partitionFolder } from '../../tests/support/partition.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const document = (number: number, status: string, body = '') =>
  [
    `content/documents/st-${number}-2020-init.md`,
    `---\nnumber: ${number}/20\ntitle: A note\naccess: { status: ${status} }\n---\n${body}`,
  ] as const;

/** The public edition's content of an archive of these files: name → text. */
async function publicOf(...files: (readonly [name: string, text: string])[]): Promise<Record<string, string>> {
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return asFiles((await partitionFolder(join(folder, 'content'), 'public', join(folder, 'work'))).entries);
}

const EXERCISE = [
  'content/operations/heroin-exercise.yaml',
  'kind: exercise\nname: { value: Heroin exercise, source: ST-2001-2020-INIT#1 }\n',
] as const;

describe('of an entry whose every fact is withheld', () => {
  it('a word of the glossary that points to it keeps nothing, and its pointer goes', async () => {
    const files = await publicOf(document(2001, 'limite', '## 1. Exercises\n'), EXERCISE, [
      'content/glossary.yaml',
      '- { term: Heroin, meaning: A drug., see: { operation: heroin-exercise }, source: general-knowledge }\n',
    ]);
    expect(Object.keys(files).sort()).toEqual(['documents/st-2001-2020-init.md', 'glossary.yaml']);
    expect(files['glossary.yaml']).toBe('- term: Heroin\n  meaning: A drug.\n  source: general-knowledge\n');
  });

  it('an open fact that points to it keeps its frame', async () => {
    const files = await publicOf(document(2001, 'limite', '## 1. Exercises\n'), EXERCISE, [
      'content/systems/lab.yaml',
      'name: { value: Lab, source: register:ST-1-2020-INIT }\noperations:\n  - { to: heroin-exercise, source: register:ST-1-2020-INIT }\n',
    ]);
    expect(files['operations/heroin-exercise.yaml']).toBe('kind: exercise\n');
  });
});

it('a press or web source is there where an open fact rests on it, and only there', async () => {
  const source = (id: string) =>
    `- { id: ${id}, kind: web, publisher: P, title: T, address: "https://p.example/${id}" }\n`;
  const files = await publicOf(
    [
      'content/documents/st-2001-2020-init.md',
      '---\nnumber: 2001/20\ntitle: A note\naccess: { status: limite }\nnotes: [{ text: Words., source: closed-page }]\n---\n',
    ],
    ['content/sources.yaml', source('closed-page') + source('open-page')],
    ['content/systems/lab.yaml', 'name: { value: Lab, source: open-page }\n'],
  );
  expect(files['sources.yaml']).toContain('open-page');
  expect(files['sources.yaml']).not.toContain('closed-page');
  expect(files['systems/lab.yaml']).toContain('open-page');
});

describe('a pointer to an entry that is not there goes, for its id may tell', () => {
  const limite = document(2001, 'limite', '## 1. Exercises\n');

  it('of a topic to a related one', async () => {
    const files = await publicOf(
      limite,
      [
        'content/topics/drugs.yaml',
        'name: Drugs\nrelated: [heroin-exercise]\nnotes:\n  - { text: Drugs., source: register:ST-1-2020-INIT }\n',
      ],
      [
        'content/topics/heroin-exercise.yaml',
        'name: Heroin\nnotes:\n  - { text: Heroin., source: ST-2001-2020-INIT#1 }\n',
      ],
    );
    expect(Object.keys(files).sort()).toEqual(['documents/st-2001-2020-init.md', 'topics/drugs.yaml']);
    expect(files['topics/drugs.yaml']).not.toContain('heroin');
  });

  it('of an open fact to a meeting whose date is withheld', async () => {
    const files = await publicOf(
      limite,
      ['content/meetings/2020-05-04-heroin.yaml', 'date: { value: "2020-05-04", source: ST-2001-2020-INIT#1 }\n'],
      [
        'content/systems/lab.yaml',
        'name: { value: Lab, source: register:ST-1-2020-INIT }\nmeetings:\n  - { to: 2020-05-04-heroin, source: register:ST-1-2020-INIT }\nhistory:\n  - { title: Opened, meeting: 2020-05-04-heroin, source: register:ST-1-2020-INIT }\n',
      ],
    );
    expect(Object.keys(files).sort()).toEqual(['documents/st-2001-2020-init.md', 'systems/lab.yaml']);
    expect(files['systems/lab.yaml']).toContain('Opened');
    expect(files['systems/lab.yaml']).not.toContain('heroin');
  });
});

describe('a source in a document that is open in part', () => {
  const body = '## 1. Seals\n\nOpen words.\n\n### 1.1 Depots\n\n:::withheld\nClosed.\n:::\n\n## 2. Parcels\n\nOpen.\n';
  it.each([
    ['#1', false],
    ['#1.1', false],
    ['#1-p1', true],
    ['#2', true],
    ['#2-p1', true],
    ['#header', true],
    ['', false],
  ])('%s: open is %s', async (place, open) => {
    const files = await publicOf(document(1001, 'partial', body), [
      'content/systems/lab.yaml',
      `name: { value: Lab, source: "ST-1001-2020-INIT${place}" }\n`,
    ]);
    expect('systems/lab.yaml' in files).toBe(open);
  });

  it('the same holds for a declassified document with a withheld portion', async () => {
    const system = (place: string) =>
      [`content/systems/${place}.yaml`, `name: { value: Lab, source: "ST-1001-2020-INIT#${place}" }\n`] as const;
    const files = await publicOf(document(1001, 'declassified', body), system('1'), system('2'), [
      'content/systems/whole.yaml',
      'name: { value: Lab, source: ST-1001-2020-INIT }\n',
    ]);
    expect(Object.keys(files).sort()).toEqual(['documents/st-1001-2020-init.md', 'systems/2.yaml']);
  });
});
