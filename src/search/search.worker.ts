/// <reference lib="webworker" />
import { answerMessages, type Line } from './answer-messages.ts';
import { SiteSource } from './engine.client.ts';

/** The search off the main thread: one engine, asked by messages. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
answerMessages(scope as Line, (base) => new SiteSource(base));

// Pagefind starts loading without waiting for the result; what fails is reported by the search that needs it.
scope.addEventListener('unhandledrejection', (event) => event.preventDefault());
