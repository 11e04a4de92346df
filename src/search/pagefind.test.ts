import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installFileFetch } from '../../tests/support/search/file-fetch.ts';
import { ask, openEngine, type Page, rootOf, writeSite } from '../../tests/support/search/site.ts';
import { buildIndex } from './build-index.ts';
import { SiteSource } from './engine.client.ts';
import type { EntryRecord } from './entry-list.ts';

const WORDS = 'candle lantern lanterns mirror wick waxen guild borderland ferry harbour ledger tunnel'.split(' ');

/** An archive whose style changed: pages become longer, and words common or rare, from year to year. */
const papers = Array.from({ length: 60 }, (_, number) => {
  const year = 1990 + Math.floor(number / 2);
  const length = 8 + 4 * Math.floor(number / 6);
  const fashion = Math.floor(number / 12);
  const words = Array.from(
    { length },
    (__, at) => WORDS[(at * at * (number + 1) + (at % 3 ? fashion : number)) % WORDS.length],
  );
  return {
    address: `/documents/paper-${number}/`,
    title: `Paper ${number} on ${words[1]}`,
    day: `${year}-02-03`,
    words,
  };
});

let [one, several] = ['', ''];
beforeAll(async () => {
  installFileFetch();
  const site = () =>
    writeSite(
      papers.map(({ address, title, words }): Page => ({ address, title, paragraphs: [words.join(' ')] })),
      papers.map(({ address, title, day }): EntryRecord => {
        const entry = { address, kind: 'Document', label: title, title, date: day, day } as const;
        return { ...entry, filters: { kind: ['Document'] }, keys: [], names: [], aliases: [] };
      }),
    );
  one = await site();
  several = await site();
  expect((await buildIndex(one)).shards).toBe(1);
  expect((await buildIndex(several, { shardSize: 2_500 })).shards).toBeGreaterThan(3);
}, 60_000);
afterAll(() => Promise.all([one, several].map((folder) => rm(folder, { recursive: true, force: true }))));

/** What an index says of a word: scores by Pagefind's id of the page, the same in any shard. */
async function scoresOf(dist: string, word: string): Promise<Record<string, number>> {
  const hits = await new SiteSource(rootOf(dist)).term(word);
  return Object.fromEntries([...hits].map(([page, { score }]) => [page.split(':')[0], score]));
}

describe('several shards', () => {
  it.each([...WORDS.filter((word) => !WORDS.some((other) => other !== word && other.startsWith(word)))])(
    'score pages for “%s” as one index does',
    async (word) => {
      const [expected, got] = [await scoresOf(one, word), await scoresOf(several, word)];
      expect(Object.keys(got).sort()).toEqual(Object.keys(expected).sort());
      expect(Object.keys(got).length).toBeGreaterThan(0);
      for (const [page, score] of Object.entries(expected)) expect(got[page]).toBeCloseTo(score, 4);
    },
  );

  it.each(['candle', 'lanterns wick', 'mirror guild harbour', 'waxen ferry', 'borderland tunnel ledger wick'])(
    'put the answers to “%s” in the order of one index',
    async (query) => {
      const expected = await ask(openEngine(one), query, 30);
      expect(await ask(openEngine(several), query, 30)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(5);
    },
  );
});
