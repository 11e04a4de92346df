import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { searchServer } from './server.ts';
import { serverSearch } from './server-search.ts';

/** The scripts of a page that searches, as they are when built for a server or for none. */
async function scriptsFor(given: string | undefined): Promise<string> {
  const server = searchServer(given, 'public');
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: server ? [serverSearch(server)] : [],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: fileURLToPath(new URL('../../client/search/search-box.client.ts', import.meta.url)) },
    },
  })) as Rolldown.RolldownOutput;
  return result.output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
}

describe('the scripts of the pages', () => {
  it('ask the server that they are built for, and know the way to the edition’s own index', async () => {
    const scripts = await scriptsFor('https://search.example/find');
    expect(scripts).toContain('https://search.example/find/enfocustom-public/_search');
    expect(scripts).toContain('new Worker(');
    expect(scripts).not.toContain('ENFOCUSTOM_SEARCH_ENDPOINT');
  }, 60_000);

  it('know of no server where they are built for none', async () => {
    const scripts = await scriptsFor(undefined);
    expect(scripts).toContain('new Worker(');
    expect(scripts).not.toMatch(/_search|fetch\(/);
  }, 60_000);
});
