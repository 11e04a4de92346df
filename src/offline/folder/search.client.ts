import * as pagefind from 'pagefind-of-edition';
import { answerMessages, type Line } from '../../search/answer-messages.ts';
import { SiteSource } from '../../search/engine.client.ts';
import type { Folder } from './folder.client.ts';
import type { AnswerOn } from './line.client.ts';

const folder = (globalThis as unknown as { enfocustomFolder: Folder }).enfocustomFolder;

const answerOn: AnswerOn = (port) => {
  const line: Line = {
    // Pagefind says of a damaged file only that it failed.
    postMessage: (reply) =>
      port.postMessage('error' in reply ? { ...reply, error: folder.damage()?.message ?? reply.error } : reply),
    addEventListener: (type, listener) => port.addEventListener(type, listener),
  };
  answerMessages(line, (base) => new SiteSource(base, () => Promise.resolve(pagefind)));
};

folder.take('search', answerOn);

// Pagefind starts loading without waiting for the result; what fails is reported by the search that needs it.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Error && event.reason.name === 'IndexError') event.preventDefault();
});
