import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { SearchServer } from './server.ts';

const own = fileURLToPath(new URL('../connect.client.ts', import.meta.url));
const byServer = fileURLToPath(new URL('./connect-server.client.ts', import.meta.url));

/** Lets the pages of an edition ask a search server: puts the connection to it in the place of the one to the worker. */
export function serverSearch({ endpoint }: SearchServer): Plugin {
  return {
    name: 'server-search',
    enforce: 'pre',
    config: () => ({ define: { ENFOCUSTOM_SEARCH_ENDPOINT: JSON.stringify(endpoint) } }),
    async resolveId(source, importer, options) {
      if (!source.endsWith('connect.client.ts') || importer === undefined || importer === byServer) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found?.id === own ? byServer : found;
    },
  };
}
