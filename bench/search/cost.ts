import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SiteSource } from '../../src/search/engine.client.ts';
import { Engine } from '../../src/search/engine.ts';
import type { Traffic } from '../../tests/support/search/file-fetch.ts';
import { rootOf } from '../../tests/support/search/site.ts';
import { quantile } from './measures.ts';

export interface FirstSearch {
  readonly query: string;
  /** Loaded until the results stand, the client's own scripts left out. */
  readonly bytes: number;
  readonly requests: number;
  readonly milliseconds: number;
}

const request = (text: string) => ({ text, filters: {}, sort: 'relevance', from: 0, to: 10 }) as const;

/** What the first search of a visit costs. Nothing is compressed that does not lie compressed on the disk. */
export async function measureFirst(dist: string, query: string, traffic: Traffic): Promise<FirstSearch> {
  const source = new SiteSource(rootOf(dist));
  const engine = new Engine(source);
  traffic.bytes = 0;
  traffic.requests = 0;
  const start = performance.now();
  let early = 0;
  await engine.search(request(query), () => {
    early = traffic.requests;
  });
  const milliseconds = performance.now() - start;
  // Pagefind's script is imported, not fetched.
  const imported = traffic.requests > early ? (await stat(join(dist, 'pagefind', 'pagefind.js'))).size : 0;
  return {
    query,
    bytes: traffic.bytes + imported,
    requests: traffic.requests + Number(imported > 0),
    milliseconds,
  };
}

/** Times of searches when everything was loaded once, and of the counts that follow. */
export async function measureWarm(dist: string, queries: readonly string[]) {
  const engine = new Engine(new SiteSource(rootOf(dist)));
  for (const query of queries) await engine.search(request(query));
  const fresh = new Map(queries.map((query) => [query, 0]));
  for (const query of queries) {
    const start = performance.now();
    // One space more is the same query and no remembered one.
    await engine.search(request(`${query} `));
    fresh.set(query, performance.now() - start);
  }
  const times = [...fresh.values()];
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), queries: times.length };
}

/** Bytes of the built client: every script that the search page names, and those they name. */
export async function clientSize(dist: string): Promise<number> {
  const folder = join(dist, '_astro');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const found = new Map<string, number>();
  const follow = async (text: string): Promise<void> => {
    for (const name of names.filter((one) => text.includes(one) && !found.has(one))) {
      const script = await readFile(join(folder, name), 'utf8');
      found.set(name, Buffer.byteLength(script));
      await follow(script);
    }
  };
  await follow(await readFile(join(dist, 'search', 'index.html'), 'utf8'));
  return [...found.values()].reduce((sum, size) => sum + size, 0);
}
