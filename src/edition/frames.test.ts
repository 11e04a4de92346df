import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFolder } from '../../tests/support/content.ts';
import { addressOf } from '../archive/address.ts';
import { readArchive } from '../archive/read.ts';
import { describeFrames, framesOf } from './frames.ts';
import { partOf } from './part.ts';

const OPEN = 'register:ST-1-2020-INIT';
const CLOSED = 'ST-2001-2020-INIT#1';

const FILES: Readonly<Record<string, string>> = {
  'documents/st-2001-2020-init.md':
    '---\nnumber: 2001/20\ntitle: Closed\naccess: { status: limite }\n---\n## 1. A\n\nWords.\n',
  'documents/st-1001-2020-init.md':
    '---\nnumber: 1001/20\ntitle: In part\npages: 9\nfiling: [JAI 5]\naccess: { status: partial, basis: Article 4 }\n---\nA.\n\n:::withheld\nB.\n:::\n',
  'documents/st-1002-2020-init.md': `---\nnumber: 1002/20\ntitle: Only cited\npages: 3\naccess: { status: reference-only }\nsource: [${OPEN}, ${CLOSED}]\n---\n`,
  'documents/st-1003-2020-init.md':
    '---\nnumber: 1003/20\ntitle: Open\npages: 3\naccess: { status: public }\n---\nA.\n',
  'organisations/secret-unit.yaml': `kind: unit\nname: { value: Secret unit, source: "${CLOSED}" }\nnotes:\n  - { text: It exists., source: ${OPEN} }\n`,
  'organisations/open-unit.yaml': `kind: unit\nname: { value: Open unit, source: ${OPEN} }\nnotes:\n  - { text: It is secret., source: "${CLOSED}" }\n`,
  'action-plans/seven.yaml': `number: 77707\ntitle: { value: Secret plan, source: "${CLOSED}" }\n`,
  'actions/7.1.yaml': `plan: seven\ntitle: { value: Open action, source: ${OPEN} }\n`,
  'action-plans/no-name.yaml': `notes:\n  - { text: It has none., source: ${OPEN} }\n`,
  'strategies/2019.yaml': [
    `title: { value: Strategy, source: ${OPEN} }`,
    'objectives:',
    `  - { id: "1", text: One., source: ${OPEN}, children: [{ id: 1/a, text: A., source: ${OPEN} }, { id: 1/b, text: B., source: "${CLOSED}" }, { id: 1/c, text: C., source: ${OPEN} }] }`,
    `  - { id: "2", text: Two., source: "${CLOSED}" }`,
    '',
  ].join('\n'),
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'enfocustom-frames-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
});
afterAll(() => rm(root, { recursive: true }));

async function reportOf(content: string) {
  const archive = await readArchive(content);
  const kept = partOf(archive, 'public');
  return { archive, kept, report: framesOf(kept) };
}

describe('frames of withheld facts', () => {
  it('are what the public sees of an entry without its name, of a document in part, of a list that skips', async () => {
    const { archive, report } = await reportOf(root);
    expect(archive.problems).toEqual([]);
    expect(describeFrames(report).split('\n')).toEqual([
      'What the public sees around what is withheld, of 5 entries:',
      '  /action-plans/seven/: its name is withheld; shown all the same: number 77707',
      '  /documents/st-1001-2020-init/: it is known in part; shown all the same: filing ["JAI 5"]; pages 9',
      '  /documents/st-1002-2020-init/: it is known in part; shown all the same: pages 3',
      '  /organisations/secret-unit/: its name is withheld; shown all the same: kind unit',
      '  /strategies/2019/: items of it are withheld; shown all the same: objectives 1 without 2; objectives.children 1/a, 1/c without 1/b',
      'Where an address or a number tells too much, give the entry another id, or withhold what points to it.',
    ]);
  });

  it('are none where nothing is withheld, and the report says none of the withheld names', async () => {
    const { archive, report } = await reportOf(root);
    expect(describeFrames(report)).not.toMatch(/Secret|It is secret/);
    expect(framesOf(archive.entries.map((entry) => ({ entry, original: entry })))).toEqual([
      expect.objectContaining({ id: 'ST-1001-2020-INIT', withheld: 'part' }),
    ]);
    expect(describeFrames([])).toBe('');
  });

  it('of the archive are entries of its public edition', async () => {
    const { kept, report } = await reportOf(contentFolder);
    const shown = new Set(kept.map(({ entry }) => addressOf(entry.collection, entry.id)));
    expect(report.map(({ address }) => address).filter((address) => !shown.has(address))).toEqual([]);
    expect(report).toContainEqual(expect.objectContaining({ id: 'ST-13944-2022-INIT', withheld: 'part' }));
  });
});
