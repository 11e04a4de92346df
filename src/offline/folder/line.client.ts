import type { Message, Reply } from '../../search/protocol.ts';
import type { Scripts } from './scripts.client.ts';

/** What the script of the search hands over. */
export type AnswerOn = (port: MessagePort) => void;

/**
 * The search as a worker would be: asked and answering by messages. Its script, which is large, loads with the first
 * question; questions wait for it.
 */
export function openSearch(scripts: Scripts): Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'> {
  const { port1, port2 } = new MessageChannel();
  scripts.load<AnswerOn>('_folder/search.js', 'search').then(
    (answerOn) => {
      answerOn(port2);
      port2.start();
    },
    (error: Error) => {
      port2.onmessage = ({ data }: MessageEvent<Message>) =>
        port2.postMessage({ id: data.id, error: error.message } satisfies Reply);
    },
  );
  port1.start();
  return {
    postMessage: (message: unknown) => port1.postMessage(message),
    addEventListener: (type: string, listener: unknown) => port1.addEventListener(type, listener as EventListener),
    terminate: () => port1.close(),
  };
}
