import type { Bucket } from './entry.ts';
import type { Fragment } from './excerpt.ts';
import type { PageTable } from './facets.ts';
import { openShards, type Pagefind, type Shard } from './pagefind.ts';
import { both, type Hits } from './rank.ts';
import { IndexError, type Manifest, type Source } from './source.ts';
import type { Words } from './spelling.ts';

/** Loads Pagefind's script from the site with a root. */
type LoadPagefind = (base: URL) => Promise<Pagefind>;

const loadPagefind: LoadPagefind = (base) =>
  import(/* @vite-ignore */ new URL('pagefind/pagefind.js', base).href) as Promise<Pagefind>;

/** The index of a site. The only module that knows where its files lie and how they are loaded. */
export class SiteSource implements Source {
  readonly #base: URL;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #terms = new Map<string, Promise<Hits>>();
  readonly #loadPagefind: LoadPagefind;
  #shards: Promise<Shard[]> | undefined;

  /**
   * @param base address of the site's root, ending with a slash
   * @param load how Pagefind's script is had where it is not imported from the site
   */
  constructor(base: string, load = loadPagefind) {
    this.#base = new URL(base);
    this.#loadPagefind = load;
  }

  manifest = () => this.#json<Manifest>('manifest.json');
  bucket = (number: number) => this.#json<Bucket>(`entries/${number}.json`);
  words = (file: number) => this.#json<Words>(`words/${file}.json`);
  table = () => this.#json<PageTable>('pages.json');

  async warm(): Promise<void> {
    await this.#ask(async () => {});
  }

  term(term: string): Promise<Hits> {
    return this.#remember(this.#terms, term, async () => {
      const lists = await this.#ask((shard) => shard.term(term));
      return lists.length === 1 ? both(lists) : new Map(lists.flatMap((list) => [...list]));
    });
  }

  async phrase(words: string): Promise<ReadonlySet<string>> {
    return new Set((await this.#ask((shard) => shard.phrase(words))).flat());
  }

  async fragment(page: string): Promise<Fragment> {
    const shards = await this.#open();
    const fragment = await shards[Number(page.split(':')[0])]?.fragment(page);
    if (!fragment) throw new IndexError('A page of the search index is missing.');
    return fragment;
  }

  /** Asks every shard. After a failure the index is opened anew the next time. */
  async #ask<T>(question: (shard: Shard) => Promise<T>): Promise<T[]> {
    try {
      const shards = await this.#open();
      return await Promise.all(shards.map(question));
    } catch (error) {
      this.#shards = undefined;
      if (isForReader(error)) throw error;
      throw new IndexError(`The search index could not be read (${String(error)}).`, { cause: error });
    }
  }

  #open(): Promise<Shard[]> {
    this.#shards ??= this.#load();
    return this.#shards;
  }

  async #load(): Promise<Shard[]> {
    const { shards, version } = await this.manifest();
    const pagefind = await this.#loadPagefind(this.#base);
    return openShards(
      pagefind,
      shards.map((folder) => new URL(folder, this.#base).href),
      version,
    );
  }

  #json<T>(file: string): Promise<T> {
    return this.#remember(this.#files as Map<string, Promise<T>>, file, async () => {
      try {
        const response = await fetch(new URL(`search/index/${file}`, this.#base));
        if (!response.ok) throw new Error(String(response.status));
        return (await response.json()) as T;
      } catch (error) {
        if (isForReader(error)) throw error;
        throw new IndexError(`A file of the search index could not be read (search/index/${file}).`, { cause: error });
      }
    });
  }

  /** What failed once is tried again the next time. */
  #remember<T>(known: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
    const found = known.get(key);
    if (found) return found;
    const loading = load();
    known.set(key, loading);
    loading.catch(() => known.delete(key));
    return loading;
  }
}

/** Whether an error says already what is wrong, in words for the reader; its class may come from another script. */
function isForReader(error: unknown): boolean {
  return error instanceof Error && error.name === 'IndexError';
}
