/** What the index says of one page and one term. */
export interface Hit {
  readonly score: number;
  /** Names of the metadata fields that have the term. */
  readonly fields: readonly string[];
}

export type Hits = ReadonlyMap<string, Hit>;

export interface Ranked {
  readonly page: string;
  readonly score: number;
  /** How many of the units it has. */
  readonly matched: number;
}

/**
 * How much a match in fields counts beside the text: in the title, and in all that an entry is called. Other fields count
 * nothing.
 */
export const FIELD_WEIGHTS = { title: 1.5, name: 2 };
const NAME_FIELDS: ReadonlySet<string> = new Set(['title', 'label', 'aliases']);

/**
 * What counts besides the units, as a share of what the query weighs: a page has all of them, has them next to each other, or
 * is of the time asked for.
 */
const BONUS = { complete: 0.75, together: 0.5, dated: 1 };

/** Rarity of what `pages` of `total` pages have, as in BM25. */
export function idf(pages: number, total: number): number {
  return Math.log(1 + (total - pages + 0.5) / (pages + 0.5));
}

/** Pages that have all terms of one spelling, their scores added. */
export function both(lists: readonly Hits[]): Hits {
  const [first, ...others] = lists;
  if (!first) return new Map();
  if (others.length === 0) return first;
  const result = new Map<string, Hit>();
  for (const [page, hit] of first) {
    const all = others.map((list) => list.get(page));
    if (!all.every((other) => other !== undefined)) continue;
    const fields = hit.fields.filter((field) => all.every((other) => other.fields.includes(field)));
    result.set(page, { score: hit.score + all.reduce((sum, other) => sum + other.score, 0), fields });
  }
  return result;
}

/** Pages that have any spelling of a unit, each by its best one. */
export function either(lists: readonly Hits[]): Hits {
  const [first, ...others] = lists.filter((list) => list.size > 0);
  if (!first) return new Map();
  const result = new Map(first);
  for (const list of others) {
    for (const [page, hit] of list) {
      const known = result.get(page);
      if (!known) result.set(page, hit);
      else
        result.set(page, {
          score: Math.max(known.score, hit.score),
          fields: [...new Set([...known.fields, ...hit.fields])],
        });
    }
  }
  return result;
}

export interface RankOptions {
  readonly total: number;
  /** Pages that count at all, where quoted phrases limit them. */
  readonly within?: ReadonlySet<string> | undefined;
  /** Pages of the time that the query names. */
  readonly dated?: ReadonlySet<string> | undefined;
  /** How often each unit was typed. */
  readonly times?: readonly number[] | undefined;
  /** Pages that have the words of the query next to each other. */
  readonly together?: ReadonlySet<string> | undefined;
  /** Pages of things whose whole name stands in the query, with the places of the units that make it up. */
  readonly named?: ReadonlyMap<string, ReadonlySet<number>> | undefined;
}

/**
 * One list of the pages that have any unit, by score. The score adds up the units' scores, so that no single common word
 * decides; what the fields add grows with the square of how much of the query a field covers: one word of a title is next
 * to nothing, all words of it nearly everything.
 */
export function rank(
  units: readonly Hits[],
  { total, within, together, named, dated, times = [] }: RankOptions,
): Ranked[] {
  const weights = units.map((hits, index) => (times[index] ?? 1) * idf(hits.size, total));
  const whole = sum(weights) || 1;
  const pages = new Map<string, { score: number; matched: number; title: number; name: number }>();
  for (const [index, hits] of units.entries()) {
    const weight = weights[index] ?? 0;
    for (const [page, hit] of hits) {
      if (within && !within.has(page)) continue;
      const entry = pages.get(page) ?? { score: 0, matched: 0, title: 0, name: 0 };
      pages.set(page, entry);
      entry.score += (times[index] ?? 1) * hit.score;
      entry.matched++;
      if (hit.fields.includes('title')) entry.title += weight;
      if (hit.fields.some((field) => NAME_FIELDS.has(field))) entry.name += weight;
    }
  }
  const ranked = [...pages].map(([page, { score, matched, title, name }]): Ranked => {
    const covered =
      FIELD_WEIGHTS.title * title * (title / whole) ** 2 + FIELD_WEIGHTS.name * name * (name / whole) ** 2;
    const called = sum([...(named?.get(page) ?? [])].map((index) => weights[index] ?? 0));
    const bonus =
      (matched === units.length ? BONUS.complete : 0) +
      (together?.has(page) ? BONUS.together : 0) +
      (dated?.has(page) ? BONUS.dated : 0);
    return { page, score: score + covered + called + bonus * whole, matched };
  });
  return ranked.sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1));
}

/** What counts less than what was typed. */
export function weaker(hits: Hits, factor: number): Hits {
  return new Map([...hits].map(([page, { score, fields }]) => [page, { score: factor * score, fields }]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
