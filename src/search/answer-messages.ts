import { Engine } from './engine.ts';
import type { Message, Reply } from './protocol.ts';
import type { Source } from './source.ts';

/** One end of a line to a page: a worker's own scope, or a port. */
export interface Line {
  postMessage(message: Reply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Message>) => void): void;
}

/** Answers what comes over a line, with one engine. @param open the index of the site with a root */
export function answerMessages(line: Line, open: (base: string) => Source): void {
  let engine: Engine | undefined;
  let latest = 0;
  const reply = (message: Reply) => line.postMessage(message);

  const answer = async (ready: Engine, message: Message): Promise<Reply> => {
    const { id } = message;
    switch (message.kind) {
      case 'warm':
        await ready.warm();
        return { id, answer: null };
      case 'counts':
        return { id, counts: await ready.counts(message.request) };
      case 'suggest':
        return { id, suggestions: await ready.suggest(message.text) };
      case 'search': {
        latest = id;
        // Let a newer question, typed meanwhile, overtake this one.
        await new Promise((resolve) => setTimeout(resolve));
        if (id !== latest) return { id, answer: null };
        return {
          id,
          answer: await ready.search(message.request, (found) => reply({ id, answer: found, early: true })),
        };
      }
    }
  };

  line.addEventListener('message', ({ data }) => {
    engine ??= new Engine(open(data.base));
    answer(engine, data).then(reply, (error: unknown) =>
      reply({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
}
