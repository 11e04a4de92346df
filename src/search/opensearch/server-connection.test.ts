import { expect, it } from 'vitest';
import type { Answer, Request } from '../protocol.ts';
import { askServer, ServerUnreachable } from './ask.ts';
import { ServerEngine } from './engine.ts';
import { type Searching, ServerConnection } from './server-connection.ts';

const request: Request = { text: 'ferries', filters: {}, sort: 'relevance', from: 0, to: 10 };
const answer = { total: 7 } as Answer;
const own: Searching = { warm: () => {}, ask: async () => answer, counts: async () => null };

it('lets the site’s own index answer where there is no way to the server', async () => {
  // Nobody listens at the port that stands for "none".
  const engine = new ServerEngine(askServer('http://127.0.0.1:1/enfocustom-public/_search'));
  await expect(engine.search(request)).rejects.toThrow(ServerUnreachable);
  expect(await new ServerConnection(engine, own).ask(request)).toBe(answer);
  expect(await new ServerConnection(engine, own).counts(request)).toBeNull();
});

it('tells what goes wrong at a server that is there', async () => {
  const fails = async () => {
    throw new Error('status 500');
  };
  const connection = new ServerConnection({ search: fails, counts: fails }, own);
  await expect(connection.ask(request)).rejects.toThrow('status 500');
  await expect(connection.counts(request)).rejects.toThrow('status 500');
});
