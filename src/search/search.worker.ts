/// <reference lib="webworker" />
import { SiteSource } from './engine.client.ts';
import { Engine } from './engine.ts';
import type { Message, Reply } from './protocol.ts';

/** The search off the main thread: one engine, asked by messages. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
let engine: Engine | undefined;
let latest = 0;

scope.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  engine ??= new Engine(new SiteSource(data.base));
  const answer = data.kind === 'warm' ? warm(engine) : search(engine, data);
  answer.then(
    (found) => reply({ id: data.id, answer: found }),
    (error: unknown) => reply({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
});

// Pagefind starts loading without waiting for the result; what fails is reported by the search that needs it.
scope.addEventListener('unhandledrejection', (event) => event.preventDefault());

async function warm(ready: Engine): Promise<null> {
  await ready.warm();
  return null;
}

async function search(ready: Engine, { id, request }: Message & { kind: 'search' }) {
  latest = id;
  // Let a newer question, typed meanwhile, overtake this one.
  await new Promise((resolve) => setTimeout(resolve));
  return id === latest ? ready.search(request, (answer) => reply({ id, answer, early: true })) : null;
}

function reply(message: Reply): void {
  scope.postMessage(message);
}
