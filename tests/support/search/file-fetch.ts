import { readFile } from 'node:fs/promises';

/** What was fetched since the last `reset`. */
export interface Traffic {
  bytes: number;
  requests: number;
}

/** Makes `fetch` read `file:` addresses, so that the search client runs in Node; counts what a browser would load. */
export function installFileFetch(): Traffic {
  const traffic: Traffic = { bytes: 0, requests: 0 };
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.protocol !== 'file:') return plain(input, init);
    url.search = '';
    traffic.requests++;
    try {
      const bytes = await readFile(url);
      traffic.bytes += bytes.length;
      return new Response(bytes);
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  return traffic;
}
