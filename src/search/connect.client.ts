import type { Counts } from './facets.ts';
import type { Answer, Message, Reply, Request, Suggestion } from './protocol.ts';

/** Longer than any search takes on a slow line; then something is broken. */
const PATIENCE = 30_000;

/** What answers: a worker, or the script of a copy that was opened from a folder, where browsers start no workers. */
type Answerer = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

declare global {
  /** Set by `src/offline/folder` in a copy that is opened from a folder. */
  var enfocustomFolder: { openSearch(): Answerer } | undefined;
}

interface Waiting {
  readonly done: (reply: Reply) => void;
  readonly failed: (error: Error) => void;
  readonly early: ((answer: Answer) => void) | undefined;
}

/** The search as a page uses it. Nothing is loaded before the first question or `warm`. */
export class Connection {
  readonly #base: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Answerer | undefined;
  #count = 0;

  /** @param base address of the site's root */
  constructor(base: string) {
    this.#base = base;
  }

  /** Loads what every search needs. Failure is silent: the first question tells. */
  warm(): void {
    this.#send({ id: ++this.#count, kind: 'warm', base: this.#base }).catch(() => {});
  }

  /**
   * The answer; null where a newer question has overtaken this one.
   * @param early told the entries that the query names, before the texts are searched
   */
  async ask(request: Request, early?: (answer: Answer) => void): Promise<Answer | null> {
    const reply = await this.#send({ id: ++this.#count, kind: 'search', base: this.#base, request }, early);
    return 'answer' in reply ? reply.answer : null;
  }

  /** What a reader may be about to name. */
  async suggest(text: string): Promise<readonly Suggestion[]> {
    const reply = await this.#send({ id: ++this.#count, kind: 'suggest', base: this.#base, text });
    return 'suggestions' in reply ? reply.suggestions : [];
  }

  /** How many results have each value of each facet. */
  async counts(request: Request): Promise<Counts | null> {
    const reply = await this.#send({ id: ++this.#count, kind: 'counts', base: this.#base, request });
    return 'counts' in reply ? reply.counts : null;
  }

  #send(message: Message, early?: (answer: Answer) => void): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail('The search did not answer in time.'), PATIENCE);
      this.#waiting.set(message.id, {
        done: (reply) => {
          clearTimeout(timer);
          resolve(reply);
        },
        failed: (error) => {
          clearTimeout(timer);
          reject(error);
        },
        early,
      });
      this.#open().postMessage(message);
    });
  }

  #open(): Answerer {
    if (this.#worker) return this.#worker;
    const worker =
      globalThis.enfocustomFolder?.openSearch() ??
      new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event) => this.#receive((event as MessageEvent<Reply>).data));
    worker.addEventListener('error', () => this.#fail('The search could not be started.'));
    this.#worker = worker;
    return worker;
  }

  #receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('answer' in reply && reply.early) {
      if (reply.answer) waiting.early?.(reply.answer);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting.failed(new Error(reply.error));
    else waiting.done(reply);
  }

  /** Gives up the worker; the next question starts another. */
  #fail(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of waiting) failed(new Error(message));
  }
}
