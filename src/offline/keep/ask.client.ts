import type { Question, Status } from './status.ts';

/** Asks a service worker. */
export function ask(worker: ServiceWorker, question: Question): Promise<Status> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Status>) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}
