import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { FakeIndex } from './index.ts';

/** A server on this machine that takes what an export holds and answers searches, in OpenSearch's shapes. */
export class FakeServer {
  readonly #indexes = new Map<string, FakeIndex>();
  readonly #aliases = new Map<string, string>();
  readonly #server: Server;
  /** Paths that were asked, in order. */
  readonly asked: string[] = [];
  /** Answered with this status instead, where set. */
  fails: number | null = null;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) =>
        send(response, 400, { error: String(error), status: 400 }),
      );
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://server');
    this.asked.push(pathname + search);
    const body = await bodyOf(request);
    if (this.fails !== null) return send(response, this.fails, { error: { type: 'made to fail' }, status: this.fails });
    const [, name = '', action] = pathname.split('/');
    const index = this.#indexes.get(this.#aliases.get(name) ?? name);
    if (request.method === 'PUT' && action === undefined) {
      this.#indexes.set(name, new FakeIndex(JSON.parse(body)));
      return send(response, 200, { acknowledged: true, shards_acknowledged: true, index: name });
    }
    if (name === '_aliases') {
      for (const { add } of JSON.parse(body).actions) if (add) this.#aliases.set(add.alias, add.index);
      return send(response, 200, { acknowledged: true });
    }
    if (!index) return send(response, 404, { error: { type: 'index_not_found_exception', index: name }, status: 404 });
    if (action === '_bulk') return send(response, 200, { errors: bulk(index, body) });
    if (action === '_refresh') return send(response, 200, { _shards: { total: 1, successful: 1, failed: 0 } });
    if (action === '_search' && request.method === 'POST') return send(response, 200, index.search(JSON.parse(body)));
    return send(response, 405, { error: `incorrect method for ${pathname}`, status: 405 });
  }
}

/** Every line ends with a line break, the last one too. Returns whether anything failed. */
function bulk(index: FakeIndex, body: string): boolean {
  const lines = body.split('\n');
  if (lines.pop() !== '') throw new Error('The bulk request must be terminated by a newline [\\n]');
  for (let at = 0; at < lines.length; at += 2) {
    const action = JSON.parse(lines[at] ?? '') as { index?: { _id?: string } };
    if (!action.index?._id || Buffer.byteLength(action.index._id) > 512) return true;
    index.put(action.index._id, JSON.parse(lines[at + 1] ?? ''));
  }
  return false;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
