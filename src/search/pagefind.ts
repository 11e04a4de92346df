import type { Fragment } from './excerpt.ts';
import type { Hit, Hits } from './rank.ts';

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
  data(): Promise<Fragment & { readonly raw_url?: string }>;
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
 * Opens the indexes in `folders` as one instance: a second one would put its own memory in the place of the first one's.
 * The ids of pages are unique within an index only, so each answers for itself, told apart by a filter.
 * @param tag changes with the index, so that the browser keeps what it has until then
 */
export async function openShards(pagefind: Pagefind, folders: readonly string[], tag: string): Promise<Shard[]> {
  const options = (number: number) => ({
    ranking: RANKING,
    metaCacheTag: tag,
    excerptLength: 1,
    ...(folders.length > 1 ? { mergeFilter: { shard: String(number) } } : {}),
  });
  const instance = pagefind.createInstance({ ...options(0), basePath: folders[0], noWorker: true });
  await instance.init();
  for (const [number, folder] of folders.entries()) {
    if (number > 0) await instance.mergeIndex(folder, options(number));
  }
  return folders.map((_, number) => {
    const name = String(number);
    return new Shard(name, instance, folders.length > 1 ? { filters: { shard: name } } : {});
  });
}

/** One complete Pagefind index, asked one word or one phrase at a time. */
export class Shard {
  readonly #pagefind: PagefindInstance;
  readonly #name: string;
  readonly #options: PagefindOptions;
  readonly #results = new Map<string, PagefindResult>();

  /** @param name put before the ids of pages */
  constructor(name: string, pagefind: PagefindInstance, options: PagefindOptions) {
    this.#name = name;
    this.#pagefind = pagefind;
    this.#options = options;
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
      hits.set(this.#keep(result), { score: result.score, fields: result.matchedMetaFields ?? [] });
    }
    return hits;
  }

  async phrase(words: string): Promise<string[]> {
    const { results } = await this.#pagefind.search(`"${words.replaceAll('"', ' ')}"`, this.#options);
    return results.map((result) => this.#keep(result));
  }

  async fragment(page: string): Promise<Fragment | null> {
    const data = await this.#results.get(page)?.data();
    return data ? { ...data, url: data.raw_url ?? data.url } : null;
  }

  #keep(result: PagefindResult): string {
    const page = pageId(this.#name, result.id);
    if (!this.#results.has(page)) this.#results.set(page, result);
    return page;
  }
}

/** `0:3a1b2c4` from the index `0` and Pagefind's `en_3a1b2c4`. */
export function pageId(shard: string, hash: string): string {
  return `${shard}:${hash.replace(/^[a-z]+_/, '')}`;
}
