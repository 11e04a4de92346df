import type { Fragment } from './excerpt.ts';
import type { Hit, Hits } from './rank.ts';

/** The part of Pagefind's browser API that is used here. */
export interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly matchedMetaFields?: readonly string[];
  data(): Promise<Fragment & { readonly raw_url?: string }>;
}

/**
 * How Pagefind scores one word on one page. What metadata adds is our own matter (`rank.ts`), so its weights are zero;
 * a word that merely begins like the one asked for counts little.
 */
export const RANKING = {
  termSimilarity: 2,
  pageLength: 0.5,
  termSaturation: 1.4,
  termFrequency: 1,
  diacriticSimilarity: 0,
  metaWeights: Object.fromEntries(
    ['title', 'label', 'aliases', 'date', 'kind', 'marking', 'access', 'text'].map((field) => [field, 0]),
  ),
};

/** One complete Pagefind index, asked one word or one phrase at a time. */
export class Shard {
  readonly #pagefind: PagefindInstance;
  readonly #name: string;
  readonly #results = new Map<string, PagefindResult>();

  /** @param name put before the ids of pages, which are unique within one index only */
  constructor(name: string, pagefind: PagefindInstance) {
    this.#name = name;
    this.#pagefind = pagefind;
  }

  init(): Promise<void> {
    return this.#pagefind.init();
  }

  /**
   * Pages that have a word in any inflection. Pagefind also gives pages with longer words, and for a word that no page has
   * those with the longest beginning of it: the search for the exact word tells them apart.
   */
  async term(term: string): Promise<Hits> {
    const [scored, exact] = [await this.#pagefind.search(term), await this.#pagefind.search(`"${term}"`)];
    const pages = new Set(exact.results.map(({ id }) => id));
    const hits = new Map<string, Hit>();
    for (const result of scored.results) {
      if (!pages.has(result.id)) continue;
      hits.set(this.#keep(result), { score: result.score, fields: result.matchedMetaFields ?? [] });
    }
    return hits;
  }

  async phrase(words: string): Promise<string[]> {
    const { results } = await this.#pagefind.search(`"${words.replaceAll('"', ' ')}"`);
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
