import type { Worker } from 'node:worker_threads';

/** Files that are read in less time than threads take to start. */
export const FEW = 300;

/** What a thread answers to a message. Rejects where it fails or ends instead. */
export function askThread<Answer>(thread: Worker, message: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`a thread of the proof has ended (${code})`));
    thread.once('error', reject).once('exit', ended);
    thread.once('message', (answer: Answer) => {
      thread.off('error', reject).off('exit', ended);
      resolve(answer);
    });
    thread.postMessage(message);
  });
}
