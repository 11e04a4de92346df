import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../archive/read.ts';
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
