import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readArchive } from '../../archive/read.ts';
import { partition } from '../partition.ts';
import { withheldNeedles } from './withheld.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const CONTENT = {
  'documents/st-1001-2020-init.md':
    '---\nnumber: 1001/20\ntitle: A note\naccess: { status: partial }\n---\nSeals on parcels break in every second depot.\n\nOfficers seal depots and count.\n\n:::withheld\nDepots near harbours lose parcels each winter month.\n:::\n',
  'documents/st-2001-2020-init.md':
    '---\nnumber: 2001/20\ntitle: Closed\naccess: { status: limite }\n---\n## 1. Seals\n\nSeals on parcels break in every second depot, and officers count letters by hand at night. Every second depot, officers seal depots, it says.\n',
  'operations/heroin-exercise.yaml': 'kind: exercise\nname: { value: Heroin, source: "ST-2001-2020-INIT#1-p1" }\n',
  'operations/letters.yaml': 'kind: exercise\nname: { value: Letters, source: register }\n',
};

test('what is looked for: runs of words that stand in withheld content alone, and addresses of withheld entries', async () => {
  for (const [name, text] of Object.entries(CONTENT)) {
    await mkdir(dirname(join(folder, 'content', name)), { recursive: true });
    await writeFile(join(folder, 'content', name), text);
  }
  await mkdir(join(folder, 'code'));
  await writeFile(join(folder, 'code/page.astro'), '<p>Officers count letters by hand at night.</p>');
  await partition(join(folder, 'content'), 'public', join(folder, 'work'));
  const needles = await withheldNeedles(
    await readArchive(join(folder, 'content')),
    await readArchive(join(folder, 'work/content')),
    join(folder, 'code'),
  );
  const found = (text: string) => [...needles.in(text)].map(({ needle }) => needle);

  expect(found('Depots near harbours lose parcels each winter month.').length).toBeGreaterThan(0);
  expect(found('every second depot and officers count').length).toBeGreaterThan(0);
  // Open elsewhere: in another document, and in a page.
  expect(found('Seals on parcels break in every second depot.')).toEqual([]);
  expect(found('Officers count letters by hand at night.')).toEqual([]);
  // From one open paragraph to the next.
  expect(found('Every second depot officers seal depots')).toEqual([]);
  expect(found('<a href="/operations/heroin-exercise/">')).toEqual(['/operations/heroin-exercise/']);
  expect(found('/operations/letters/ /documents/st-2001-2020-init/')).toEqual([]);
});
