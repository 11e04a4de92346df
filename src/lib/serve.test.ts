import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PortBusyError, type Served, serve, serveFrom } from './serve.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const site = join(folder, 'public');
  await mkdir(join(site, 'actions/7.3'), { recursive: true });
  await mkdir(join(site, 'pagefind'));
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await mkdir(join(folder, 'public-2'));
  await writeFile(join(folder, 'public-2/secret.txt'), 'beside');
  await writeFile(join(site, 'index.html'), 'home');
  await writeFile(join(site, '404.html'), 'lost');
  await writeFile(join(site, 'actions/7.3/index.html'), 'action');
  await writeFile(join(site, 'data.json'), '{}');
  await writeFile(join(site, 'style.css'), '');
  await writeFile(join(site, 'pagefind/a.pf_meta'), '');
  await writeFile(
    join(site, '_headers'),
    "/*\n  X-Edition: public\n  Content-Security-Policy: default-src 'none'; img-src 'self'\n",
  );
  served = await serve({ folder: site, port: 0 });
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly edition: unknown;
  readonly policy: unknown;
  readonly body: string;
}

/** A request exactly as given; `fetch` would tidy the path. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: served.port, path, ...options }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        const { 'content-type': type, location, 'x-edition': edition, 'content-security-policy': policy } = headers;
        resolve({ status, type, location, edition, policy, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('what is there', () => {
  test.each([
    ['/', 'text/html;charset=utf-8', 'home'],
    ['/actions/7.3/', 'text/html;charset=utf-8', 'action'],
    ['/?q=1', 'text/html;charset=utf-8', 'home'],
    ['/data.json', 'application/json', '{}'],
    ['/style.css', 'text/css', ''],
    ['/pagefind/a.pf_meta', 'application/octet-stream', ''],
  ])('%s', async (path, type, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, type, body, edition: 'public' });
  });

  test('a folder without its slash leads to the folder', async () => {
    expect(await ask('/actions?x=1')).toMatchObject({ status: 301, location: '/actions/?x=1' });
    expect((await ask('//elsewhere.example')).location).toBeUndefined();
  });

  test('every answer has the headers that the edition asks for', async () => {
    for (const path of ['/', '/data.json', '/nothing/', '/actions']) {
      expect(await ask(path)).toMatchObject({ edition: 'public', policy: "default-src 'none'; img-src 'self'" });
    }
  });

  test('HEAD has no body', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });
});

describe('what is not there', () => {
  test.each(['/nothing/', '/nothing.html', '/%/', '/%00/', '/%ff/', '/a%2500/'])('%s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, type: 'text/html;charset=utf-8', body: 'lost' });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/actions/../../secret.txt',
    '/../public-2/secret.txt',
    '//etc/passwd',
    '/....//secret.txt',
  ])('%s does not lead out of the edition', async (path) => {
    const { status, body } = await ask(path);
    expect({ status, body }).toEqual({ status: 404, body: 'lost' });
  });
});

describe('what is refused', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405 });
  });

  test('a name that is not this machine’s, so that no page elsewhere can read an edition through it', async () => {
    expect(await ask('/', { headers: { Host: 'archive.example' } })).toMatchObject({ status: 403 });
    expect(await ask('/', { headers: { Host: '127.0.0.1.example' } })).toMatchObject({ status: 403 });
    expect(await ask('/', { headers: { Host: `localhost:${served.port}` } })).toMatchObject({ status: 200 });
  });

  test('a range is ignored, however odd', async () => {
    for (const Range of ['bytes=3-1', 'bytes=99-', 'bytes=a-b']) {
      expect(await ask('/', { headers: { Range } })).toMatchObject({ status: 200, body: 'home' });
    }
  });
});

test('a busy port is told, and the next one taken', async () => {
  await expect(serve({ folder, port: served.port })).rejects.toThrow(PortBusyError);
  const busy: number[] = [];
  const next = await serveFrom({ folder, port: served.port }, (port) => busy.push(port));
  expect(busy[0]).toBe(served.port);
  expect(next.port).toBe(served.port + busy.length);
  await next.close();
});
