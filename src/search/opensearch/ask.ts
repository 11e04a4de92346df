import { IndexError } from '../source.ts';
import type { Ask } from './engine.ts';

/** A server that takes longer answers nobody. */
const PATIENCE = 15_000;

/** There is no way to the server: the reader is offline, or it is down. */
export class ServerUnreachable extends IndexError {}

/** Asks the server at an address. Throws an `IndexError` in words for the reader. */
export function askServer(endpoint: string): Ask {
  return async (body) => {
    const response = await reach(endpoint, JSON.stringify(body));
    if (!response.ok) throw new IndexError(`The search server could not answer (status ${response.status}).`);
    const found = await response.json().catch(() => null);
    if (typeof found?.hits !== 'object') throw new IndexError('The search server gave an answer that cannot be read.');
    return found;
  };
}

async function reach(endpoint: string, body: string): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    throw new ServerUnreachable('The search server could not be reached.', { cause: error });
  }
}
