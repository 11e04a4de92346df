/** What of a page says where it belongs. */
export interface Placed {
  readonly address: string;
  /** `2003-04-05`; none for what has no date. */
  readonly day?: string | undefined;
  /** What it adds to the size of a part. */
  readonly size: number;
}

/** Spans that stay together as long as they fit into a part, the longest first: years, months, days, single pages. */
const SPANS: readonly ((page: Placed) => string)[] = [
  ({ day }) => day?.slice(0, 4) ?? UNDATED,
  ({ day }) => day?.slice(0, 7) ?? UNDATED,
  ({ day }) => day ?? UNDATED,
  ({ address }) => address,
];
/** Behind every year. */
const UNDATED = '~';

/**
 * Parts pages by period, oldest first and those without a day last, so that what is added today changes the newest part
 * alone. Years are put together as long as they are no larger than `limit`; a larger year is parted by months, and so on.
 * A page larger than the limit has a part to itself.
 */
export function byPeriod<T extends Placed>(pages: readonly T[], limit: number): T[][] {
  const parts: T[][] = [];
  let room = 0;
  const put = (some: readonly T[], [span, ...shorter]: typeof SPANS) => {
    if (!span) return;
    for (const [, group] of groupsInOrder(some, span)) {
      const size = group.reduce((sum, page) => sum + page.size, 0);
      if (size > limit && shorter.length > 0) {
        put(group, shorter);
        continue;
      }
      if (parts.length === 0 || size > room) {
        parts.push([]);
        room = limit;
      }
      room -= size;
      parts.at(-1)?.push(...group);
    }
  };
  put(pages, SPANS);
  return parts;
}

function groupsInOrder<T>(list: readonly T[], nameOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
