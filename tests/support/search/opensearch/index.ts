import type { API, Types } from '@opensearch-project/opensearch';
import { distance } from 'fastest-levenshtein';
import type { ServerRecord } from '../../../../src/search/opensearch/record.ts';
import { type Analysis, analyse } from './analyse.ts';

type Query = Types.Common_QueryDsl.QueryContainer;
type Terms = ReadonlyMap<string, readonly number[]>;

interface Doc {
  readonly id: string;
  readonly source: ServerRecord;
  /** Of each text field the terms with their places. */
  readonly fields: ReadonlyMap<string, Terms>;
}

/** Score where a document matches, null where not. */
type Match = (doc: Doc) => number | null;

/**
 * An index that keeps the contract of the parts of OpenSearch's interface that are used here: mapping, analysers, queries,
 * aggregations, suggestions. It refuses what it does not know. Its scores rise and fall as BM25's do, and are not BM25's.
 */
export class FakeIndex {
  readonly #body: API.Indices_Create_RequestBody;
  readonly #docs = new Map<string, Doc>();

  constructor(body: API.Indices_Create_RequestBody) {
    this.#body = body;
  }

  put(id: string, source: ServerRecord): void {
    const properties = this.#body.mappings?.properties ?? {};
    const texts = new Map<string, string[]>();
    for (const [name, value] of Object.entries(source)) {
      const property = properties[name];
      if (!property) throw new Error(`strict_dynamic_mapping_exception: ${name}`);
      if (property.type !== 'text') continue;
      const values = Array.isArray(value) ? (value as string[]) : [String(value)];
      for (const field of [name, ...[property.copy_to ?? []].flat()]) {
        texts.set(field, [...(texts.get(field) ?? []), ...values]);
      }
    }
    const fields = new Map([...texts].map(([field, values]) => [field, this.#terms(field, values)]));
    this.#docs.set(id, { id, source, fields });
  }

  search(body: API.Search_RequestBody): API.Search_ResponseBody {
    const {
      query,
      from = 0,
      size = 10,
      sort = [],
      _source,
      aggregations = {},
      suggest = {},
      track_total_hits,
      ...rest
    } = body;
    if (Object.keys(rest).length > 0) throw new Error(`unknown key ${Object.keys(rest)}`);
    if (track_total_hits === false) throw new Error('the total is needed');
    const match = this.#match(query ?? { match_all: {} });
    const found = [...this.#docs.values()].flatMap((doc) => {
      const score = match(doc);
      return score === null ? [] : [{ doc, score }];
    });
    const sorted = found.sort((a, b) => compare(a, b, sort as Sorting[]));
    const named = namedIn(query).map(([name, one]) => [name, this.#match(one)] as const);
    const hits = sorted.slice(from, from + size).map(({ doc, score }) => ({
      _index: 'fake',
      _id: doc.id,
      _score: score,
      _source: Object.fromEntries(Object.entries(doc.source).filter(([name]) => (_source as string[]).includes(name))),
      matched_queries: named.flatMap(([name, one]) => (one(doc) === null ? [] : [name])),
    }));
    return {
      took: 1,
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: { total: { value: found.length, relation: 'eq' }, max_score: hits[0]?._score ?? 0, hits },
      aggregations: this.#aggregate(
        aggregations as Aggregations,
        found.map(({ doc }) => doc),
      ),
      suggest: this.#suggest(suggest),
    } as unknown as API.Search_ResponseBody;
  }

  #terms(field: string, values: readonly string[]): Terms {
    const terms = new Map<string, number[]>();
    for (const [number, value] of values.entries()) {
      const property = this.#body.mappings?.properties?.[field];
      const analyser = property?.type === 'text' ? property.analyzer : undefined;
      for (const { term, at } of analyse(this.#analysis, analyser ?? '', value).flat()) {
        // Values of one field lie far apart.
        terms.set(term, [...(terms.get(term) ?? []), number * 10_000 + at]);
      }
    }
    return terms;
  }

  get #analysis(): Analysis {
    return this.#body.settings?.analysis ?? {};
  }

  #match(query: Query): Match {
    const [[kind, value] = ['', null], ...others] = Object.entries(query);
    if (others.length > 0) throw new Error(`a query has one kind: ${Object.keys(query)}`);
    const { bool, constant_score, dis_max, multi_match, terms, range, prefix } = query;
    if (query.match_all) return () => 1;
    if (bool) return this.#bool(bool);
    if (multi_match) return this.#multiMatch(multi_match);
    if (constant_score) {
      const inner = this.#match(constant_score.filter);
      return (doc) => (inner(doc) === null ? null : (constant_score.boost ?? 1));
    }
    if (dis_max) {
      const queries = dis_max.queries.map((one) => this.#match(one));
      return (doc) => best(queries.map((one) => one(doc)));
    }
    if (terms) {
      const [[field = '', values] = []] = Object.entries(terms);
      const wanted = new Set(values as string[]);
      return (doc) => (valuesAt(doc, field).some((one) => wanted.has(one)) ? 1 : null);
    }
    if (range) {
      const [[field = '', limits] = []] = Object.entries(range);
      const { gte = '', lte = '\uffff' } = limits as { gte?: string; lte?: string };
      return (doc) => (valuesAt(doc, field).some((one) => one >= gte && one <= lte) ? 1 : null);
    }
    if (prefix) {
      const [[field = '', { value: begun }] = ['', { value: '' }]] = Object.entries(prefix) as [
        string,
        { value: string },
      ][];
      return (doc) => ([...(doc.fields.get(field)?.keys() ?? [])].some((term) => term.startsWith(begun)) ? 1 : null);
    }
    throw new Error(`unknown query ${kind} ${JSON.stringify(value)}`);
  }

  #bool(query: Types.Common_QueryDsl.BoolQuery): Match {
    const { must = [], filter = [], should = [], must_not = [], minimum_should_match, _name, ...rest } = query;
    if (Object.keys(rest).length > 0) throw new Error(`unknown key ${Object.keys(rest)}`);
    const all = (queries: Query | Query[]) => [queries].flat().map((one) => this.#match(one));
    const [musts, filters, shoulds, nots] = [all(must), all(filter), all(should), all(must_not)];
    const least = Number(minimum_should_match ?? (musts.length + filters.length > 0 || shoulds.length === 0 ? 0 : 1));
    return (doc) => {
      if (nots.some((one) => one(doc) !== null) || filters.some((one) => one(doc) === null)) return null;
      const required = musts.map((one) => one(doc));
      const optional = shoulds.map((one) => one(doc)).filter((score) => score !== null);
      if (required.some((score) => score === null) || optional.length < least) return null;
      return [...required, ...optional].reduce<number>((sum, score) => sum + (score ?? 0), 0);
    };
  }

  #multiMatch(query: Types.Common_QueryDsl.MultiMatchQuery): Match {
    const { type, operator, boost = 1, analyzer, tie_breaker: _, fields = [], query: text, ...rest } = query;
    if (Object.keys(rest).length > 0) throw new Error(`unknown key ${Object.keys(rest)}`);
    const weighted = [fields].flat().map((one) => one.split('^')) as [string, string?][];
    const waysOf = (field: string) => {
      const property = this.#body.mappings?.properties?.[field];
      if (property?.type !== 'text') throw new Error(`${field} is no text`);
      return analyse(this.#analysis, analyzer ?? property.search_analyzer ?? '', text as string);
    };
    const ways = new Map(weighted.map(([field]) => [field, waysOf(field)]));
    const inField = (doc: Doc, [field, weight = '1']: [string, string?]) => {
      const terms = doc.fields.get(field) ?? new Map();
      const scores = (ways.get(field) ?? []).map((way) => {
        const matches =
          type === 'phrase' ? hasPhrase(terms, way) : way.length > 0 && way.every(({ term }) => terms.has(term));
        return matches ? way.reduce((sum, { term }) => sum + this.#rarity(term) * saturated(terms.get(term)), 0) : null;
      });
      const score = best(scores);
      return score === null ? null : score * Number(weight) * boost;
    };
    if (type === 'cross_fields') {
      if (operator !== 'and') throw new Error('cross_fields is used with and only');
      const [way = []] = ways.get(weighted[0]?.[0] ?? '') ?? [];
      return (doc) => {
        const scores = way.map(({ term }) =>
          best(weighted.map(([field, weight = '1']) => (doc.fields.get(field)?.has(term) ? Number(weight) : null))),
        );
        return way.length === 0 || scores.includes(null)
          ? null
          : scores.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      };
    }
    return (doc) => best(weighted.map((one) => inField(doc, one)));
  }

  #rarity(term: string): number {
    const having = [...this.#docs.values()].filter(({ fields }) =>
      [...fields.values()].some((terms) => terms.has(term)),
    );
    return Math.log(1 + (this.#docs.size - having.length + 0.5) / (having.length + 0.5));
  }

  #aggregate(aggs: Aggregations, docs: readonly Doc[]): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(aggs).map(([name, { aggregations: inner = {}, ...aggregation }]) => {
        const { filter, filters, global, terms } = aggregation;
        const bucket = (list: readonly Doc[]) => ({ doc_count: list.length, ...this.#aggregate(inner, list) });
        const matching = (query: Query) => {
          const match = this.#match(query);
          return docs.filter((doc) => match(doc) !== null);
        };
        if (filter) return [name, bucket(matching(filter))];
        if (global) return [name, bucket([...this.#docs.values()])];
        if (filters) {
          const named = Object.entries(filters.filters);
          return [name, { buckets: Object.fromEntries(named.map(([key, query]) => [key, bucket(matching(query))])) }];
        }
        if (terms) return [name, { buckets: valueBuckets(docs, terms) }];
        throw new Error(`unknown aggregation ${Object.keys(aggregation)}`);
      }),
    );
  }

  #suggest(suggest: NonNullable<API.Search_RequestBody['suggest']>): Record<string, unknown> {
    const known = new Map<string, number>();
    for (const { fields } of this.#docs.values())
      for (const term of fields.get('words')?.keys() ?? []) known.set(term, (known.get(term) ?? 0) + 1);
    return Object.fromEntries(
      Object.entries(suggest).map(
        ([name, { text, term }]: [string, { text: string; term: { suggest_mode: string } }]) => {
          if (term.suggest_mode !== 'missing') throw new Error('only missing words are explained');
          const near = [...known].filter(([one]) => !known.has(text) && distance(one, text) <= 2);
          const options = near.map(([one, freq]) => ({
            text: one,
            score: 1 - distance(one, text) / text.length,
            freq,
          }));
          return [name, [{ text, offset: 0, length: text.length, options }]];
        },
      ),
    );
  }
}

interface ValueAggregation {
  readonly field: string;
  readonly order?: object;
  readonly size?: number;
}

interface Aggregation {
  readonly aggregations?: Aggregations;
  readonly filter?: Query;
  readonly filters?: { readonly filters: Readonly<Record<string, Query>> };
  readonly global?: object;
  readonly terms?: ValueAggregation;
}

type Aggregations = Readonly<Record<string, Aggregation>>;

type Sorting = Readonly<Record<string, { readonly order?: string; readonly missing?: string }>>;
interface Scored {
  readonly doc: Doc;
  readonly score: number;
}

function compare(a: Scored, b: Scored, sort: readonly Sorting[]): number {
  for (const [[field = '', { order }] = ['', {}]] of sort.map(
    (one) => Object.entries(one) as [string, { order: string }][],
  )) {
    const [x, y] = field === '_score' ? [a.score, b.score] : [valuesAt(a.doc, field)[0], valuesAt(b.doc, field)[0]];
    if (x === y) continue;
    // What has no value is last in either order.
    if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
    return x < y === (order === 'asc') ? -1 : 1;
  }
  return 0;
}

function valueBuckets(docs: readonly Doc[], { field, order, size = 10 }: ValueAggregation) {
  const counts = new Map<string, number>();
  for (const doc of docs) for (const value of valuesAt(doc, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const byKey = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1);
  const sorted = [...counts].sort((a, b) => (order ? byKey(a, b) : b[1] - a[1] || byKey(a, b)));
  return sorted.slice(0, size).map(([key, doc_count]) => ({ key, doc_count }));
}

function valuesAt({ source }: Doc, path: string): string[] {
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], source);
  return found === undefined ? [] : ([found].flat() as string[]);
}

function hasPhrase(terms: Terms, way: readonly { term: string; at: number }[]): boolean {
  const [first, ...others] = way;
  return (
    first !== undefined &&
    (terms.get(first.term) ?? []).some((start) =>
      others.every(({ term, at }) => terms.get(term)?.includes(start + at - first.at)),
    )
  );
}

function best(scores: readonly (number | null)[]): number | null {
  return scores.reduce<number | null>(
    (most, score) => (score !== null && (most === null || score > most) ? score : most),
    null,
  );
}

const saturated = (places: readonly number[] | undefined) => (places?.length ?? 0) / ((places?.length ?? 0) + 1.2);

/** Queries that bear a name, wherever they stand. */
function namedIn(value: unknown): [string, Query][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.values(value).flatMap(namedIn);
  const { bool } = value as Query;
  return bool?._name ? [[bool._name, { bool }], ...own] : own;
}
