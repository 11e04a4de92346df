import { FACETS, type Filters } from './facets.ts';
import { LONGEST_QUERY } from './query/clean.ts';

/** What the search page shows, as its address says it. */
export interface View {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: 'relevance' | 'date';
  /** Nothing is searched for in place of what was typed. */
  readonly exact?: true;
}

/** Characters of a query that an address carries; what counts of them is less. */
const LONGEST_TEXT = 4 * LONGEST_QUERY;
/** Values of one facet that are looked at: an address is typed by anybody. */
const MOST_VALUES = 40;

/** Reads the part of an address behind the question mark. Never fails: what it does not know it leaves out. */
export function readView(search: string): View {
  const parameters = new URLSearchParams(search.slice(0, 20_000));
  const filters = Object.fromEntries(
    FACETS.map(
      (facet) => [facet, [...new Set(parameters.getAll(facet))].filter(Boolean).slice(0, MOST_VALUES)] as const,
    ).filter(([, values]) => values.length > 0),
  );
  const text = (parameters.get('q') ?? '').slice(0, LONGEST_TEXT);
  const exact = parameters.has('exact') ? { exact: true as const } : {};
  return { text, filters, sort: parameters.get('sort') === 'date' ? 'date' : 'relevance', ...exact };
}

/** The same view has the same address, whatever way led to it. */
export function writeView({ text, filters, sort, exact }: View): string {
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text.slice(0, LONGEST_TEXT));
  for (const facet of FACETS) for (const value of [...(filters[facet] ?? [])].sort()) parameters.append(facet, value);
  if (sort === 'date') parameters.set('sort', 'date');
  if (exact) parameters.set('exact', '');
  const written = parameters.toString();
  return written ? `?${written}` : '';
}

/** The view with a value of a facet added, or taken away where it was chosen. */
export function toggle(view: View, facet: (typeof FACETS)[number], value: string): View {
  const chosen = view.filters[facet] ?? [];
  const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return replace(view, facet, values);
}

/** The view with other values of a facet. */
export function replace(view: View, facet: (typeof FACETS)[number], values: readonly string[]): View {
  const { [facet]: _old, ...others } = view.filters;
  return { ...view, filters: values.length > 0 ? { ...others, [facet]: values } : others };
}
