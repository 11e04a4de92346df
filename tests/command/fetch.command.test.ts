import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchDocuments } from '../../src/intake/fetch/run.ts';
import { HEADER, pdfOf, textOfPage } from '../support/pdf.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

const pdf = (number: string) =>
  Buffer.from(
    pdfOf({
      pages: [{ content: textOfPage([...HEADER.map((line) => line.replace('6120', number)), 'The oars are long.']) }],
    }),
  );
const send = (response: ServerResponse, number: string) =>
  response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf(number));

/** Answers in the shapes of the register, by document. */
const ANSWERS: Readonly<Record<string, Handler>> = {
  'ST-6120-2020-INIT': (_, response) => send(response, '6120'),
  'ST-6404-2020-INIT': (_, response) => response.writeHead(404).end('gone'),
  'ST-6403-2020-INIT': (_, response) => response.writeHead(403).end('no'),
  'ST-6429-2020-INIT': (_, response, attempt) =>
    attempt < 2 ? response.writeHead(429, { 'retry-after': '40' }).end() : send(response, '6429'),
  'ST-6430-2020-INIT': (_, response) => response.writeHead(429).end(),
  'ST-6431-2020-INIT': (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end(),
  'ST-6500-2020-INIT': (_, response) => response.writeHead(500).end(),
  'ST-6200-2020-INIT': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Maintenance'),
  'ST-6201-2020-INIT': (_, response, attempt) => {
    if (attempt > 1) {
      send(response, '6201');
      return;
    }
    response.writeHead(200, { 'content-length': String(pdf('6201').length) }).write(pdf('6201').subarray(0, 300));
    setImmediate(() => response.destroy());
  },
  'ST-6301-2020-INIT': (request, response) => response.writeHead(302, { location: `${request.url}` }).end(),
  'ST-6302-2020-INIT': (_, response) => response.writeHead(302, { location: 'http://elsewhere.example/a.pdf' }).end(),
  'ST-6303-2020-INIT': (_, response) => response.writeHead(301, { location: '/moved.pdf' }).end(),
  'ST-6600-2020-INIT': (_, response) => send(response, '6601'),
};

let root: string;
let server: ReturnType<typeof createServer>;
let asked: string[];
let agents: Set<string>;
let atOnce: number;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'fetch-'));
  asked = [];
  agents = new Set();
  atOnce = 0;
  let open = 0;
  server = createServer((request, response) => {
    atOnce = Math.max(atOnce, ++open);
    response.on('close', () => open--);
    agents.add(String(request.headers['user-agent']));
    const id = /^\/doc\/document\/([A-Z0-9-]+)\/en\/pdf$/.exec(request.url ?? '')?.[1];
    if (id) asked.push(id);
    const attempt = asked.filter((other) => other === id).length;
    if (request.url === '/moved.pdf') send(response, '6303');
    else ANSWERS[id ?? '']?.(request, response, attempt);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

async function run(...ids: string[]) {
  const waits: number[] = [];
  const summary = await fetchDocuments(
    ids.map((number) => `ST-${number}-2020-INIT`),
    {
      register: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      content: join(root, 'content'),
      cache: join(root, 'cache'),
      userAgent: 'enfocustom/test',
      signal: new AbortController().signal,
      wait: async (milliseconds) => void waits.push(milliseconds / 1000),
      report: () => {},
    },
  );
  return { ...summary, waits };
}
const texts = () => (existsSync(join(root, 'content/texts')) ? readdirSync(join(root, 'content/texts')) : []);

describe('fetching from the register', () => {
  it('imports what comes, says who asks, and asks for nothing twice', async () => {
    expect(await run('6120')).toMatchObject({ imported: ['ST-6120-2020-INIT'], failed: [], waits: [] });
    expect(texts()).toEqual(['st-6120-2020-init.md']);
    expect(await run('6120')).toMatchObject({ imported: [], held: ['ST-6120-2020-INIT'] });
    // The text is lost, the file that was fetched is not.
    rmSync(join(root, 'content'), { recursive: true });
    expect(await run('6120')).toMatchObject({ imported: ['ST-6120-2020-INIT'] });
    expect(asked).toEqual(['ST-6120-2020-INIT']);
    expect([...agents]).toEqual(['enfocustom/test']);
  });

  it('asks for one at a time, with a pause between two', async () => {
    const { imported, waits } = await run('6120', '6303', '6404');
    expect(imported).toHaveLength(2);
    expect(waits).toEqual([3, 3]);
    expect(atOnce).toBe(1);
  });

  it.each([
    ['404', '6404', /no such document/, []],
    ['403', '6403', /does not give it to the public/, []],
    ['a web page', '6200', /web page, not with a PDF/, []],
    ['a circle of redirects', '6301', /in a circle/, []],
    ['a redirect to elsewhere', '6302', /elsewhere\.example, which is not asked/, []],
    ['500, again and again', '6500', /out of order \(500\)/, [5, 30, 120]],
    ['another document', '6600', /it is ST-6601-2020-INIT, not ST-6600-2020-INIT/, []],
  ])('%s: says so and writes nothing', async (_what, number, reason, pauses) => {
    const { imported, failed, waits } = await run(number);
    expect({ imported, failed }).toEqual({
      imported: [],
      failed: [[`ST-${number}-2020-INIT`, expect.stringMatching(reason)]],
    });
    expect(waits).toEqual(pauses);
    expect(texts()).toEqual([]);
  });

  it('waits as long as the register asks, and tries again where the connection broke', async () => {
    expect(await run('6429', '6201')).toMatchObject({ failed: [], waits: [40, 3, 5] });
    expect(texts()).toHaveLength(2);
  });

  it.each([
    ['6430', [5, 30, 120]],
    ['6431', []],
  ])('stops asking where the register has had enough: %s', async (number, pauses) => {
    const { left, waits } = await run(number, '6120');
    expect(left).toEqual(['ST-6120-2020-INIT']);
    expect(waits).toEqual(pauses);
    expect(asked).not.toContain('ST-6120-2020-INIT');
  });
});
