import { parseDate } from '../../archive/date.ts';

export interface YearGroup<T> {
  /** Null for what bears no date. */
  readonly year: number | null;
  readonly items: T[];
}

/** Items by the year of their date, years and items in the order given. Of a period the year in which it began counts. */
export function groupByYear<T extends { readonly date: string | null }>(items: readonly T[]): YearGroup<T>[] {
  const groups = new Map<number | null, T[]>();
  for (const item of items) {
    const year = item.date ? yearOf(item.date) : null;
    const group = groups.get(year);
    if (group) group.push(item);
    else groups.set(year, [item]);
  }
  return [...groups].map(([year, group]) => ({ year, items: group }));
}

/** Of a period that is open towards the past the year of its end. */
function yearOf(date: string): number {
  const { earliest, latest } = parseDate(date);
  return Number((earliest ?? latest)?.slice(0, 4));
}
