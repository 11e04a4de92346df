import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readTexts } from '../../src/search/build/texts.ts';
import { plainId } from '../../src/search/pagefind.ts';
import type { Manifest } from '../../src/search/source.ts';
import { rootOf } from '../../tests/support/search/site.ts';
import type { Collection } from './collection.ts';

/** A search over the documents of a collection: the ids of the best ten for a query. */
export type Search = (query: string) => Promise<string[]>;

interface PlainPagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: { id: string }[] }>;
}

/** Pagefind as it comes, over the index in `dist`. */
export async function plainPagefind(dist: string): Promise<Search> {
  const pagefind = (await import(`${rootOf(dist)}pagefind/pagefind.js`)) as PlainPagefind;
  await pagefind.options({ basePath: `${rootOf(dist)}pagefind/` });
  const { shards } = JSON.parse(await readFile(join(dist, 'search/index/manifest.json'), 'utf8')) as Manifest;
  const [shard] = shards;
  if (!shard) throw new Error(`The index in ${dist} has no shard.`);
  const texts = await readTexts(dist, shard);
  return async (query) => {
    const { results } = await pagefind.search(query);
    return results.slice(0, 10).flatMap(({ id }) => texts.get(plainId(id))?.url ?? []);
  };
}

export async function miniSearch({ documents }: Collection): Promise<Search> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<Collection['documents'][number]>({ fields: ['title', 'text'] });
  index.addAll(documents);
  return async (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map(({ id }) => String(id));
}

/** SQLite's FTS5, as built into Node: words joined with OR, its Porter stemmer, ranked by BM25. */
export function fts5({ documents }: Collection): Search {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61')");
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, title, text } of documents) insert.run(id, title, text);
  database.exec('COMMIT');
  const select = database.prepare('SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 10');
  return async (query) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    return select.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => String(id));
  };
}
