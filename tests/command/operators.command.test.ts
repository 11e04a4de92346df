import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { need } from '../../src/lib/debian.ts';
import { project } from '../../src/lib/project.ts';
import { exportOpenSearch } from '../../src/search/opensearch/export.ts';
import { LOAD, RELEASE } from '../../src/site/handbook/operators.ts';
import { CURL } from '../support/debian.ts';
import { FakeServer } from '../support/search/opensearch/server.ts';
import { startNginxWith } from '../support/servers.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'operators-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Types an example of the handbook in a folder. */
function type(code: string, env: NodeJS.ProcessEnv = {}): Promise<{ status: number | null; out: string }> {
  const path = [dirname(need(CURL)), process.env.PATH].join(delimiter);
  const child = spawn('bash', ['-e', '-c', code], { cwd: home, env: { ...process.env, PATH: path, ...env } });
  let out = '';
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ status, out }));
  });
}

function build(text: string) {
  mkdirSync(join(home, 'dist/public'), { recursive: true });
  writeFileSync(join(home, 'dist/public/index.html'), text);
  writeFileSync(join(home, 'dist/public/manifest.json'), JSON.stringify({ of: text }));
}

test('a release is switched to, leaves the one before as it was, and can be made again', async () => {
  const current = () => readFileSync(join(home, 'current/index.html'), 'utf8');
  for (const text of ['first', 'second', 'second']) {
    build(text);
    expect(await type(RELEASE)).toMatchObject({ status: 0 });
    expect(current()).toBe(text);
  }
  const releases = readdirSync(join(home, 'releases'));
  expect(releases.map((name) => readFileSync(join(home, 'releases', name, 'index.html'), 'utf8')).sort()).toEqual([
    'first',
    'second',
  ]);
  expect(readdirSync(home).sort()).toEqual(['current', 'dist', 'releases']);
});

describe('a search server', () => {
  let server: FakeServer;
  let origin: string;
  beforeEach(async () => {
    server = new FakeServer();
    origin = await server.start();
  });
  afterEach(() => server.stop());

  test('is loaded with an export by the commands of the handbook', async () => {
    const out = join(home, 'dist/opensearch-public');
    const pages: Readonly<Record<string, string>> = {
      'search/entries.json': '[]',
      'x/index.html': '<main data-pagefind-body><h1>Oars</h1></main>',
      'y/index.html': '<main data-pagefind-body><h1>Ropes</h1></main>',
    };
    const files = { names: Object.keys(pages), read: async (name: string) => pages[name] ?? '' };
    mkdirSync(out, { recursive: true });
    await exportOpenSearch(files, out, { edition: 'public', fileSize: 10 });
    const { status, out: said } = await type(LOAD, { SERVER: origin });
    expect(status).toBe(0);
    expect(said.match(/"errors":false/g)).toHaveLength(2);
    const response = await fetch(`${origin}/enfocustom-public/_search`, {
      method: 'POST',
      body: '{"_source":["title"]}',
    });
    const { hits } = (await response.json()) as { hits: { hits: { _source: object }[] } };
    expect(hits.hits.map(({ _source }) => _source)).toEqual([{ title: 'Oars' }, { title: 'Ropes' }]);
  });

  test('gets searches of one index through nginx, and nothing else', async () => {
    const asked: { method?: string; url?: string; cookie?: string; authorization?: string }[] = [];
    const behind = createServer(({ method = '', url = '', headers: { cookie, authorization } }, response) => {
      asked.push({ method, url, ...(cookie ? { cookie } : {}), ...(authorization ? { authorization } : {}) });
      response.end('{}');
    });
    await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
    const { port } = behind.address() as AddressInfo;
    const location = readFileSync(join(project, 'docs/hosting/search.nginx.conf'), 'utf8');
    expect(location).toContain('127.0.0.1:9200');
    const nginx = await startNginxWith(
      (here) => `server { listen 127.0.0.1:${here}; ${location.replaceAll('127.0.0.1:9200', `127.0.0.1:${port}`)} }`,
    );
    const headers = { Cookie: 'who=me', Authorization: 'Basic bWU6bWU=' };
    const ask = async (path: string, method: string, body?: string) =>
      (await fetch(nginx.origin + path, { method, headers, ...(body ? { body } : {}) })).status;
    try {
      expect(await ask('/find/enfocustom-public/_search?scroll=1h', 'POST', '{}')).toBe(200);
      expect(asked).toEqual([{ method: 'POST', url: '/enfocustom-public/_search?allow_partial_search_results=false' }]);
      for (const path of ['_doc/1', '_bulk', '_delete_by_query', '_search/template', '../_cat/indices'])
        expect(await ask(`/find/enfocustom-public/${path}`, 'POST', '{}')).toBe(404);
      expect(await ask('/find/enfocustom-delegates/_search', 'POST', '{}')).toBe(404);
      for (const method of ['GET', 'PUT', 'DELETE'])
        expect(await ask('/find/enfocustom-public/_search', method)).toBe(403);
      expect(await ask('/find/enfocustom-public/_search', 'POST', 'x'.repeat(100_000))).toBe(413);
      expect(asked).toHaveLength(1);
    } finally {
      await nginx.stop();
      behind.close();
    }
  });
});
