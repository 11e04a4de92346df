import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/lib/files.ts';
import { run } from '../support/run.ts';

let home: string;
let from: string;
let out: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'export-'));
  from = join(home, 'public');
  out = join(home, 'opensearch');
  seal({ 'x/index.html': '<main data-pagefind-body><h1>Oars</h1></main>', 'search/entries.json': '[]' });
});
afterEach(() => rmSync(home, { recursive: true }));

function seal(contents: Readonly<Record<string, string>>) {
  const files = Object.entries(contents).map(([path, text]) => {
    mkdirSync(join(from, path, '..'), { recursive: true });
    writeFileSync(join(from, path), text);
    return { path, size: text.length, sha256: sha256(text) };
  });
  writeFileSync(join(from, 'manifest.json'), JSON.stringify({ edition: 'public', files }));
}

const exported = (...more: string[]) => run(['scripts/export.ts', 'opensearch', '--from', from, '--out', out, ...more]);

describe('npm run export -- opensearch', () => {
  test('writes what a server loads, and in its place again', async () => {
    expect(await exported()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/1 records? in 1 file, for the index/),
    });
    expect(readdirSync(out).sort()).toEqual(['aliases.json', 'bulk-0001.ndjson', 'index.json', 'name.txt']);
    expect(readFileSync(join(out, 'bulk-0001.ndjson'), 'utf8')).toContain('"title":"Oars"');
    expect((await exported('--gzip')).code).toBe(0);
    expect(readdirSync(out)).toContain('bulk-0001.ndjson.gz');
    expect(readdirSync(out)).not.toContain('bulk-0001.ndjson');
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('exports nothing of another edition than was asked for', async () => {
    expect(await exported('--edition', 'delegates')).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds the edition public, not delegates: nothing was exported'),
    });
    expect(existsSync(out)).toBe(false);
  });

  test('leaves what was there where the edition was changed after its build', async () => {
    await exported();
    const before = readFileSync(join(out, 'name.txt'), 'utf8');
    writeFileSync(join(from, 'x/index.html'), '<main data-pagefind-body><h1>Other</h1></main>');
    expect(await exported()).toMatchObject({ code: 1, err: expect.stringContaining('Build it again') });
    expect(readFileSync(join(out, 'name.txt'), 'utf8')).toBe(before);
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('writes over no folder that is something else', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'mine');
    expect(await exported()).toMatchObject({ code: 1, err: expect.stringContaining('choose another place') });
    expect(readdirSync(out)).toEqual(['mine.txt']);
  });

  test('says what it can be asked for', async () => {
    expect(await run(['scripts/export.ts'])).toMatchObject({ code: 2, err: expect.stringContaining('opensearch') });
    expect(await run(['scripts/export.ts', 'solr'])).toMatchObject({ code: 2 });
  });
});
