import type { API } from '@opensearch-project/opensearch';
import { dayKey, type EntryRow, numberKey, referenceKey, titleKey } from '../entry.ts';
import { findDirect, MOST_REFERENCES } from '../exact-matches.ts';
import { type Fragment, type Marks, marksOf, passage } from '../excerpt.ts';
import { type Counts, FACETS } from '../facets.ts';
import { instead, stemsOf } from '../finder.ts';
import { Names } from '../names.ts';
import type { Answer, Direct, Remarks, Request, Result } from '../protocol.ts';
import { fold } from '../query/fold.ts';
import { isDay } from '../query/periods.ts';
import { type Query, understand } from '../query/understand.ts';
import { IndexError } from '../source.ts';
import { nearestWord } from '../spelling.ts';
import { textUnits } from '../text-units.ts';
import {
  type Body,
  countsBody,
  isUnfinished,
  KEPT,
  namedBody,
  namedTextsBody,
  resultsBody,
  type Wanted,
} from './query.ts';
import type { ServerRecord } from './record.ts';

/** Puts one search request to the server. */
export type Ask = (body: Body) => Promise<API.Search_ResponseBody>;

/** Findings kept: paging, filters and counts ask for the same query again. */
const KEPT_FINDINGS = 6;

/** What is known of a query before its texts are searched. */
interface Finding {
  readonly query: Query;
  /** The entries that it names and the filters let through. */
  readonly direct: readonly Direct[];
  readonly unknown: Remarks['unknown'];
  /** Nothing to look for where the query names one thing only, which is not there. */
  readonly wanted: Wanted;
}

/** The search, answered by a server: understands and shows what the engine in the browser does, in the same words. */
export class ServerEngine {
  readonly #ask: Ask;
  readonly #findings = new Map<string, Promise<Finding>>();
  /** What was searched for in place of a query. */
  readonly #instead = new Map<string, string>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** @param early called with the entries that the query names, before the texts are searched */
  async search(request: Request, early?: (answer: Answer) => void): Promise<Answer> {
    const finding = await this.#find(request);
    const { direct, wanted } = finding;
    const named = answerOf(finding, direct, [], direct.length, direct.length);
    if (wanted.units.length === 0) return named;
    if (direct.length > 0 && request.from === 0 && Object.keys(request.filters).length === 0) early?.(named);
    const [found, texts] = await Promise.all([
      this.#ask(resultsBody(wanted, request)),
      direct.length > 0 ? this.#ask(namedTextsBody(wanted)) : null,
    ]);
    const terms = termsIn(wanted, [...recordsOf(found), ...(texts ? recordsOf(texts) : [])]);
    const marks = marksOf([...terms, ...wanted.phrases.map((phrase) => fold(phrase).split(' '))]);
    const passages = new Map((texts ? recordsOf(texts) : []).map((one) => [one.address, passageOf(one, marks)]));
    const results = recordsOf(found).map((one): Result => ({ row: rowOf(one), ...passageOf(one, marks) }));
    const missing = missingOf(wanted, found);
    const better = request.exact ? null : instead(finding.query.text, missing);
    if (better !== null) {
      const other = await this.search({ ...request, text: better, typing: false, exact: true }, early);
      if (other.total > 0) {
        this.#instead.set(request.text, better);
        return { ...other, remarks: { ...other.remarks, instead: better } };
      }
    }
    return {
      ...answerOf(
        finding,
        direct.map((one) => ({ ...one, ...passages.get(one.row.address) })),
        results,
        direct.length + totalOf(found),
        direct.length + aggregation<Bucket>(found, 'complete').doc_count,
        missing,
      ),
      marks: stemsOf(finding.query, terms.flat()),
    };
  }

  /** How many results have each value of each facet. */
  async counts(request: Request): Promise<Counts> {
    const text = this.#instead.get(request.text) ?? request.text;
    const { wanted } = await this.#find({ ...request, text });
    const nothing = wanted.units.length === 0 && wanted.named.length === 0;
    const found = nothing ? null : await this.#ask(countsBody(wanted, request.filters));
    return Object.fromEntries(FACETS.map((facet) => [facet, found ? valuesOf(found, facet) : []])) as unknown as Counts;
  }

  #find(request: Request): Promise<Finding> {
    const key = JSON.stringify([request.text, request.typing === true, request.filters]);
    const known = this.#findings.get(key);
    if (known) return known;
    const finding = this.#look(request);
    this.#findings.set(key, finding);
    finding.catch(() => this.#findings.delete(key));
    const [oldest] = this.#findings.keys();
    if (this.#findings.size > KEPT_FINDINGS && oldest !== undefined) this.#findings.delete(oldest);
    return finding;
  }

  async #look({ text, typing = false, filters }: Request): Promise<Finding> {
    const query = understand(text);
    const { keys, titles } = keysOf(query);
    const asked = keys.length + titles.length + query.names.length > 0;
    const hits = asked ? hitsOf(await this.#ask(namedBody(keys, titles, query.names, filters))) : [];
    const { source, names } = indexOf(hits.map(({ record }) => record));
    const { direct, unknown, whole } = await findDirect(query, source, 1, names);
    const { units } = textUnits(query, { common: {}, synonyms: {} });
    const kept = new Set(hits.flatMap(({ record, matched }) => (matched.includes(KEPT) ? [record.address] : [])));
    return {
      query,
      direct: direct.filter(({ row }) => kept.has(row.address)),
      unknown,
      wanted: {
        // Nothing that merely looks like the reference is offered for it.
        units: whole && direct.length === 0 ? [] : units,
        phrases: query.phrases,
        typing,
        named: direct.map(({ row }) => row.address),
      },
    };
  }
}

/** Every key that `findDirect` may look up for a query. */
function keysOf({ text, references, periods, number, names }: Query): { keys: string[]; titles: string[] } {
  return {
    keys: [
      ...references.slice(0, MOST_REFERENCES).map(({ reference }) => referenceKey(reference)),
      ...periods.filter(isDay).map(({ from }) => dayKey(from)),
      ...(number ? [numberKey(Number(number.digits))] : []),
    ],
    titles: [...new Set([text, ...names].filter((one) => one.includes(' ')).map(titleKey))],
  };
}

/** What was found as a small index of its own, which `findDirect` reads like that of a site. */
function indexOf(records: readonly ServerRecord[]) {
  const sorted = [...records].sort((a, b) => (a.address < b.address ? -1 : 1));
  const rows = sorted.map(rowOf);
  const keys: Record<string, number[]> = {};
  for (const [place, record] of sorted.entries()) {
    for (const key of record.keys) {
      keys[key] ??= [];
      keys[key].push(place);
    }
  }
  const names = sorted.map((record, place) => ({ forms: record.names, row: rows[place] as EntryRow }));
  return { source: { bucket: async () => ({ rows, keys }) }, names: new Names(names) };
}

function answerOf(
  { query, unknown }: Finding,
  direct: readonly Direct[],
  results: readonly Result[],
  total: number,
  complete: number,
  missing: Remarks['missing'] = [],
): Answer {
  const { cut, signs } = query;
  const remarks = { unknown, missing, left: [], cut, instead: null, signs, period: null };
  return { direct, results, total, complete, remarks, marks: stemsOf(query, []) };
}

/** Words that no record has, each with a near spelling where there is one. */
function missingOf({ units }: Wanted, found: API.Search_ResponseBody): Remarks['missing'] {
  const { units: counted } = aggregation<{ units: { buckets: Record<string, Bucket> } }>(found, 'archive');
  const suggest = (found.suggest ?? {}) as Record<string, readonly { options: readonly Option[] }[]>;
  return units.flatMap(({ text, spellings }, number) => {
    if (text === '' || counted.buckets[`u${number}`]?.doc_count !== 0) return [];
    const options = (suggest[`u${number}`] ?? []).flatMap((one) => one.options);
    const words = Object.fromEntries(options.map((option) => [option.text, option.freq]));
    return [{ word: text, near: nearestWord(spellings[0]?.[0] ?? '', words) }];
  });
}

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}

interface Option {
  readonly text: string;
  readonly freq: number;
}

function valuesOf(found: API.Search_ResponseBody, facet: string): { value: string; count: number }[] {
  const { values } = aggregation<{ values: { buckets: readonly Bucket[] } }>(found, facet);
  return values.buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));
}

function aggregation<T>({ aggregations }: API.Search_ResponseBody, name: string): T {
  const found = aggregations?.[name];
  if (!found) throw new IndexError('The search server left out a part of its answer.');
  return found as unknown as T;
}

function totalOf({ hits }: API.Search_ResponseBody): number {
  return typeof hits.total === 'object' ? hits.total.value : (hits.total ?? 0);
}

function hitsOf({ hits }: API.Search_ResponseBody): { record: ServerRecord; matched: readonly string[] }[] {
  return hits.hits.map(({ _source, matched_queries = [] }) => ({
    // Fields that were not asked for are read by nobody.
    record: _source as ServerRecord,
    matched: Array.isArray(matched_queries) ? matched_queries : Object.keys(matched_queries),
  }));
}

const recordsOf = (found: API.Search_ResponseBody) => hitsOf(found).map(({ record }) => record);

function rowOf({ address, kind, label, title, date, marking, access, text, of, reference }: ServerRecord): EntryRow {
  return {
    address,
    kind,
    label,
    title,
    ...(date ? { date } : {}),
    ...(marking ? { marking } : {}),
    ...(access ? { access } : {}),
    ...(text ? { text } : {}),
    ...(of ? { of } : {}),
    ...(reference ? { reference } : {}),
  };
}

/** The words of each unit: those looked for, and what an unfinished one became in the texts. */
function termsIn({ units, typing }: Wanted, records: readonly ServerRecord[]): string[][] {
  return units.map(({ spellings, last }) => {
    const typed = spellings[0]?.[0] ?? '';
    const unfinished = isUnfinished(typed, last, typing);
    return [
      ...spellings.flat(),
      ...(unfinished ? records.flatMap(({ content = '' }) => wordsFrom(content, typed)) : []),
    ];
  });
}

function wordsFrom(text: string, beginning: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.startsWith(beginning)))];
}

function passageOf({ address, content = '', sections = [] }: ServerRecord, marks: Marks) {
  const anchors = sections.map(({ anchor, title, at }) => ({ element: 'h2', id: anchor, text: title, location: at }));
  const fragment: Fragment = { url: address, content, meta: {}, anchors };
  return passage(fragment, marks);
}
