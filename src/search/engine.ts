import { findDirect } from './direct.ts';
import type { EntryRow } from './entry.ts';
import { type Fragment, marksOf, passage } from './excerpt.ts';
import { Facets } from './facets.ts';
import type { Answer, Direct, Remarks, Request, Result } from './protocol.ts';
import { fold } from './query/fold.ts';
import { lightStem } from './query/stem.ts';
import { type Query, understand } from './query/understand.ts';
import { both, either, type Hits, type Ranked, rank } from './rank.ts';
import { IndexError, type Manifest, type Source } from './source.ts';
import { completions, nearestWord, wordFilesFor } from './spelling.ts';
import { type TextUnit, textUnits } from './text-units.ts';

/** Completions of an unfinished word that are searched for. */
const COMPLETIONS = 4;

/** The search: from what was typed to what is shown. Knows neither the browser nor Pagefind. */
export class Engine {
  readonly #source: Source;
  #manifest: Promise<Manifest> | undefined;
  #facets: Promise<Facets> | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  async warm(): Promise<void> {
    await Promise.all([this.#readManifest(), this.#source.warm()]);
  }

  /** @param early called with the entries that the query names, before the texts are searched */
  async search(request: Request, early?: (answer: Answer) => void): Promise<Answer> {
    const query = understand(request.text);
    const manifest = await this.#readManifest();
    const { direct, unknown, whole } = await findDirect(query, this.#source, manifest);
    const base = { unknown, cut: query.cut, missing: [], left: [], instead: null };
    const found: Answer = {
      direct,
      results: [],
      total: direct.length,
      complete: direct.length,
      remarks: base,
      marks: marksFor(query, []),
      counts: null,
    };
    // Nothing that merely looks like the reference is offered for it.
    if (whole && direct.length === 0) return found;
    if (direct.length > 0 && request.from === 0) early?.(found);
    const { units, left } = textUnits(query, manifest);
    if (units.length === 0 && query.phrases.length === 0) return found;
    return this.#searchTexts(request, query, manifest, direct, units, { ...base, left });
  }

  async #searchTexts(
    request: Request,
    query: Query,
    manifest: Manifest,
    direct: readonly Direct[],
    units: readonly TextUnit[],
    base: Remarks,
  ): Promise<Answer> {
    const found = await Promise.all(units.map((unit) => this.#hitsOf(unit, request.typing === true)));
    const missing = await this.#explainMissing(units.filter((_, index) => found[index]?.hits.size === 0));
    const lists = found.map(({ hits }) => hits).filter((hits) => hits.size > 0);
    const within = await this.#within(query.phrases);
    const together = await this.#together(units, lists);
    const ranked = rank(lists, { total: manifest.pages, within, together });
    const list = await this.#narrow(ranked, request);
    const shown = list.filter(({ page }) => !direct.some(({ row }) => row.page === page));
    const marks = marksOf([
      ...found.map(({ terms }) => terms),
      ...query.phrases.map((phrase) => fold(phrase).split(' ')),
    ]);
    const rows = shown.slice(request.from, request.to);
    return {
      direct,
      results: await Promise.all(
        rows.map(async ({ page }) => resultOf(page, await this.#source.fragment(page), marks)),
      ),
      total: direct.length + shown.length,
      complete: direct.length + shown.filter(({ matched }) => matched === units.length).length,
      remarks: { ...base, missing, instead: instead(query.text, missing) },
      marks: marksFor(
        query,
        found.flatMap(({ terms }) => terms),
      ),
      counts: request.from === 0 ? (await this.#readFacets()).count(ranked, request.filters) : null,
    };
  }

  /** Pages that have a unit in any spelling; the words actually searched for, for marking. */
  async #hitsOf({ spellings, last }: TextUnit, typing: boolean): Promise<{ hits: Hits; terms: string[] }> {
    const hitsOf = async (terms: readonly string[]) => both(await Promise.all(terms.map((t) => this.#source.term(t))));
    const lists = await Promise.all(spellings.map(hitsOf));
    const terms = spellings.flat();
    const typed = spellings[0]?.[0] ?? '';
    if (!(typing && last && typed.length >= 3)) return { hits: either(lists), terms };
    const more = (await Promise.all(await this.#complete(typed))).flat();
    const others = await Promise.all(more.map((term) => hitsOf([term])));
    return { hits: either([...lists, ...others]), terms: [...terms, ...more] };
  }

  async #complete(typed: string): Promise<string[]> {
    const { words } = await this.#readManifest();
    const files = wordFilesFor(typed, words, true).slice(0, 4);
    const parts = await Promise.all(files.map((file) => this.#source.words(file)));
    return completions(typed, Object.assign({}, ...parts), COMPLETIONS);
  }

  /** Near spellings of the words that no page has. */
  async #explainMissing(units: readonly TextUnit[]): Promise<{ word: string; near: string | null }[]> {
    const { words } = await this.#readManifest();
    return Promise.all(
      units
        .filter(({ text }) => text !== '')
        .map(async ({ text, spellings }) => {
          const typed = spellings[0]?.[0] ?? '';
          const files = wordFilesFor(typed, words, false);
          const all = Object.assign({}, ...(await Promise.all(files.map((file) => this.#source.words(file)))));
          if (Object.hasOwn(all, typed)) {
            throw new IndexError(`The search index is incomplete: it lists “${text}” and does not find it.`);
          }
          const [begun] = typed.length > 3 ? completions(typed, all, 1) : [];
          return { word: text, near: begun ?? nearestWord(typed, all) };
        }),
    );
  }

  async #within(phrases: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    // A dash or sign that stands alone is a word to the index and none to the reader: the phrase is cut there.
    const runs = phrases.flatMap((phrase) => ` ${phrase} `.split(/ [^\p{L}\p{N} ]+(?= )/u)).map((run) => run.trim());
    const sets = await Promise.all(runs.filter(Boolean).map((run) => this.#source.phrase(run)));
    const [first, ...others] = sets;
    return first && new Set([...first].filter((page) => others.every((set) => set.has(page))));
  }

  /** Two to five words next to each other, as typed, are probably meant as one thing. */
  async #together(units: readonly TextUnit[], lists: readonly Hits[]): Promise<ReadonlySet<string> | undefined> {
    const words = units.map(({ spellings }) => spellings[0]).flatMap((terms) => (terms?.length === 1 ? terms : []));
    if (words.length !== units.length || lists.length !== units.length) return undefined;
    return words.length > 1 && words.length < 6 ? this.#source.phrase(words.join(' ')) : undefined;
  }

  async #narrow(ranked: readonly Ranked[], { filters, sort }: Request): Promise<readonly Ranked[]> {
    if (sort === 'relevance' && Object.keys(filters).length === 0) return ranked;
    const facets = await this.#readFacets();
    const kept = facets.filter(ranked, filters);
    return sort === 'date' ? facets.byDate(kept) : kept;
  }

  #readManifest(): Promise<Manifest> {
    this.#manifest ??= this.#source.manifest().catch((error: unknown) => {
      this.#manifest = undefined;
      throw error;
    });
    return this.#manifest;
  }

  #readFacets(): Promise<Facets> {
    this.#facets ??= this.#source.table().then(
      (table) => new Facets(table),
      (error: unknown) => {
        this.#facets = undefined;
        throw error;
      },
    );
    return this.#facets;
  }
}

function resultOf(page: string, fragment: Fragment, marks: ReturnType<typeof marksOf>): Result {
  const { meta, url } = fragment;
  const row: EntryRow = {
    page,
    address: url,
    kind: meta.kind as EntryRow['kind'],
    label: meta.label ?? meta.title ?? url,
    title: meta.title ?? url,
    ...(meta.date ? { date: meta.date } : {}),
    ...(meta.marking ? { marking: meta.marking } : {}),
    ...(meta.access ? { access: meta.access as NonNullable<EntryRow['access']> } : {}),
    ...(meta.text ? { text: true } : {}),
  };
  return { row, ...passage(fragment, marks) };
}

function instead(text: string, missing: readonly { word: string; near: string | null }[]): string | null {
  const near = missing.filter((one) => one.near !== null);
  if (near.length === 0) return null;
  return near.reduce((result, { word, near }) => result.replace(word, near ?? word), text);
}

/** Stems of the words of the query, for marking them on the page that a result leads to. */
function marksFor(query: Query, terms: readonly string[]): string[] {
  const phrases = query.phrases.flatMap((phrase) => fold(phrase).split(/[^\p{L}\p{N}]+/u));
  const references = query.references.map(({ text }) => fold(text).split(' ').at(-1) ?? '');
  return [...new Set([...terms, ...phrases, ...references].filter((term) => term.length > 1).map(lightStem))];
}
