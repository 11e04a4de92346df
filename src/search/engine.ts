import type { EntryRow } from './entry.ts';
import { type Fragment, passage } from './excerpt.ts';
import { type Counts, Facets } from './facets.ts';
import { Finder, type Finding } from './finder.ts';
import type { Answer, Direct, Request, Result, Suggestion } from './protocol.ts';
import type { Source } from './source.ts';

/** Findings kept: paging, filters and counts ask for the same query again. */
const KEPT = 6;

/** The search: from what was typed to what is shown. Knows neither the browser nor Pagefind. */
export class Engine {
  readonly #source: Source;
  #finder: Promise<Finder> | undefined;
  #facets: Promise<Facets> | undefined;
  readonly #findings = new Map<string, Promise<Finding>>();

  constructor(source: Source) {
    this.#source = source;
  }

  async warm(): Promise<void> {
    await Promise.all([this.#openFinder(), this.#source.warm()]);
  }

  /** @param early called with the entries that the query names, before the texts are searched */
  async search(request: Request, early?: (answer: Answer) => void): Promise<Answer> {
    const plain = Object.keys(request.filters).length === 0;
    const tell = early && plain && request.from === 0 ? early : undefined;
    const finding = await this.#find(request, (named) =>
      tell?.(answerOf(named, named.direct, [], named.direct.length, 0)),
    );
    const inTexts = new Set(finding.ranked.map(({ page }) => page));
    const { direct, shown } = await this.#narrow(finding, request);
    const results = shown.slice(request.from, request.to).map(({ page }) => this.#result(page, finding));
    const { names } = await this.#openFinder();
    const described = direct.map(async (named, place): Promise<Direct> => {
      const { page, address } = named.row;
      const term = place === 0 && named.why === 'name' ? names.termOf(address)?.page : undefined;
      const one = term ? { ...named, meaning: meaningIn(await this.#source.fragment(term)) } : named;
      return page && inTexts.has(page) ? { ...one, ...passage(await this.#source.fragment(page), finding.marks) } : one;
    });
    const complete = direct.length + shown.filter(({ matched }) => matched === finding.units).length;
    return answerOf(
      finding,
      await Promise.all(described),
      await Promise.all(results),
      direct.length + shown.length,
      complete,
    );
  }

  /** How many results have each value of each facet. */
  async counts(request: Request): Promise<Counts> {
    const { direct, ranked } = await this.#find(request);
    const named = direct.flatMap(({ row }) => (row.page ? [{ page: row.page }] : []));
    const all = new Map([...named, ...ranked].map(({ page }) => [page, { page }]));
    return (await this.#openFacets()).count([...all.values()], request.filters);
  }

  /** What a reader who typed so far may be about to name. */
  async suggest(text: string): Promise<readonly Suggestion[]> {
    return (await this.#openFinder()).suggest(text);
  }

  async #find({ text, typing, exact }: Request, early?: (finding: Finding) => void): Promise<Finding> {
    const key = JSON.stringify([text, typing === true, exact === true]);
    const known = this.#findings.get(key);
    if (known) return known;
    const finding = this.#openFinder().then((finder) =>
      finder.find({ text, typing: typing === true, exact: exact === true }, early),
    );
    this.#findings.set(key, finding);
    finding.catch(() => this.#findings.delete(key));
    const [oldest] = this.#findings.keys();
    if (this.#findings.size > KEPT && oldest !== undefined) this.#findings.delete(oldest);
    return finding;
  }

  /** What the filters let through, in the order asked for. */
  async #narrow({ direct, ranked }: Finding, { filters, sort }: Request) {
    const others = ranked.filter(({ page }) => !direct.some(({ row }) => row.page === page));
    if (sort === 'relevance' && Object.keys(filters).length === 0) return { direct, shown: others };
    const facets = await this.#openFacets();
    const kept = facets.filter(others, filters);
    const named = direct.filter(({ row }) => facets.filter([{ page: row.page ?? '' }], filters).length > 0);
    return { direct: named, shown: sort === 'date' ? facets.byDate(kept) : kept };
  }

  async #result(page: string, { marks }: Finding): Promise<Result> {
    const fragment = await this.#source.fragment(page);
    return { row: rowOf(page, fragment), ...passage(fragment, marks) };
  }

  #openFinder(): Promise<Finder> {
    this.#finder ??= this.#source.manifest().then(
      (manifest) => new Finder(this.#source, manifest),
      (error: unknown) => {
        this.#finder = undefined;
        throw error;
      },
    );
    return this.#finder;
  }

  #openFacets(): Promise<Facets> {
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

/** The sentence that a term is explained by: what follows the term and what it stands for. */
function meaningIn({ content, meta }: Fragment): string {
  return [meta.label, meta.title].reduce<string>(
    (rest, name) => (name && rest.startsWith(`${name}. `) ? rest.slice(name.length + 2) : rest),
    content,
  );
}

function answerOf(
  { remarks, stems }: Finding,
  direct: readonly Direct[],
  results: readonly Result[],
  total: number,
  complete: number,
): Answer {
  return { direct, results, total, complete, remarks, marks: stems };
}

function rowOf(page: string, { meta, url }: Fragment): EntryRow {
  return {
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
}
