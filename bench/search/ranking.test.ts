import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installFileFetch } from '../../tests/support/search/file-fetch.ts';
import { readCollection } from './collection.ts';
import { ndcg } from './measures.ts';
import { compareRanking } from './ranking.ts';

installFileFetch();

const DOCUMENTS = [
  ['lanterns', 'lanterns shine at the border and are counted there'],
  ['candles', 'candles of wax burn slowly in the harbour'],
  ['mirrors', 'mirrors break in transit when nobody packs them'],
  ['wells', 'wells are deep and dry in a long summer'],
]
  .map(([title, text], index) => `.I ${index + 1}\n.T\n${title}\n.A\nnobody\n.B\nnowhere\n.W\n${text}\n`)
  .join('');
/** Numbered with a gap, as those of Cranfield are. */
const QUERIES = [
  [1, 'how are lanterns counted at a border'],
  [4, 'what do candles burn'],
  [8, 'are deep wells dry when the candles burn'],
]
  .map(([id, text]) => `.I ${String(id).padStart(3, '0')}\n.W\n${text}\n`)
  .join('');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-collection-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(names: readonly [string, string, string], judgements: string): Promise<string> {
  const place = join(folder, names[0]);
  await mkdir(place);
  for (const [index, text] of [DOCUMENTS, QUERIES, judgements].entries()) {
    await writeFile(join(place, names[index] ?? ''), text.replaceAll('\n', index === 0 ? '\r\n' : '\n'));
  }
  return place;
}
const cranfield = () => write(['cran.all.1400', 'cran.qry', 'cranqrel'], '1 1 2\n1 3 -1\n2 2 3\n3 4 1\n');

test('a collection is read in the form of Cranfield and in that of CISI', async () => {
  const first = await readCollection(await cranfield());
  expect(first.documents.map(({ id, title }) => [id, title])).toEqual([
    ['1', 'lanterns'],
    ['2', 'candles'],
    ['3', 'mirrors'],
    ['4', 'wells'],
  ]);
  expect(first.documents[1]?.text).toBe('candles of wax burn slowly in the harbour');
  // Judgements count the queries through; what was judged not to answer does not.
  expect(first.queries.map(({ id }) => [...(first.relevant.get(id) ?? [])])).toEqual([['1'], ['2'], ['4']]);
  const second = await readCollection(
    await write(
      ['CISI.ALL', 'CISI.QRY', 'CISI.REL'],
      '  1      1\t0\t0.000000\n  4      2\t0\t0.000000\n  8      4\t0\t0.0\n',
    ),
  );
  expect(second.queries.map(({ id }) => [...(second.relevant.get(id) ?? [])])).toEqual([['1'], ['2'], ['4']]);
});

test('a collection is read in the form of NPL', async () => {
  await writeFile(join(folder, 'doc-text'), '1\nlanterns shine\nat night\n   /\n2\ncandles burn\n   /\n   /\n');
  await writeFile(join(folder, 'query-text'), '1\nWHAT SHINES\n/\n/\n');
  await writeFile(join(folder, 'rlv-ass'), '1\n  1     2\n   /\n   /\n');
  const { documents, queries, relevant } = await readCollection(folder);
  expect(documents.map(({ id, text }) => [id, text])).toEqual([
    ['1', 'lanterns shine at night'],
    ['2', 'candles burn'],
  ]);
  expect(queries).toEqual([{ id: '1', text: 'what shines' }]);
  expect([...(relevant.get('1') ?? [])]).toEqual(['1', '2']);
});

test('a folder without a collection is told apart', async () => {
  await expect(readCollection(folder)).rejects.toThrow('has no file of documents');
});

test('the gain of an answer falls with its rank', () => {
  const relevant = new Set(['a', 'b']);
  expect(ndcg(['a', 'b', 'c'], relevant)).toBe(1);
  expect(ndcg(['c', 'a', 'b'], relevant)).toBeCloseTo((1 / Math.log2(3) + 1 / 2) / (1 + 1 / Math.log2(3)));
  expect(ndcg(['c'], relevant)).toBe(0);
  expect(ndcg([...'cdefghijkl', 'a'], relevant)).toBe(0);
});

test('four searches are measured on the same documents; plain Pagefind wants every word', async () => {
  const report = await compareRanking(await cranfield(), () => {});
  expect(report).toEqual({
    ours: 1,
    'plain Pagefind': expect.any(Number),
    MiniSearch: expect.any(Number),
    'SQLite FTS5': expect.any(Number),
  });
  expect(report.MiniSearch).toBeGreaterThan(0.5);
  expect(report['SQLite FTS5']).toBeGreaterThan(0.5);
  expect(report['plain Pagefind']).toBeLessThan(1);
}, 60_000);
