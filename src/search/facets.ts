import type { Period } from './query/periods.ts';

/** What results can be narrowed down by, in the order of the page. */
export const FACETS = ['kind', 'party', 'year', 'plan', 'organisation', 'topic', 'access', 'language'] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  kind: 'Kind of entry',
  party: 'Working party',
  year: 'Year',
  plan: 'Action plan',
  organisation: 'Organisation',
  topic: 'Topic',
  access: 'Access',
  language: 'Original language',
};

/** Chosen values of each facet. Years are a range: `2015-2019`, `2015-`, `-2019` or `2015`. */
export type Filters = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** The columns of all pages of the index. Rows are in the order of the pages' days, pages without a day last. */
export interface PageTable {
  readonly pages: readonly string[];
  /** The day of each row that has one, or its first and last day: `2015-07-09`, `2015-07-01/2015-12-31`. */
  readonly days: readonly string[];
  readonly facets: Readonly<Record<Facet, Column>>;
}

/** One facet: its values, and for each row the places of those it has; a single one stands without its list. */
export interface Column {
  readonly values: readonly string[];
  readonly of: readonly (number | readonly number[])[];
}

/** A page as far as lists by date go. */
export interface DatedPage {
  readonly page: string;
  readonly kind: string;
  readonly held: boolean;
  readonly dated: boolean;
  /** Its days lie in a period asked for, not only across its edge. */
  readonly within: boolean;
}

/** How many pages of a result have each value: those that all other filters let through. */
export type Counts = Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>;

/** The page table, ready for questions. */
export class Facets {
  readonly #table: PageTable;
  readonly #rows: ReadonlyMap<string, number>;

  constructor(table: PageTable) {
    this.#table = table;
    this.#rows = new Map(table.pages.map((page, row) => [page, row]));
  }

  /** Keeps the pages that every filter lets through. */
  filter<T extends { readonly page: string }>(list: readonly T[], filters: Filters): T[] {
    const tests = this.#tests(filters);
    return list.filter(({ page }) => tests.every(({ test }) => test(page)));
  }

  count(list: readonly { readonly page: string }[], filters: Filters): Counts {
    const tests = this.#tests(filters);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<number, number>()])) as Record<
      Facet,
      Map<number, number>
    >;
    for (const { page } of list) {
      const failed = tests.filter(({ test }) => !test(page));
      if (failed.length > 1) continue;
      const row = this.#rows.get(page);
      if (row === undefined) continue;
      // A facet's own filter does not limit its counts: a second value can be added to the first.
      for (const facet of failed[0] ? [failed[0].facet] : FACETS) {
        for (const value of valuesAt(this.#table.facets[facet], row)) {
          counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
        }
      }
    }
    const shown = (facet: Facet) => {
      const { values } = this.#table.facets[facet];
      const list = [...counts[facet]].map(([value, count]) => ({ value: values[value] ?? '', count }));
      return facet === 'year'
        ? list.sort((a, b) => (a.value < b.value ? -1 : 1))
        : list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    };
    return Object.fromEntries(FACETS.map((facet) => [facet, shown(facet)])) as unknown as Counts;
  }

  /** Pages of a kind, if one is given, and of a time, in the order of their days; those without a day last. */
  list(kind: string | null, periods: readonly Pick<Period, 'from' | 'to' | 'monthDay'>[]): DatedPage[] {
    const { pages, days, facets } = this.#table;
    const wanted = kind === null ? -1 : facets.kind.values.indexOf(kind);
    return pages.flatMap((page, row): DatedPage[] => {
      const [from = '', to = from] = (days[row] ?? '').split('/');
      const kinds = valuesAt(facets.kind, row);
      if (kind !== null && !kinds.includes(wanted)) return [];
      const within = periods.some((one) => from !== '' && from >= one.from && to <= one.to && isOnDay(one, from));
      const touches = periods.some((one) => from !== '' && from <= one.to && to >= one.from && isOnDay(one, from));
      if (periods.length > 0 && !touches) return [];
      const access = valuesAt(facets.access, row).map((value) => facets.access.values[value] ?? '');
      return [
        {
          page,
          dated: from !== '',
          kind: facets.kind.values[kinds[0] ?? -1] ?? '',
          held: !access.includes('Not held'),
          within,
        },
      ];
    });
  }

  /** The facet that has a value, if one has. */
  facetOf(value: string): Facet | undefined {
    return FACETS.find((facet) => facet !== 'kind' && this.#table.facets[facet].values.includes(value));
  }

  /** Newest first; pages without a date last, in their order. */
  byDate<T extends { readonly page: string }>(list: readonly T[]): T[] {
    const place = ({ page }: T) => {
      const row = this.#rows.get(page) ?? this.#table.pages.length;
      return row < this.#table.days.length ? -row : 1;
    };
    return [...list].sort((a, b) => place(a) - place(b));
  }

  #tests(filters: Filters): { facet: Facet; test: (page: string) => boolean }[] {
    return FACETS.flatMap((facet) => {
      const chosen = filters[facet];
      if (!chosen?.length) return [];
      const column = this.#table.facets[facet];
      const allowed = facet === 'year' ? yearTest(chosen) : (value: string) => chosen.includes(value);
      const numbers = new Set(column.values.flatMap((value, number) => (allowed(value) ? [number] : [])));
      const test = (page: string) => valuesAt(column, this.#rows.get(page) ?? -1).some((value) => numbers.has(value));
      return [{ facet, test }];
    });
  }
}

const isOnDay = ({ monthDay }: Pick<Period, 'monthDay'>, day: string) => !monthDay || day.slice(5) === monthDay;

function valuesAt({ of }: Column, row: number): readonly number[] {
  const found = of[row] ?? [];
  return typeof found === 'number' ? [found] : found;
}

function yearTest(ranges: readonly string[]): (year: string) => boolean {
  const limits = ranges.map((range) => {
    const [from = '', to = from] = range.split('-');
    return { from: from || '0000', to: to || '9999' };
  });
  return (year) => limits.some(({ from, to }) => year >= from && year <= to);
}
