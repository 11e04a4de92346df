import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientSize, measureFirst, measureWarm } from '../bench/search/cost.ts';
import { generatedArchive, generatedQueries } from '../bench/search/generated.ts';
import { queryClasses } from '../bench/search/known-items.ts';
import { compareRanking } from '../bench/search/ranking.ts';
import { measureSuccess } from '../bench/search/success.ts';
import { CommandError, runCommand } from '../src/lib/command.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { installFileFetch } from '../tests/support/search/file-fetch.ts';
import { openEngine, writeSite } from '../tests/support/search/site.ts';

const help = `npm run bench:search -- [--dist FOLDER] [--collection FOLDER] [--documents N] [--misses] [--json FILE]

Measures the search in three ways:
  1. success by class of query: queries with answers written down beforehand (bench/search/queries.yaml), and some
     made of the edition's records; a class below its floor is a failure
  2. ranking: nDCG@10 on a test collection in the format of Cranfield, CISI or NPL, ours beside plain Pagefind, MiniSearch
     and SQLite's FTS5; only with --collection, as no collection is shipped
  3. cost: bytes, requests and times of a first search, warm times and index size, for the edition and for a
     generated archive

  --dist FOLDER        the built edition, dist/delegates if left out
  --collection FOLDER  holds the files of the collection: its documents (*all*), queries (*qry*), judgements (*rel*),
                       or doc-text, query-text and rlv-ass
  --documents N        size of the generated archive, 10000 if left out; 0 leaves it out
  --misses             shows each query whose first result is not the answer
  --json FILE          writes the figures there too
  --help               this text

Exit status: 0 measured, 1 it failed or a class is below its floor, 2 the command was used wrongly.`;

const options = {
  dist: { type: 'string', default: 'dist/delegates' },
  collection: { type: 'string' },
  documents: { type: 'string', default: '10000' },
  misses: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const;

const traffic = installFileFetch();
const figures: Record<string, unknown> = {};

await runCommand({ help, options }, async ({ values }) => {
  const { dist, collection, json } = values;
  if (!existsSync(join(dist, 'search', 'index', 'manifest.json'))) {
    throw new CommandError(`${dist} holds no search index: build the edition first (npm run build)`);
  }
  await success(dist, values.misses);
  if (collection) figures.ranking = await compareRanking(collection, console.log);
  else console.log('Ranking: left out, no --collection was given.');
  await costOfEdition(dist);
  const count = Number(values.documents);
  if (!Number.isSafeInteger(count) || count < 0) throw new CommandError('--documents must be a number, 0 or more', 2);
  if (count > 0) await costOfGenerated(count, await clientSize(dist));
  if (json) await writeFile(json, JSON.stringify(figures, null, 2));
});

async function success(dist: string, showMisses: boolean): Promise<void> {
  const classes = await queryClasses(dist);
  const report = await measureSuccess(openEngine(dist), classes, (name, query, rank, got) => {
    if (showMisses) console.log(`${name} [${rank || '–'}] ${query} → ${got.slice(0, 3).join(' ') || 'nothing'}`);
  });
  console.log(`Success in ${dist}:`);
  console.table(
    report.map((row) => ({ ...row, at1: row.at1.toFixed(3), at5: row.at5.toFixed(3), mrr: row.mrr.toFixed(3) })),
  );
  figures.success = report;
  const fallen = report.filter((row) => row.fallen).map((row) => row.class);
  if (fallen.length > 0) {
    process.exitCode = 1;
    console.error(`Below their floors: ${fallen.join(', ')} (bench/search/queries.yaml)`);
  }
}

async function costOfEdition(dist: string): Promise<void> {
  const client = await clientSize(dist);
  console.log(`Cost of ${dist}; the client's scripts, beyond what is shown: ${client} bytes`);
  const queries = ['10784/15', 'strategic trade', 'who leads action 7.3'];
  const first = [];
  for (const query of queries) first.push(await measureFirst(dist, query, traffic));
  console.table(first);
  figures.edition = { client, first, warm: await measureWarm(dist, queries) };
}

async function costOfGenerated(count: number, client: number): Promise<void> {
  const { entries, pages } = generatedArchive(count);
  const dist = await writeSite(pages(), entries);
  try {
    const start = performance.now();
    const index = await buildIndex(dist);
    const seconds = (performance.now() - start) / 1000;
    console.log(`Cost of ${count} generated documents, indexed in ${seconds.toFixed(0)} s, ${index.bytes} bytes`);
    const queries = generatedQueries(entries, 40);
    const first = [];
    for (const query of [queries[0], queries[1], queries[5], queries[2], 'customs cooperation']) {
      first.push(await measureFirst(dist, query ?? '', traffic));
    }
    console.table(first);
    const warm = await measureWarm(dist, queries);
    console.log(`Warm: median ${warm.median.toFixed(0)} ms, 95 % within ${warm.p95.toFixed(0)} ms`);
    figures.generated = { documents: count, seconds, index, client, first, warm };
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
