import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatProblem } from './problem.ts';
import { readArchive } from './read.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'read-'));
  await mkdir(join(root, 'topics/old'), { recursive: true });
  await mkdir(join(root, 'documents'));
});
afterEach(() => rm(root, { recursive: true }));

test('an entry has its id from its file, and from its key in a list', async () => {
  await writeFile(join(root, 'topics/old/seals.yaml'), 'name: Seals\n');
  await writeFile(
    join(root, 'documents/st-10005-2020-init.md'),
    '---\nnumber: 10005/20\ntitle: Seals\naccess: { status: public }\n---\n\nSeals break.\n',
  );
  await writeFile(join(root, 'presidencies.yaml'), '- { id: 2020-1, state: HR, source: register:ST-1-2020-INIT }\n');
  const { entries, problems, bodyOf } = await readArchive(root);
  expect(problems).toEqual([]);
  expect(entries.map(({ collection, id, file, index }) => ({ collection, id, file, index }))).toEqual([
    { collection: 'documents', id: 'ST-10005-2020-INIT', file: 'documents/st-10005-2020-init.md', index: undefined },
    { collection: 'presidencies', id: '2020-1', file: 'presidencies.yaml', index: 0 },
    { collection: 'topics', id: 'seals', file: 'topics/old/seals.yaml', index: undefined },
  ]);
  const bodies = entries.map((entry) => bodyOf(entry)).filter(Boolean);
  expect(bodies).toEqual(['\nSeals break.\n']);
});

test('hidden files and read-me files are nobody’s entries', async () => {
  for (const name of ['.DS_Store', 'README.md', 'topics/README.md', 'topics/.seals.yaml.swp']) {
    await writeFile(join(root, name), 'x');
  }
  expect(await readArchive(root)).toMatchObject({ entries: [], problems: [] });
});

test('no link is followed, neither to a file nor out of the content', async () => {
  await writeFile(join(root, 'topics/seals.yaml'), 'name: Seals\n');
  await symlink(join(root, 'topics/seals.yaml'), join(root, 'topics/marks.yaml'));
  await symlink(tmpdir(), join(root, 'actions'));
  const { entries, problems } = await readArchive(root);
  expect(entries.map(({ id }) => id)).toEqual(['seals']);
  expect(problems.map(({ file, code }) => `${file} ${code}`).sort()).toEqual([
    'actions FILE',
    'topics/marks.yaml FILE',
  ]);
});

test('an entry that fails its schema is named, so that what refers to it is not blamed', async () => {
  await writeFile(join(root, 'topics/seals.yaml'), 'nam: Seals\n');
  await writeFile(join(root, 'acts.yaml'), '- id: [\n');
  const { faulty, problems } = await readArchive(root);
  expect(faulty).toEqual([
    { collection: 'acts', id: null },
    { collection: 'topics', id: 'seals' },
  ]);
  expect(problems.map(({ code }) => code).sort()).toEqual(['MISSING', 'UNKNOWN-KEY', 'YAML']);
});

// Such names cannot stand in a repository that is checked out on Windows.
test.each([
  ['zq<script>alert(1)<', '"<" (U+003C)'],
  ['zq?q=1', '"?" (U+003F)'],
  ['zq#h', '"#" (U+0023)'],
  ['zq%', '"%" (U+0025)'],
  ['zq\nline', '"\\u{a}" (U+000A)'],
  ['zq\u202Etext', '"\\u{202e}" (U+202E)'],
  ['zq\u200Bzero', '"\\u{200b}" (U+200B)'],
  ['=cmd', '"=" (U+003D)'],
  ['p\u0430rcels', '"\u0430" (U+0430)'],
  ['Upper', '"U" (U+0055)'],
  ['-a', '"-" at its beginning'],
])('the name %j is refused, and the problem is one line that can be read', async (name, said) => {
  await writeFile(join(root, `topics/old/${name}.yaml`), 'name: Seals\n');
  const { problems } = await readArchive(root);
  const [told = ''] = problems.map(formatProblem);
  expect(told).toContain(`FILE the name holds ${said} → use small letters`);
  expect(told).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
});

test.each(['documents/ST-10005-2020-INIT.md', 'topics/7.3.yaml', 'topics/a(1).yaml'])(
  '%s may be called so',
  async (name) => {
    const record = name.endsWith('.md')
      ? '---\nnumber: 1/20\ntitle: A\naccess: { status: public }\n---\n'
      : 'name: Seals\n';
    await writeFile(join(root, name), record);
    expect((await readArchive(root)).problems).toEqual([]);
  },
);
