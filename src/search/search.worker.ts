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
  answer(engine, data).then(reply, (error: unknown) =>
    reply({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
});

// Pagefind starts loading without waiting for the result; what fails is reported by the search that needs it.
scope.addEventListener('unhandledrejection', (event) => event.preventDefault());

async function answer(ready: Engine, message: Message): Promise<Reply> {
  const { id } = message;
  switch (message.kind) {
    case 'warm':
      await ready.warm();
      return { id, answer: null };
    case 'counts':
      return { id, counts: await ready.counts(message.request) };
    case 'search': {
      latest = id;
      // Let a newer question, typed meanwhile, overtake this one.
      await new Promise((resolve) => setTimeout(resolve));
      if (id !== latest) return { id, answer: null };
      return { id, answer: await ready.search(message.request, (found) => reply({ id, answer: found, early: true })) };
    }
  }
}

function reply(message: Reply): void {
  scope.postMessage(message);
}
