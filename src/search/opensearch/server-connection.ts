import type { Connection } from '../connect.client.ts';
import type { Counts } from '../facets.ts';
import type { Answer, Request } from '../protocol.ts';
import { ServerUnreachable } from './ask.ts';
import type { ServerEngine } from './engine.ts';

/** What a page asks of the search, whoever answers. */
export type Searching = Pick<Connection, 'warm' | 'ask' | 'counts'>;

/** The search by a server. Where there is no way to it, as in a copy kept for reading offline, the site's own index answers. */
export class ServerConnection implements Searching {
  readonly #engine: Pick<ServerEngine, 'search' | 'counts'>;
  readonly #own: Searching;

  constructor(engine: Pick<ServerEngine, 'search' | 'counts'>, own: Searching) {
    this.#engine = engine;
    this.#own = own;
  }

  /** A server has nothing to be loaded. */
  warm(): void {}

  ask(request: Request, early?: (answer: Answer) => void): Promise<Answer | null> {
    return this.#answer(
      () => this.#engine.search(request, early),
      () => this.#own.ask(request, early),
    );
  }

  counts(request: Request): Promise<Counts | null> {
    return this.#answer(
      () => this.#engine.counts(request),
      () => this.#own.counts(request),
    );
  }

  async #answer<T>(byServer: () => Promise<T>, byOwn: () => Promise<T>): Promise<T> {
    try {
      return await byServer();
    } catch (error) {
      if (error instanceof ServerUnreachable) return byOwn();
      throw error;
    }
  }
}
