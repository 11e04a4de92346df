import * as pagefind from 'pagefind-of-edition';
import { answerMessages, type Line } from '../../search/answer-messages.ts';
import { SiteSource } from '../../search/engine.client.ts';
import type { Folder } from './folder.client.ts';
import type { AnswerOn } from './line.client.ts';

const answerOn: AnswerOn = (port) =>
  answerMessages(port as Line, (base) => new SiteSource(base, () => Promise.resolve(pagefind)));

(globalThis as unknown as { enfocustomFolder: Folder }).enfocustomFolder.take('search', answerOn);

// Pagefind starts loading without waiting for the result; what fails is reported by the search that needs it.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Error && event.reason.name === 'IndexError') event.preventDefault();
});
