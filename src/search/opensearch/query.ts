import type { API, Types } from '@opensearch-project/opensearch';
import { FACETS, type Filters } from '../facets.ts';
import type { Request } from '../protocol.ts';
import { FIELD_WEIGHTS } from '../rank.ts';
import type { TextUnit } from '../text-units.ts';
import { ANALYSERS } from './analyser-names.ts';
import type { ServerRecord } from './record.ts';

export type Body = API.Search_RequestBody;
type Query = Types.Common_QueryDsl.QueryContainer;
type Field = keyof ServerRecord;

/** Rows looked up at once; what a query names beyond that, it does not name. */
const MOST_ROWS = 100;
/** As far as a server pages by itself. */
const LAST_RESULT = 10_000;
/** Values of a facet that are counted. */
const MOST_VALUES = 1_000;
/** Raises what has every word above what has some: more than any other score. */
const EVERY_WORD = 1_000;
/** A match beside the text's own: in the names that the text uses in their other form only. */
const MENTIONED = 0.5;

const NAME_FIELDS = [`title^${FIELD_WEIGHTS.title}`, `label^${FIELD_WEIGHTS.name}`, `aliases^${FIELD_WEIGHTS.name}`];
const FIELDS = ['content', ...NAME_FIELDS, `mentions^${MENTIONED}`];

/** What a result shows before its text is read. */
const FACE: Field[] = ['address', 'kind', 'label', 'title', 'date', 'marking', 'access', 'text', 'of', 'reference'];
const SHOWN: Field[] = [...FACE, 'content', 'sections'];

/** Marks the rows that the filters let through. */
export const KEPT = 'kept';

/** What is looked for in the texts. */
export interface Wanted {
  readonly units: readonly TextUnit[];
  readonly phrases: readonly string[];
  readonly typing: boolean;
  /** Addresses of the entries that the query names: they stand above the results. */
  readonly named: readonly string[];
}

/** Asks for the entries that have one of the keys or names. Those found by a title alone come last: titles repeat. */
export function namedBody(
  keys: readonly string[],
  titles: readonly string[],
  names: readonly string[],
  filters: Filters,
): Body {
  const any = (field: Field, values: readonly string[], boost: number): Query => ({
    constant_score: { filter: { terms: { [field]: [...values] } }, boost },
  });
  return {
    query: {
      bool: {
        must: [{ dis_max: { queries: [any('keys', keys, 2), any('names', names, 2), any('keys', titles, 1)] } }],
        should: [{ bool: { filter: filterQueries(filters), _name: KEPT } }],
      },
    },
    size: MOST_ROWS,
    sort: [{ _score: { order: 'desc' } }, { address: { order: 'asc' } }],
    _source: [...FACE, 'keys', 'names'] satisfies Field[],
  };
}

/** Asks for one page of results, and for how many records have each unit and all of them. */
export function resultsBody(wanted: Wanted, request: Request): Body {
  const { from, to, filters, sort } = request;
  const units = wanted.units.map((unit) => unitQuery(unit, wanted.typing));
  const start = Math.min(from, LAST_RESULT);
  return {
    query: { bool: { ...textQuery(wanted), filter: filterQueries(filters), must_not: [at(wanted.named)] } },
    from: start,
    size: Math.max(0, Math.min(to, LAST_RESULT) - start),
    sort:
      sort === 'date'
        ? [{ day: { order: 'desc', missing: '_last' } }, { _score: { order: 'desc' } }, { address: { order: 'asc' } }]
        : [{ _score: { order: 'desc' } }, { address: { order: 'asc' } }],
    track_total_hits: true,
    _source: SHOWN,
    aggregations: {
      complete: { filter: { bool: { filter: units } } },
      // What no record has at all, whatever else the query asks for.
      archive: { global: {}, aggregations: { units: { filters: { filters: numbered(units) } } } },
    },
    suggest: Object.fromEntries(
      wanted.units.flatMap(({ text, spellings }, number) => {
        const term = { field: 'words', suggest_mode: 'missing', min_word_length: 3, prefix_length: 0, size: 20 };
        return text === '' ? [] : [[`u${number}`, { text: spellings[0]?.[0] ?? '', term }]];
      }),
    ),
  };
}

/** Asks for the texts of those named entries that also match. */
export function namedTextsBody(wanted: Wanted): Body {
  return {
    query: { bool: { ...textQuery(wanted), filter: [at(wanted.named)] } },
    size: wanted.named.length,
    _source: SHOWN,
  };
}

/** Asks how many results have each value of each facet. */
export function countsBody(wanted: Wanted, filters: Filters): Body {
  const texts: Query[] = wanted.units.length > 0 ? [{ bool: textQuery(wanted) }] : [];
  return {
    query: { bool: { filter: [{ bool: { should: [...texts, at(wanted.named)], minimum_should_match: 1 } }] } },
    size: 0,
    aggregations: Object.fromEntries(
      FACETS.map((facet) => {
        // A facet's own filter does not limit its counts: a second value can be added to the first.
        const { [facet]: _own, ...others } = filters;
        const order = facet === 'year' ? { order: { _key: 'asc' as const } } : {};
        const values = { terms: { field: `filters.${facet}`, size: MOST_VALUES, ...order } };
        return [facet, { filter: { bool: { filter: filterQueries(others) } }, aggregations: { values } }];
      }),
    ),
  };
}

const at = (addresses: readonly string[]): Query => ({ terms: { address: [...addresses] } });

const numbered = (queries: readonly Query[]) =>
  Object.fromEntries(queries.map((query, number) => [`u${number}`, query]));

/** Records that have any unit; those with all of them first, and before others what has them as its name or in a row. */
function textQuery({ units, phrases, typing }: Wanted) {
  const words = units.flatMap(({ spellings }) => spellings[0] ?? []).join(' ');
  const queries = units.map((unit) => unitQuery(unit, typing));
  const exact = phrases.map(
    (query): Query => ({ multi_match: { query, fields: FIELDS, type: 'phrase', analyzer: ANALYSERS.words } }),
  );
  return {
    must: [{ bool: { should: queries, minimum_should_match: 1 } }, ...exact],
    should: [
      { constant_score: { filter: { bool: { filter: queries } }, boost: EVERY_WORD } },
      {
        multi_match: {
          query: words,
          fields: NAME_FIELDS,
          type: 'cross_fields',
          operator: 'and',
          analyzer: ANALYSERS.words,
        },
      },
      // By the fields' own analyser, which knows synonyms: a name stands for its acronym.
      { multi_match: { query: words, fields: ['content', ...NAME_FIELDS], type: 'phrase', boost: 0.5 } },
    ],
  } satisfies Types.Common_QueryDsl.BoolQuery;
}

/** Records that have a unit in any of its spellings. */
function unitQuery({ spellings, last }: TextUnit, typing: boolean): Query {
  const queries = spellings.map((terms): Query => {
    const all = terms.map(termQuery);
    return all.length === 1 && all[0] ? all[0] : { bool: { must: all } };
  });
  const typed = spellings[0]?.[0] ?? '';
  if (isUnfinished(typed, last, typing)) queries.push({ prefix: { words: { value: typed } } });
  return { dis_max: { queries } };
}

/** Whether a word may be the beginning of another. */
export function isUnfinished(typed: string, last: boolean, typing: boolean): boolean {
  return typing && last && typed.length >= 3;
}

function termQuery(query: string): Query {
  return { multi_match: { query, fields: FIELDS, type: 'best_fields', tie_breaker: 0.3, analyzer: ANALYSERS.words } };
}

function filterQueries(filters: Filters): Query[] {
  return FACETS.flatMap((facet): Query[] => {
    const chosen = filters[facet];
    if (!chosen?.length) return [];
    const field = `filters.${facet}`;
    return facet === 'year'
      ? [
          {
            bool: {
              should: chosen.map((range) => ({ range: { [field]: yearRange(range) } })),
              minimum_should_match: 1,
            },
          },
        ]
      : [{ terms: { [field]: [...chosen] } }];
  });
}

/** `2015-2019`, `2015-`, `-2019` or `2015`; years have four digits, and are compared as words are. */
function yearRange(range: string): { gte?: string; lte?: string } {
  const [from = '', to = from] = range.split('-');
  return { ...(from ? { gte: from } : {}), ...(to ? { lte: to } : {}) };
}
