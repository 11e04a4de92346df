import { MOST_LINES } from './budget.ts';

/** What one page shows of a list. */
export interface Part<T> {
  /** The end of its address: `2`, `1998`, `1998-2`, `undated`. What is added behind leaves the names before it as they are. */
  readonly name: string;
  /** The year that it shows, or a part of; null for what bears no date, or where the list is not cut by years. */
  readonly year: number | null;
  readonly items: readonly T[];
}

/** Parts of as many items as a page holds; none of an empty list. */
export function byNumber<T>(items: readonly T[], most = MOST_LINES): Part<T>[] {
  return slices(items, most).map((slice, index) => ({ name: String(index + 1), year: null, items: slice }));
}

/** A part for each year, in the order given; several for a year of more items than a page holds. */
export function byYear<T>(
  years: readonly { readonly year: number | null; readonly items: readonly T[] }[],
  most = MOST_LINES,
): Part<T>[] {
  return years.flatMap(({ year, items }) => {
    const name = year === null ? 'undated' : String(year);
    return slices(items, most).map((slice, index) => ({
      name: index === 0 ? name : `${name}-${index + 1}`,
      year,
      items: slice,
    }));
  });
}

function slices<T>(items: readonly T[], most: number): T[][] {
  const cut: T[][] = [];
  for (let at = 0; at < items.length; at += most) cut.push(items.slice(at, at + most));
  return cut;
}
