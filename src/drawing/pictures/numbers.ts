import type { Catalogue } from '../../archive/catalogue.ts';
import { parseDate } from '../../archive/date.ts';
import { FONT_SIZE, widthOf } from '../timeline/labels.ts';
import { escapeXml } from '../timeline/svg.ts';

export const ACCESS_ORDER = ['public', 'declassified', 'partial', 'limite', 'reference-only'] as const;
export type Access = (typeof ACCESS_ORDER)[number];
export type Counts = Readonly<Record<Access, number>>;

export interface Numbers {
  /** Every year from the first to the last, also those with nothing. */
  readonly years: readonly { readonly year: number; readonly counts: Counts }[];
  readonly undated: Counts;
  readonly kinds: readonly { readonly kind: string; readonly counts: Counts }[];
  readonly total: Counts;
}

/** Documents of the edition by year, kind and access. */
export function numbersOf(archive: Catalogue): Numbers {
  const years = new Map<number, Record<Access, number>>();
  const kinds = new Map<string, Record<Access, number>>();
  const undated = none();
  const total = none();
  for (const { date, entry } of archive.list('documents')) {
    const { kind, access } = entry.record;
    const day = date && (parseDate(date).earliest ?? parseDate(date).latest);
    const year = day?.slice(0, 4);
    count(!year ? undated : at(years, Number(year)), access.status);
    count(at(kinds, kind ?? 'Kind not known'), access.status);
    count(total, access.status);
  }
  const known = [...years.keys()];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const all = known.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    years: all.map((year) => ({ year, counts: years.get(year) ?? none() })),
    undated,
    kinds: [...kinds]
      .map(([kind, counts]) => ({ kind, counts }))
      .sort((a, b) => sumOf(b.counts) - sumOf(a.counts) || (a.kind < b.kind ? -1 : 1)),
    total,
  };
}

export const sumOf = (counts: Counts): number => ACCESS_ORDER.reduce((sum, status) => sum + counts[status], 0);

const none = (): Record<Access, number> => ({ public: 0, declassified: 0, partial: 0, limite: 0, 'reference-only': 0 });

function at<K>(map: Map<K, Record<Access, number>>, key: K): Record<Access, number> {
  const counts = map.get(key) ?? none();
  map.set(key, counts);
  return counts;
}

function count(counts: Record<Access, number>, status: Access): void {
  counts[status]++;
}

const HEIGHT = 180;
const FOOT = 20;
const HEAD = 18;

/** Documents a year as stacked columns; the table beside it says the same. */
export function drawYears(years: Numbers['years'], width: number, name: string): string {
  const most = Math.max(1, ...years.map(({ counts }) => sumOf(counts)));
  const step = width / Math.max(1, years.length);
  const parts: string[] = [];
  let lastLabel = Number.NEGATIVE_INFINITY;
  for (const [index, { year, counts }] of years.entries()) {
    const x = round(index * step + step * 0.15);
    let y = HEAD + HEIGHT;
    for (const status of ACCESS_ORDER) {
      const height = round((counts[status] / most) * HEIGHT);
      if (height === 0) continue;
      y = round(y - height);
      parts.push(`<path class="nr-${status}" d="M${x} ${y}h${round(step * 0.7)}v${height}h${round(-step * 0.7)}z"/>`);
    }
    const sum = String(sumOf(counts));
    if (sum !== '0' && widthOf(sum) < step)
      parts.push(text('nr-sum', round(x + step * 0.35 - widthOf(sum) / 2), y - 4, sum));
    if (x >= lastLabel && x + widthOf(String(year)) <= width) {
      parts.push(text('nr-year', x, HEAD + HEIGHT + FOOT - 5, String(year)));
      lastLabel = x + widthOf(String(year)) + 6;
    }
  }
  const base = `<path class="nr-base" d="M0 ${HEAD + HEIGHT}h${width}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="graph-picture" viewBox="0 0 ${width} ${HEAD + HEIGHT + FOOT}" role="img" aria-label="${escapeXml(name)}" font-size="${FONT_SIZE}">${parts.join('')}${base}</svg>`;
}

const text = (className: string, x: number, y: number, words: string) =>
  `<text class="${className}" x="${x}" y="${round(y)}">${words}</text>`;
const round = (value: number) => Math.round(value * 10) / 10;
