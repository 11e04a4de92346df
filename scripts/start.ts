import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildEditions } from '../src/build/build.ts';
import { EDITIONS, parseEditions } from '../src/edition/editions.ts';
import { parsePort, runCommand } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';
import { serveFrom } from '../src/lib/serve.ts';

const FIRST_PORT = 4321;

const help = `npm start [-- --port N] [--edition NAME]

Builds both editions and serves them to this machine: the public one at port N, the delegates' at N + 1.
Where an edition is up to date it is served as it is. Ctrl-C ends it.

  --port N        the first port, ${FIRST_PORT} unless given; a busy one makes way for the next
  --edition NAME  public or delegates only
  --help          this text

Exit status: 0 ended, 1 it failed, 2 the command was used wrongly, 130 stopped while building.`;

const options = { port: { type: 'string' }, edition: { type: 'string', multiple: true } } as const;

await runCommand({ help, options }, async ({ values, signal }) => {
  const first = values.port === undefined ? FIRST_PORT : parsePort(values.port);
  const editions = parseEditions(values.edition);
  await buildEditions({ project, editions, onlyStale: true, signal });
  const servers = [];
  let taken = 0;
  for (const edition of editions) {
    const port = Math.max(first + EDITIONS.indexOf(edition), taken + 1);
    const onBusy = (busy: number) => console.error(`Port ${busy} is busy: trying ${busy + 1}.`);
    const server = await serveFrom({ folder: join(project, 'dist', edition), port }, onBusy);
    taken = server.port;
    servers.push(server);
    console.log(`${edition.padEnd(9)}  ${server.origin}/`);
  }
  console.log('Ctrl-C ends it.');
  await untilStopped(signal);
  await Promise.all(servers.map((server) => server.close()));
});

async function untilStopped(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await wait(2 ** 30, undefined, { signal }).catch(() => {});
}
