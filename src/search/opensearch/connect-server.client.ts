import { Connection as OwnConnection } from '../connect.client.ts';
import { askServer } from './ask.ts';
import { ServerEngine } from './engine.ts';
import { type Searching, ServerConnection } from './server-connection.ts';

/** Stands in the place of `connect.client.ts` in an edition that is built for a search server (`server-search.ts`). */
export class Connection implements Searching {
  readonly #searching: Searching;
  /** Suggestions are of the edition's own names. */
  readonly #own: OwnConnection;

  /** @param base address of the site's root */
  constructor(base: string) {
    const own = new OwnConnection(base);
    this.#own = own;
    // A copy that was opened from a folder may be anywhere, and has an index of its own.
    this.#searching = globalThis.enfocustomFolder
      ? own
      : new ServerConnection(new ServerEngine(askServer(ENFOCUSTOM_SEARCH_ENDPOINT)), own);
  }

  warm = () => this.#searching.warm();
  ask: Searching['ask'] = (request, early) => this.#searching.ask(request, early);
  suggest: OwnConnection['suggest'] = (text) => this.#own.suggest(text);
  counts: Searching['counts'] = (request) => this.#searching.counts(request);
}
