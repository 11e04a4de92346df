import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readArchive } from '../archive/read.ts';
import { checkContent } from '../check/check.ts';
import { openSources } from './sources.ts';

const BODY = `
## 1. Seals

:page[2]Open words.

:::withheld{pages="2-3"}
Closed words.
:::
`;

test('a page of a document that is open in part is no open source: it may hold what is withheld', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enfocustom-sources-'));
  try {
    await mkdir(join(folder, 'documents'));
    const record = (number: string, status: string) =>
      `---\nnumber: ${number}\ntitle: Seals\npages: 4\naccess: { status: ${status} }\n---\n`;
    await writeFile(join(folder, 'documents/st-1001-2020-init.md'), record('1001/20', 'partial') + BODY);
    await writeFile(join(folder, 'documents/st-1002-2020-init.md'), record('1002/20', 'public'));
    await writeFile(join(folder, 'documents/st-1003-2020-init.md'), record('1003/20', 'limite'));
    const content = await readArchive(folder);
    expect(content.problems).toEqual([]);
    const isOpen = openSources(content, (entry) => (entry.id === 'ST-1001-2020-INIT' ? BODY : ''));
    const open = (source: string) => isOpen(`ST-${source}`);
    expect(['1001-2020-INIT#1-p1', '1001-2020-INIT#header', '1002-2020-INIT#page-2'].map(open)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['1001-2020-INIT#page-2', '1001-2020-INIT#page-1', '1003-2020-INIT#page-1'].map(open)).toEqual([
      false,
      false,
      false,
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('what is open in part, by its précis, by its official text or by its record', () => {
  const PORTION = '\n:::withheld\nClosed words.\n:::\n';
  const precis = (portion: boolean) =>
    `## 1. Seals\n\nOpen words.\n${portion ? PORTION : ''}\n## 2. Depots\n\nOpen words.\n`;
  const text = (portion: boolean) =>
    `## 1. Seals\n\nSeals are open.\n${portion ? PORTION : ''}\n## 2. Depots\n\nDepots are open.\n`;
  const places = ['', '#1', '#1-p1', '#2', '#2-p1', '#page-1', '#header'];
  const inPart = new Set(['#1-p1', '#2', '#2-p1', '#header']);

  it.each([
    { status: 'declassified', inPrecis: false, inText: false, open: new Set(places) },
    { status: 'declassified', inPrecis: true, inText: false, open: inPart },
    { status: 'declassified', inPrecis: false, inText: true, open: inPart },
    { status: 'declassified', inPrecis: true, inText: true, open: inPart },
    { status: 'partial', inPrecis: true, inText: true, open: inPart },
    { status: 'public', inPrecis: false, inText: false, open: new Set(places) },
  ])(
    '$status, a portion of the précis: $inPrecis, of the text: $inText; the check complains of the closed places',
    async (row) => {
      const folder = await mkdtemp(join(tmpdir(), 'enfocustom-sources-'));
      try {
        for (const name of ['documents', 'texts', 'systems']) await mkdir(join(folder, name));
        const record = `---\nnumber: 1001/20\ntitle: Seals\npages: 4\naccess: { status: ${row.status} }\n---\n`;
        await writeFile(join(folder, 'documents/st-1001-2020-init.md'), record + precis(row.inPrecis));
        const head = '---\nimporter: 1\nlanguage: en\n---\n';
        await writeFile(join(folder, 'texts/st-1001-2020-init.md'), head + text(row.inText));
        const sources = places.map((place) => `ST-1001-2020-INIT${place}`);
        const notes = sources.map((source) => `  - { text: A fact., source: "${source}" }\n`);
        await writeFile(
          join(folder, 'systems/lab.yaml'),
          `name: { value: Lab, source: register:ST-1001-2020-INIT }\nnotes:\n${notes.join('')}`,
        );
        const content = await readArchive(folder);
        const isOpen = openSources(content, content.bodyOf);
        expect(new Set(places.filter((place) => isOpen(`ST-1001-2020-INIT${place}`)))).toEqual(row.open);
        const problems = await checkContent(folder);
        expect(new Set(problems.map(({ code }) => code)).difference(new Set(['SOURCE-PLACE']))).toEqual(new Set());
        expect(problems).toHaveLength(places.length - row.open.size);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
