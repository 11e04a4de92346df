import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let project: string;
let content: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'fingerprint-'));
  content = join(project, 'content');
  await mkdir(join(project, 'src'));
  await mkdir(content);
  await writeFile(join(project, 'src/a.ts'), 'a');
  await writeFile(join(content, 'b.md'), 'b');
});
afterEach(() => rm(project, { recursive: true }));

test('times and tests change nothing, sources and content do', async () => {
  const before = fingerprint(project, content);
  await utimes(join(content, 'b.md'), 1, 1);
  await writeFile(join(project, 'src/a.test.ts'), 'a test');
  expect(fingerprint(project, content)).toBe(before);
  await writeFile(join(content, 'b.md'), 'c');
  const changed = fingerprint(project, content);
  expect(changed).not.toBe(before);
  await writeFile(join(project, 'src/a.ts'), 'b');
  expect(fingerprint(project, content)).not.toBe(changed);
});

test('static files beside a content elsewhere are part of it', async () => {
  const elsewhere = join(project, 'elsewhere');
  await mkdir(join(elsewhere, 'content'), { recursive: true });
  await mkdir(join(elsewhere, 'public'));
  await writeFile(join(elsewhere, 'public/editions.yaml'), 'notice.txt: public');
  const before = fingerprint(project, join(elsewhere, 'content'));
  await writeFile(join(elsewhere, 'public/editions.yaml'), 'notice.txt: delegates');
  expect(fingerprint(project, join(elsewhere, 'content'))).not.toBe(before);
});

test('a file under another name is another input', async () => {
  const before = fingerprint(project, content);
  await rm(join(content, 'b.md'));
  await writeFile(join(content, 'c.md'), 'b');
  expect(fingerprint(project, content)).not.toBe(before);
});

test('content behind a link is the same content, what links below it lead to is not read', async () => {
  const before = fingerprint(project, content);
  const elsewhere = join(project, 'elsewhere');
  await rename(content, elsewhere);
  await symlink(elsewhere, content);
  expect(fingerprint(project, content)).toBe(before);
  await symlink(join(project, 'src'), join(elsewhere, 'linked'));
  expect(fingerprint(project, content)).toBe(before);
});

test.each(['ENFOCUSTOM_SITE', 'ENFOCUSTOM_SEARCH'])('%s shows in the pages', async (name) => {
  const before = fingerprint(project, content);
  vi.stubEnv(name, 'https://a.example');
  expect(fingerprint(project, content)).not.toBe(before);
  vi.unstubAllEnvs();
});
