import { rm } from 'node:fs/promises';
import { buildIndex } from '../../src/search/build-index.ts';
import { ask, openEngine, writeSite } from '../../tests/support/search/site.ts';
import { readCollection } from './collection.ts';
import { mean, ndcg } from './measures.ts';
import { fts5, miniSearch, plainPagefind, type Search } from './rivals.ts';

/** nDCG@10 of ours and of others on the same documents and queries. */
export async function compareRanking(folder: string, log: (line: string) => void): Promise<Record<string, number>> {
  const collection = await readCollection(folder);
  log(`${collection.documents.length} documents, ${collection.queries.length} queries`);
  const address = (id: string) => `/d/${id}/`;
  const idOf = (one: string) => one.split('/')[2] ?? '';
  const dist = await writeSite(
    collection.documents.map(({ id, title, text }) => ({
      address: address(id),
      title: title || id,
      paragraphs: [text],
    })),
    [],
  );
  try {
    await buildIndex(dist);
    const engine = openEngine(dist);
    const plain = await plainPagefind(dist);
    const searches: Record<string, Search> = {
      ours: async (query) => (await ask(engine, query)).map(idOf),
      'plain Pagefind': async (query) => (await plain(query)).map(idOf),
      MiniSearch: await miniSearch(collection),
      'SQLite FTS5': fts5(collection),
    };
    const report: Record<string, number> = {};
    for (const [name, search] of Object.entries(searches)) {
      const scores: number[] = [];
      for (const { id, text } of collection.queries) {
        const relevant = collection.relevant.get(id);
        if (relevant) scores.push(ndcg(await search(text), relevant));
      }
      report[name] = mean(scores);
      log(`${name.padEnd(16)} nDCG@10 ${mean(scores).toFixed(3)}`);
    }
    return report;
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
