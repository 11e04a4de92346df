import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importFaults, ROOMS } from './rooms.ts';

const rooms = { lib: [], archive: ['lib'], pages: ['archive'], audit: ['archive/own.ts'] };

async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const src = await mkdtemp(join(tmpdir(), 'enfocustom-rooms-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(src, file)), { recursive: true });
      await writeFile(join(src, file), text);
    }
    return importFaults(src, rooms);
  } finally {
    await rm(src, { recursive: true, force: true });
  }
}

test('every import of this project goes in one direction', () => {
  expect(importFaults(fileURLToPath(new URL('../src', import.meta.url)))).toEqual([]);
});

test('no two rooms know one another, by whatever way', () => {
  const reach = (room: string, seen = new Set<string>()): Set<string> => {
    for (const known of ROOMS[room]?.map((one) => one.split('/')[0] ?? '') ?? [])
      if (!seen.has(known)) reach(known, seen.add(known));
    return seen;
  };
  expect(Object.keys(ROOMS).filter((room) => reach(room).has(room))).toEqual([]);
});

const sound = { 'lib/a.ts': '', 'archive/own.ts': '', 'archive/b.ts': "import '../lib/a.ts';" };

test.each<[name: string, files: Readonly<Record<string, string>>, fault: string]>([
  [
    'a module',
    { 'lib/a.ts': "import { x } from '../archive/b.ts';", 'archive/b.ts': '' },
    'lib/a.ts imports archive/b.ts',
  ],
  ['a type', { 'lib/a.ts': "import type { X } from '../archive/own.ts';" }, 'lib/a.ts imports archive/own.ts'],
  ['a template', { 'pages/a.astro': "---\nimport { x } from '../lib/a.ts';\n---" }, 'pages/a.astro imports lib/a.ts'],
  [
    'a script of a template',
    { 'components/A.astro': '<script src="../lib/a.ts"></script>' },
    'components/A.astro imports lib',
  ],
  [
    'a worker',
    { 'lib/w.ts': "new Worker(new URL('../archive/b.ts', import.meta.url))" },
    'lib/w.ts imports archive/b.ts',
  ],
  ['an import when it is needed', { 'lib/w.ts': "await import('../archive/b.ts')" }, 'lib/w.ts imports archive/b.ts'],
  [
    'a file that is not the known one',
    { 'audit/a.ts': "import '../archive/b.ts';" },
    'audit/a.ts imports archive/b.ts',
  ],
  ['a room that is not there', { 'attic/a.ts': '' }, 'there is no room "attic"'],
  ['a ring', { 'lib/a.ts': "import './c.ts';", 'lib/c.ts': "import './a.ts';" }, 'lib/a.ts → lib/c.ts → lib/a.ts'],
])('%s is found', async (_name, files, fault) => {
  expect(await faultsOf({ ...sound, ...files })).toEqual([expect.stringContaining(fault)]);
});

test('what a room knows is no fault', async () => {
  const files = {
    'audit/a.ts': "import '../archive/own.ts';",
    'layouts/A.astro': '<script src="../archive/b.ts"></script>',
  };
  expect(await faultsOf({ ...sound, ...files })).toEqual([]);
});
