import type { Edition } from '../../edition/editions.ts';

/** A server that answers the searches of an edition. */
export interface SearchServer {
  /** What a page must be allowed to connect to. */
  /** As readers are told it. */
  readonly host: string;
  /** Takes a search request by POST. A result for a part of the index would pass for the whole: it counts as failure. */
  readonly endpoint: string;
}

/**
 * The name under which the index of an edition is asked. It follows from the edition and cannot be chosen, so that the
 * public edition never asks the index of another.
 */
export const aliasOf = (edition: Edition) => `enfocustom-${edition}`;

/**
 * The server that `ENFOCUSTOM_SEARCH` names: `https://search.example`, with a path in front of the index's name where a
 * proxy has one. Null where none is given, and the browser searches by itself. Throws on anything else.
 */
export function searchServer(given: string | undefined, edition: Edition): SearchServer | null {
  if (!given) return null;
  const { origin, host, pathname } = addressOf(given);
  const path = `${pathname.replace(/\/*$/, '')}/${aliasOf(edition)}/_search?allow_partial_search_results=false`;
  return { host, endpoint: `${origin}${path}` };
}

/** The origin of that server, which pages of every edition are allowed to connect to. */
export function searchOrigin(given: string | undefined): string | undefined {
  return given ? addressOf(given).origin : undefined;
}

function addressOf(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && local);
  if (url && safe && !url.search && !url.hash && !url.username && !url.password) return url;
  throw new Error(
    `ENFOCUSTOM_SEARCH is "${given}": give the https address of the search server, without the name of an index, such as https://search.example`,
  );
}
