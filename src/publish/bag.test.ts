import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../lib/files.ts';
import { makeBag } from './bag.ts';

const files = { 'index.html': '<p>ü', 'a/b c.txt': '', 'a/100%.bin': '\0\r\n' };

async function bagOf(content: Record<string, string>): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'enfocustom-bag-'));
  for (const [name, text] of Object.entries(content)) {
    await mkdir(dirname(join(place, 'from', name)), { recursive: true });
    await writeFile(join(place, 'from', name), text);
  }
  await makeBag(join(place, 'from'), join(place, 'bag'), [['Source-Organization', 'A\nB']]);
  return join(place, 'bag');
}

/** What sha256sum, which knows nothing of this program, says of a manifest. */
function faultsOf(bag: string, manifest: string): string {
  try {
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: bag, stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
}

test('a bag is complete and valid', async () => {
  const bag = await bagOf({ 'index.html': files['index.html'], 'a/b c.txt': files['a/b c.txt'] });
  expect(faultsOf(bag, 'manifest-sha256.txt')).toBe('');
  expect(faultsOf(bag, 'tagmanifest-sha256.txt')).toBe('');
  expect(await readFile(join(bag, 'bagit.txt'), 'utf8')).toBe(
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
  );
  expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toBe('Source-Organization: A B\nPayload-Oxum: 5.2\n');
  const listed = (await readFile(join(bag, 'manifest-sha256.txt'), 'utf8'))
    .trim()
    .split('\n')
    .map((l) => l.slice(66));
  expect(listed.sort()).toEqual(
    filesBelow(join(bag, 'data'))
      .map((name) => `data/${name}`)
      .sort(),
  );
});

test('a changed file shows', async () => {
  const bag = await bagOf(files);
  await writeFile(join(bag, 'data/index.html'), 'changed');
  expect(faultsOf(bag, 'manifest-sha256.txt')).toContain('data/index.html: FAILED');
});

test('a percent sign in a name is escaped', async () => {
  expect(await readFile(join(await bagOf(files), 'manifest-sha256.txt'), 'utf8')).toContain('  data/a/100%25.bin\n');
});

test('stopped half-way, the older bag stays and nothing of the new one', async () => {
  const bag = await bagOf(files);
  const place = dirname(bag);
  await writeFile(join(place, 'from', 'index.html'), 'newer');
  const names = await readdir(place);
  let asked = 0;
  const signal = new AbortController().signal;
  signal.throwIfAborted = () => {
    if (++asked === 2) throw new Error('stopped');
  };
  await expect(makeBag(join(place, 'from'), bag, [], signal)).rejects.toThrow('stopped');
  expect(await readdir(place)).toEqual(names);
  expect(await readFile(join(bag, 'data/index.html'), 'utf8')).toBe(files['index.html']);
});
