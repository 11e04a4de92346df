import { type Column, FACETS, type Facet, type PageTable } from '../facets.ts';

/** A page of the text index as far as the table of pages goes. */
export interface IndexedPage {
  /** Unique among all shards (`pageId`). */
  readonly id: string;
  readonly url: string;
  readonly day?: string | undefined;
  readonly until?: string | undefined;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** The columns of all pages. */
export function tableOf(pages: readonly IndexedPage[]): PageTable {
  const sorted = [...pages].sort((a, b) => compare(a.day ?? '\uffff', b.day ?? '\uffff') || compare(a.url, b.url));
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, column(sorted.map(({ filters }) => filters[facet] ?? []))]),
  );
  return {
    pages: sorted.map(({ id }) => id),
    days: sorted.flatMap(({ day, until }) => (day === undefined ? [] : until ? `${day}/${until}` : day)),
    facets: facets as unknown as Record<Facet, Column>,
  };
}

function column(rows: readonly (readonly string[])[]): Column {
  const values = [...new Set(rows.flat())].sort();
  const numbers = new Map(values.map((value, number) => [value, number]));
  if (values.length === 0) return { values, of: [] };
  const of = rows.map((row) => {
    const places = row.map((value) => numbers.get(value) ?? 0);
    return places.length === 1 ? (places[0] ?? 0) : places;
  });
  return { values, of };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
