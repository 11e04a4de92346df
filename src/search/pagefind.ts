import { type Hit, type Hits, idf } from './rank.ts';
import type { ShardFacts } from './source.ts';

/** The part of Pagefind's browser API that is used here. */
export interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  mergeIndex(address: string, options: Readonly<Record<string, unknown>>): Promise<void>;
  search(term: string, options?: PagefindOptions): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindOptions {
  readonly filters?: Readonly<Record<string, string>>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly matchedMetaFields?: readonly string[];
}

/**
 * How Pagefind scores one word on one page. What an entry is called is our own matter (`rank.ts`), so the weights of metadata are zero;
 * a word that merely begins like the one asked for counts little.
 */
export const RANKING = {
  termSimilarity: 2,
  pageLength: 0.5,
  termSaturation: 1.4,
  termFrequency: 1,
  diacriticSimilarity: 0,
  metaWeights: {
    ...Object.fromEntries(
      ['title', 'label', 'aliases', 'date', 'day', 'kind', 'marking', 'access', 'text'].map((field) => [field, 0]),
    ),
    // Names that the text uses in their other form only: found, and no more than found.
    mentions: 0.5,
  },
};

/**
 * The text index: one Pagefind index, or several that answer as one would. Pagefind weighs a word by how rare it is in
 * an index, and a page by how long it is beside the others there. The first is made good when the scores are known, the second by
 * options for each shard that come to the same formula (BM25) with the mean length of all pages.
 */
export class TextIndex {
  readonly #shards: readonly Shard[];
  readonly #pages: number;

  private constructor(shards: readonly Shard[], pages: number) {
    this.#shards = shards;
    this.#pages = pages;
  }

  /**
   * Opens all shards as one instance: a second one would put its own memory in the place of the first one's. The ids of
   * pages are unique within a shard only, so each answers for itself, told apart by a filter.
   * @param tag changes with the index, so that the browser keeps what it has until then
   */
  static async open(pagefind: Pagefind, shards: readonly ShardFacts[], tag: string): Promise<TextIndex> {
    const [pages, words] = [sum(shards.map((shard) => shard.pages)), sum(shards.map((shard) => shard.words))];
    const several = shards.length > 1;
    const lengths = shards.map((shard) => (several ? shard.words / shard.pages / (words / pages) : 1));
    const options = (number: number) => ({
      ranking: { ...RANKING, ...lengthWeights(lengths[number] ?? 1) },
      metaCacheTag: tag,
      excerptLength: 1,
      ...(several ? { mergeFilter: { shard: String(number) } } : {}),
    });
    const instance = pagefind.createInstance({ ...options(0), basePath: shards[0]?.folder, noWorker: true });
    await instance.init();
    for (const [number, { folder }] of shards.entries()) {
      if (number > 0) await instance.mergeIndex(folder, options(number));
    }
    const opened = shards.map(
      (facts, number) => new Shard(number, facts.pages, lengths[number] ?? 1, instance, several),
    );
    return new TextIndex(opened, pages);
  }

  /** Pages that have a word in any inflection. */
  async term(term: string): Promise<Hits> {
    const found = await Promise.all(this.#shards.map((shard) => shard.term(term)));
    const rarity = idf(sum(found.map(({ size }) => size)), this.#pages);
    return new Map(
      found.flatMap((hits, number) => {
        const factor = this.#shards[number]?.factor(hits.size, rarity) ?? 1;
        return [...hits].map(([page, hit]): [string, Hit] => [page, { ...hit, score: rounded(hit.score * factor) }]);
      }),
    );
  }

  async phrase(words: string): Promise<ReadonlySet<string>> {
    return new Set((await Promise.all(this.#shards.map((shard) => shard.phrase(words)))).flat());
  }
}

/**
 * The options that give a shard's pages the scores that they would have beside the pages of all shards, but for a factor.
 * @param length mean length of the shard's pages over that of all pages
 */
function lengthWeights(length: number): { readonly termSaturation: number; readonly pageLength: number } {
  const { termSaturation, pageLength } = RANKING;
  const [fixed, scaled] = [termSaturation * (1 - pageLength), termSaturation * pageLength * length];
  return { termSaturation: fixed + scaled, pageLength: scaled / (fixed + scaled) };
}

/** One complete Pagefind index, asked one word or one phrase at a time. */
class Shard {
  readonly #number: number;
  readonly #pages: number;
  readonly #length: number;
  readonly #pagefind: PagefindInstance;
  readonly #options: PagefindOptions;

  constructor(number: number, pages: number, length: number, pagefind: PagefindInstance, several: boolean) {
    this.#number = number;
    this.#pages = pages;
    this.#length = length;
    this.#pagefind = pagefind;
    this.#options = several ? { filters: { shard: String(number) } } : {};
  }

  /**
   * Pages that have a word in any inflection. Pagefind also gives pages with longer words, and for a word that no page has
   * those with the longest beginning of it: the search for the exact word tells them apart.
   */
  async term(term: string): Promise<Hits> {
    const scored = await this.#pagefind.search(term, this.#options);
    const exact = await this.#pagefind.search(`"${term}"`, this.#options);
    const pages = new Set(exact.results.map(({ id }) => id));
    const hits = new Map<string, Hit>();
    for (const result of scored.results) {
      if (!pages.has(result.id)) continue;
      hits.set(pageId(this.#number, result.id), { score: result.score, fields: result.matchedMetaFields ?? [] });
    }
    return hits;
  }

  /** What makes the scores of a word that `pages` pages of this shard have, comparable: all shards' pages are as rare as `rarity` says. */
  factor(pages: number, rarity: number): number {
    const saturation = (RANKING.termSaturation + 1) / (lengthWeights(this.#length).termSaturation + 1);
    return (saturation * rarity) / idf(pages, this.#pages);
  }

  async phrase(words: string): Promise<string[]> {
    const { results } = await this.#pagefind.search(`"${words.replaceAll('"', ' ')}"`, this.#options);
    return results.map(({ id }) => pageId(this.#number, id));
  }
}

/** `3a1b2c4:0` from the shard 0 and Pagefind's `en_3a1b2c4`: in the same order, however many shards there are. */
export function pageId(shard: number, hash: string): string {
  return `${plainId(hash)}:${shard}`;
}

/** Pagefind's id of a page without the language that it begins with. */
export const plainId = (hash: string) => hash.replace(/^[a-z]+_/, '');

/** What is alike but for the last digits of a calculation is as good. */
const rounded = (score: number) => Math.round(score * 1e4) / 1e4;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
