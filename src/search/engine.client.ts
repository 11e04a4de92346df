import type { Bucket } from './entry.ts';
import type { Fragment } from './excerpt.ts';
import type { PageTable } from './facets.ts';
import type { Meanings } from './meanings.ts';
import type { Numbers } from './numbers.ts';
import { type Pagefind, TextIndex } from './pagefind.ts';
import type { Hits } from './rank.ts';
import { IndexError, type Manifest, type Source, textFile, textFileNumber } from './source.ts';
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
  #texts: Promise<TextIndex> | undefined;

  /**
   * @param base address of the site's root, ending with a slash
   * @param load how Pagefind's script is had where it is not imported from the site
   */
  constructor(base: string, load = loadPagefind) {
    this.#base = new URL(base);
    this.#loadPagefind = load;
  }

  manifest = () => this.#json<Manifest>('search/index/manifest.json');
  bucket = (number: number) => this.#json<Bucket>(`search/index/entries/${number}.json`);
  words = (file: number) => this.#json<Words>(`search/index/words/${file}.json`);
  async numbers(prefix: string): Promise<Numbers> {
    const { numbers } = await this.manifest();
    return numbers.includes(prefix) ? this.#json<Numbers>(`search/index/numbers/${prefix}.json`) : [];
  }

  foreign = () => this.#json<Meanings>('search/index/foreign.json');
  commonWords = (letter: string) => this.#json<string>(`search/index/common/${letter}.json`);
  table = () => this.#json<PageTable>('search/index/pages.json');

  async warm(): Promise<void> {
    await this.#ask(async () => {});
  }

  term(term: string): Promise<Hits> {
    return this.#remember(this.#terms, term, () => this.#ask((texts) => texts.term(term)));
  }

  phrase(words: string): Promise<ReadonlySet<string>> {
    return this.#ask((texts) => texts.phrase(words));
  }

  async fragment(page: string): Promise<Fragment> {
    const [id = '', number] = page.split(':');
    const shard = (await this.manifest()).shards[Number(number)];
    const file = shard && shard.folder + textFile(shard.texts, textFileNumber(id, shard.texts.files));
    const fragment = file && (await this.#json<Readonly<Record<string, Fragment>>>(file))[id];
    if (!fragment) throw new IndexError('A page of the search index is missing.');
    return fragment;
  }

  /** After a failure the index is opened anew the next time. */
  async #ask<T>(question: (texts: TextIndex) => Promise<T>): Promise<T> {
    try {
      return await question(await this.#open());
    } catch (error) {
      this.#texts = undefined;
      if (isForReader(error)) throw error;
      throw new IndexError(`The search index could not be read (${String(error)}).`, { cause: error });
    }
  }

  #open(): Promise<TextIndex> {
    this.#texts ??= this.#load();
    return this.#texts;
  }

  async #load(): Promise<TextIndex> {
    const { shards, version } = await this.manifest();
    const pagefind = await this.#loadPagefind(this.#base);
    return TextIndex.open(
      pagefind,
      shards.map((shard) => ({ ...shard, folder: new URL(shard.folder, this.#base).href })),
      version,
    );
  }

  #json<T>(file: string): Promise<T> {
    return this.#remember(this.#files as Map<string, Promise<T>>, file, async () => {
      try {
        const response = await fetch(new URL(file, this.#base));
        if (!response.ok) throw new Error(String(response.status));
        return (await response.json()) as T;
      } catch (error) {
        if (isForReader(error)) throw error;
        throw new IndexError(`A file of the search index could not be read (${file}).`, { cause: error });
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
