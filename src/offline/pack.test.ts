import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offerPack } from './offer.ts';
import { packEdition } from './pack.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'enfocustom-pack-'));
  out = join(folder, 'out');
  const page = (body: string) => `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
  write('index.html', page('<a href="/documents/">Documents</a><script type="module" src="/_astro/a.js"></script>'));
  write('documents/index.html', page('<a href="/">Home</a><a href="entry.json">Data</a>'));
  write('documents/entry.json', '{}');
  write('offline/index.html', page('<p data-when="pack-name" hidden data-world="web">zip</p>'));
  write('404.html', page(''));
  write('_headers', '/*');
  write('_redirects', '/old/ /documents/ 301\n');
  write('redirects/nginx.conf', '');
  write('_astro/a.js', 'import {b} from "./b.js"; console.log(b);');
  write('_astro/b.js', 'export const b = 1;');
  write('pagefind/pagefind.js', 'export function createInstance() {}');
  write('pagefind/texts/1a2b/0.json', '{}');
  write('search/index/manifest.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(folder, 'edition', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const pack = (edition: 'public' | 'delegates' = 'public') =>
  packEdition({ edition, from: join(folder, 'edition'), out });
const contentOf = (file: string) => unzipSync(readFileSync(file));

describe('a pack', () => {
  test('holds what a folder needs, below one folder, and its lists tell of all of it', async () => {
    const { file, version, files, size } = await pack();
    expect(file).toBe(join(out, `enfocustom-public-${version}.zip`));
    const content = contentOf(file);
    expect(Object.keys(content)).toEqual(
      [
        'READ ME FIRST.txt',
        'SHA256SUMS',
        '_astro/a.js',
        '_folder/files.js',
        '_folder/files/0.js',
        '_folder/folder.js',
        '_folder/search.js',
        'documents/index.html',
        'index.html',
        'manifest.json',
        'offline/index.html',
      ].map((path) => `enfocustom-public/${path}`),
    );
    expect(files).toBe(11);
    expect(size).toBe(readFileSync(file).length);
    const text = (path: string) => Buffer.from(content[`enfocustom-public/${path}`] ?? []).toString();
    const manifest = JSON.parse(text('manifest.json'));
    expect(manifest).toMatchObject({ edition: 'public', version });
    expect(manifest.files).toHaveLength(9);
    expect(text('SHA256SUMS').trim().split('\n')).toHaveLength(10);
    expect(text('index.html')).toContain('script-src file:');
    expect(text('_astro/a.js')).not.toContain('import');
    expect(text('READ ME FIRST.txt').split('\r\n')).toHaveLength(4);
  });

  test('is the same bytes for the same edition, also when that offers it', async () => {
    const first = await pack();
    const bytes = readFileSync(first.file);
    await offerPack(first, join(folder, 'edition'));
    expect(readFileSync(join(folder, 'edition/offline', `enfocustom-public-${first.version}.zip`)).equals(bytes)).toBe(
      true,
    );
    const second = await pack();
    expect(second).toEqual(first);
    expect(readFileSync(second.file).equals(bytes)).toBe(true);
  });

  test('that cannot be offered leaves the offer before it', async () => {
    const first = await pack();
    await offerPack(first, join(folder, 'edition'));
    const place = join(folder, 'edition/offline');
    const before = readdirSync(place);
    expect(before).toContain(`enfocustom-public-${first.version}.zip`);
    await expect(offerPack({ ...first, file: join(out, 'gone.zip') }, join(folder, 'edition'))).rejects.toThrow('gone');
    expect(readdirSync(place)).toEqual(before);
  });

  test('of the delegates carries its marking in its name and its text', async () => {
    const { file, version } = await pack('delegates');
    expect(file).toBe(join(out, `enfocustom-delegates-LIMITE-${version}.zip`));
    const text = Buffer.from(contentOf(file)['enfocustom-delegates-LIMITE/READ ME FIRST.txt'] ?? []).toString();
    expect(text).toMatch(/^LIMITE: /);
  });

  test.each([
    [
      'a folder stands in its place',
      'is a folder: move it away',
      async () => {
        const { file } = await pack();
        rmSync(file);
        mkdirSync(file);
      },
    ],
    [
      'a page needs what is not packed',
      'documents/index.html needs 404.html',
      () => write('documents/index.html', '<head></head><a href="/404.html">x</a>'),
    ],
    ['a name cannot be unpacked everywhere', 'is the name of a device', () => write('aux/index.html', '<head></head>')],
    ['names differ by case only', 'by case or accents only', () => write('Documents/index.html', '<head></head>')],
    ['there is no edition', 'There is no built edition', () => rmSync(join(folder, 'edition/index.html'))],
    ['a module is broken', 'No classic script could be made of _astro/a.js', () => write('_astro/a.js', 'import {')],
    ['the search is not there', 'pagefind.js is missing', () => rmSync(join(folder, 'edition/pagefind/pagefind.js'))],
  ])('is not made where %s; nothing half-made is left', async (_, message, spoil) => {
    await spoil();
    const before = existsSync(out) ? readdirSync(out) : [];
    await expect(pack()).rejects.toThrow(message);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual(before);
  });

  test('stopped half-way leaves nothing', async () => {
    const stop = new AbortController();
    const from = join(folder, 'edition');
    const report = () => stop.abort(new Error('stopped'));
    await expect(packEdition({ edition: 'public', from, out, signal: stop.signal, report })).rejects.toThrow('stopped');
    expect(readdirSync(out)).toEqual([]);
  });
});
