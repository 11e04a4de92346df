import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CatalogueInput } from '../../src/archive/catalogue.ts';
import type { Entry } from '../../src/archive/collections.ts';
import { splitMarkdown } from '../../src/archive/source-file.ts';
import { project } from '../../src/lib/project.ts';
import { PEERS } from './peer.ts';
import { makeSite, pagesIn } from './site.ts';

const peers = join(project, 'bench', 'peers', 'sites');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peer-site-'));
  await mkdir(join(folder, 'modules'));
});
afterEach(() => rm(folder, { recursive: true }));

const bodies: Readonly<Record<string, string>> = {
  'documents/ST-1001-2022-INIT': '## 1. Précis\n\nOf both.\n',
  'texts/ST-1001-2022-INIT': '## 1. Text\n\nOf both as well.\n',
  'documents/ST-1002-2022-INIT': '## 1. Précis\n\nAlone.\n',
};
const input = (collection: 'documents' | 'texts', id: string, record: object) =>
  ({ entry: { collection, id, file: id, record }, citations: [] }) as unknown as CatalogueInput;
const header = (number: string) => ({
  ...{ number, title: 'Cash: controls', date: '2022-12-06', from: 'Presidency' },
  ...{ permalink: '/elsewhere/', codes: ['UD 1'] },
});

/** Documents of an edition: with précis and text, with either, and without a word. */
const content = {
  inputs: [
    input('documents', 'ST-1001-2022-INIT', header('1001/22')),
    input('documents', 'ST-1002-2022-INIT', header('1002/22')),
    input('documents', 'ST-1003-2022-INIT', { number: '1003/22', title: 'No date' }),
    input('texts', 'ST-1001-2022-INIT', { importer: 1, language: 'en' }),
  ],
  bodyOf: ({ collection, id }: Entry) => bodies[`${collection}/${id}`] ?? '',
};

test.each(PEERS)('$name has a page for each document of the edition, its text behind its précis', async (peer) => {
  const site = join(folder, 'site');
  await makeSite({ peer, peers, modules: join(folder, 'modules'), content, site });
  const pages = join(site, peer.documents);
  const names = (await readdir(pages)).filter((name) => name.endsWith('.md'));
  expect(names).toEqual(['st-1001-2022-init.md', 'st-1002-2022-init.md', 'st-1003-2022-init.md']);
  const [both, alone, empty] = await Promise.all(
    names.map(async (name) => splitMarkdown(await readFile(join(pages, name), 'utf8'))),
  );
  expect(both?.body.trim()).toBe('## 1. Précis\n\nOf both.\n\n\n## 1. Text\n\nOf both as well.');
  expect(alone?.body.trim()).toBe('## 1. Précis\n\nAlone.');
  expect(empty?.body.trim()).toBe('');
  // A field such as permalink means something to one of them.
  expect(parse(both?.yaml ?? '')).toEqual({
    title: 'Cash: controls',
    number: '1001/22',
    date: '2022-12-06',
    from: 'Presidency',
  });
});

test.each(PEERS)('$name begins afresh: nothing of an earlier run is left', async (peer) => {
  const site = join(folder, 'site');
  const options = { peer, peers, modules: join(folder, 'modules'), content, site };
  await makeSite(options);
  await mkdir(join(site, 'public', 'documents'), { recursive: true });
  await writeFile(join(site, 'public', 'documents', 'index.html'), '');
  expect(await pagesIn(site)).toBe(1);
  await makeSite(options);
  expect(await pagesIn(site)).toBe(0);
});

test('each peer has a configuration, and is compared at the versions that this project has itself', async () => {
  for (const { template } of PEERS) expect(existsSync(join(peers, template))).toBe(true);
  const [ours, theirs] = await Promise.all(
    [project, peers].map(async (at) => JSON.parse(await readFile(join(at, 'package.json'), 'utf8')).dependencies),
  );
  for (const name of ['astro', 'pagefind']) expect(theirs[name]).toBe(ours[name]);
  const pinned = Object.values<string>(theirs).filter((version) => /^\d+\.\d+\.\d+$/.test(version));
  expect(pinned).toHaveLength(Object.keys(theirs).length);
  for (const name of ['@11ty/eleventy', '@astrojs/starlight']) expect(ours).not.toHaveProperty(name);
});
