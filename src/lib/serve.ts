import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { CommandError } from './command.ts';

const LOOPBACK = '127.0.0.1';

export interface ServeOptions {
  readonly folder: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface Served {
  /** `http://127.0.0.1:4321` */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a built edition to this machine only, with the headers that it asks of any host (`_headers`).
 * Throws `PortBusyError` where the port is taken.
 */
export async function serve({ folder, port }: ServeOptions): Promise<Served> {
  // Read from disk at each request, so that an edition that is built anew is served at once.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    onNoMatch: (_request, response) => void notFound(folder, response),
    setHeaders: setType,
  });
  const server = createServer((request, response) => {
    for (const [name, value] of headersOf(folder)) response.setHeader(name, value);
    answer(request, response, files);
  });
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new CommandError('the server has no port');
  return {
    port: address.port,
    origin: `http://${LOOPBACK}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Files = ReturnType<typeof sirv>;

function answer(request: IncomingMessage, response: ServerResponse, files: Files): void {
  const url = request.url ?? '/';
  const pathname = url.replace(/\?.*$/s, '');
  const query = url.slice(pathname.length);
  // A foreign name that leads to this machine is how a page elsewhere would read the delegates' edition.
  if (!isLocal(request.headers.host)) refuse(response, 403, 'Only 127.0.0.1 and localhost are served.');
  else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405, 'Only GET and HEAD.');
  else if (isFolderWithoutSlash(pathname)) response.writeHead(301, { Location: `${pathname}/${query}` }).end();
  else send(request, response, files);
}

function send(request: IncomingMessage, response: ServerResponse, files: Files): void {
  // Parts of files are not needed here, and sirv stops the process at a range that runs backwards.
  delete request.headers.range;
  // A file that vanishes while it is read ends its response, not the server.
  response.on('pipe', (file) => file.on('error', () => response.destroy()));
  files(request, response);
}

function isLocal(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
}

/** `/documents/st-1-2022-init` for `/documents/st-1-2022-init/`; `//elsewhere` would lead to another host. */
function isFolderWithoutSlash(pathname: string): boolean {
  return /^\/[^/\\]/.test(pathname) && !pathname.endsWith('/') && !/\.[a-z0-9_]+$/i.test(pathname);
}

/** Types that sirv does not know: the parts of the search index. */
function setType(response: ServerResponse, pathname: string): void {
  if (/\.(pf_\w+|pagefind)$/.test(pathname)) response.setHeader('Content-Type', 'application/octet-stream');
}

/** The headers for all files in an edition's `_headers`, the form that static hosts read. */
function headersOf(folder: string): [name: string, value: string][] {
  const file = join(folder, '_headers');
  if (!existsSync(file)) return [['X-Content-Type-Options', 'nosniff']];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    return name && value ? [[name, value]] : [];
  });
}

async function notFound(folder: string, response: ServerResponse): Promise<void> {
  let page: Buffer | string;
  try {
    page = await readFile(join(folder, '404.html'));
  } catch {
    page = '<!doctype html><title>Not found</title><p>Not found.';
  }
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(page);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${message}\n`);
}

/** The port belongs to another program. */
export class PortBusyError extends CommandError {}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(busy ? new PortBusyError(`Port ${port} is ${error.code === 'EACCES' ? 'not allowed' : 'busy'}.`) : error);
    });
    server.listen(port, LOOPBACK, resolve);
  });
}

/** Serves at the port, or at the next one that is free; `onBusy` hears of each that was not. */
export async function serveFrom(options: ServeOptions, onBusy: (port: number) => void): Promise<Served> {
  for (let port = options.port; port <= 65535; port++) {
    try {
      return await serve({ ...options, port });
    } catch (error) {
      if (!(error instanceof PortBusyError)) throw error;
      onBusy(port);
    }
  }
  throw new CommandError(`No port from ${options.port} on is free: choose another one with --port.`);
}
