import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { need } from '../../src/lib/debian.ts';
import { freePort } from '../../src/lib/free-port.ts';
import { project } from '../../src/lib/project.ts';
import { serve } from '../../src/lib/serve.ts';
import { CADDY, NGINX } from './debian.ts';

export const SERVERS = ['our own', 'nginx', 'Caddy'] as const;
export type ServerName = (typeof SERVERS)[number];

export interface Running {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves a folder at a free port, as the configurations in `docs/hosting` do. */
export async function startServer(name: ServerName, folder: string): Promise<Running> {
  if (name === 'our own') {
    const { origin, close } = await serve({ folder, port: 0 });
    return { origin, stop: close };
  }
  return startAtFreePort(name, (port, home) =>
    name === 'nginx' ? startNginx(publishedConf(folder, port), home) : startCaddy(folder, port, home),
  );
}

/** Starts nginx at a free port. @param conf what stands in its `http` block */
export function startNginxWith(conf: (port: number) => string): Promise<Running> {
  return startAtFreePort('nginx', (port, home) => startNginx(conf(port), home));
}

async function startAtFreePort(name: string, start: (port: number, home: string) => ChildProcess): Promise<Running> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'enfocustom-server-'));
  const child = start(port, home);
  let said = '';
  child.stderr?.on('data', (piece) => {
    said = (said + piece).slice(-2000);
  });
  const origin = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  try {
    await answers(origin, child);
  } catch (error) {
    child.kill();
    throw new Error(`${name} does not answer: ${said}`, { cause: error });
  }
  return {
    origin,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function publishedConf(folder: string, port: number): string {
  return replaceAll(readFileSync(join(project, 'docs/hosting/nginx.conf'), 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['server_name archive.example;', 'server_name 127.0.0.1;'],
    ['/srv/enfocustom/public', folder],
    ['/srv/enfocustom/delegates', folder],
  ]);
}

function startNginx(conf: string, home: string): ChildProcess {
  // Started by root, nginx reads files as somebody else, who may not come into the folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(home, 'nginx.conf'),
    `${user} daemon off; worker_processes 1; pid ${home}/pid; error_log stderr;
events {}
http {
access_log off;
${temporary.map((one) => `${one}_temp_path ${home}/${one};`).join('\n')}
${conf}
}`,
  );
  return spawn(need(NGINX), ['-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr']);
}

function startCaddy(folder: string, port: number, home: string): ChildProcess {
  const conf = replaceAll(readFileSync(join(project, 'docs/hosting/Caddyfile'), 'utf8'), [
    ['delegates.archive.example {', `http://delegates.localhost:${port} {`],
    ['\narchive.example {', `\nhttp://127.0.0.1:${port} {`],
    ['/srv/enfocustom/public', folder],
    ['/srv/enfocustom/delegates', folder],
  ]);
  writeFileSync(join(home, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${conf}`);
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  return spawn(need(CADDY), ['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'], { env });
}

/** Fails where a configuration no longer has what is replaced. */
function replaceAll(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the configuration has no "${from}"`);
    return result.replaceAll(from, to);
  }, text);
}

async function answers(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error('it has ended');
    const found = await fetch(origin).catch(() => null);
    await found?.body?.cancel();
    if (found) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nobody answers');
}
