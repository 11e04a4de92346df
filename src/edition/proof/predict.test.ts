import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../markdown/read-catalogue.ts';
import { LISTED } from '../../site/listed.ts';
import { predictedFiles } from './predict.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-'));
  await mkdir(join(folder, 'work/content/topics'), { recursive: true });
  await writeFile(
    join(folder, 'work/content/topics/cash.yaml'),
    'name: Cash\nnotes: [{ text: See 1234/20., source: register }]\n',
  );
  await cp(resolve(import.meta.dirname, '../../pages'), join(folder, 'pages'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const predicted = async () =>
  predictedFiles({
    archive: await readCatalogue(join(folder, 'work/content')),
    edition: 'public',
    work: join(folder, 'work'),
    content: join(folder, 'content'),
    pages: join(folder, 'pages'),
  });

describe('predictedFiles', () => {
  it('knows every route of the site', async () => {
    const files = await predicted();
    const some = [
      'index.html',
      '404.html',
      'topics/cash/index.html',
      'documents/st-1234-2020-init/index.html',
      'manifest.json',
      'topics/cash/entry.json',
      'redirects/nginx.conf',
      'data/archive.jsonl',
    ];
    expect(some.filter((name) => !files.has(name))).toEqual([]);
    expect(LISTED.filter((name) => !files.has(`${name}/index.html`))).toEqual([]);
  });

  it('refuses a route that does not say which pages it makes', async () => {
    await mkdir(join(folder, 'pages/years'));
    await writeFile(join(folder, 'pages/years/[year].astro'), '');
    await expect(predicted()).rejects.toThrow('src/pages/years/[year].astro');
  });
});
