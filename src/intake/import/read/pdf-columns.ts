import type { Glyph } from './pdf-paint.ts';

/** Part of a page that is read before the next one: the whole, a column, what is above or below columns. */
export interface Zone {
  readonly glyphs: readonly Glyph[];
  /** Whether a point belongs to it. */
  holds(x: number, y: number): boolean;
}

/** A stretch of a line without a wide gap. */
interface Segment {
  readonly x0: number;
  x1: number;
  readonly y: number;
  readonly size: number;
}

/** A gap is as wide as this part of the letters' size, at least. */
const GAP = 0.7;
/** So many lines side by side are columns. */
const LEAST_LINES = 5;
/** Running text fills that part of the page's width in each column: less is a table, or labels and their values. */
const LEAST_WIDTH = 0.25;

/** The parts of a page in reading order: where two columns of running text stand side by side, the left one first. */
export function zonesOf(glyphs: readonly Glyph[], width: number): Zone[] {
  const whole: Zone[] = [{ glyphs, holds: () => true }];
  const printed = glyphs.filter(({ text }) => text.trim() !== '');
  const segments = segmentsOf(printed);
  const gutter = gutterOf(segments, width);
  if (gutter === null) return whole;
  const zones: Zone[] = [];
  const add = (holds: Zone['holds']) => {
    const inside = glyphs.filter(({ x0, y }) => holds(x0, y));
    if (inside.length > 0) zones.push({ glyphs: inside, holds });
  };
  let above = Number.NEGATIVE_INFINITY;
  for (const [top, bottom] of runsOf(rowsOf(segments), gutter)) {
    const inside = segments.filter(({ y }) => y >= top && y <= bottom);
    const sides = [inside.filter(({ x1 }) => x1 < gutter), inside.filter(({ x0 }) => x0 >= gutter - 1)];
    if (!sides.every((side) => isText(side, width))) continue;
    const from = above;
    add((_x, y) => y > from && y < top - 1);
    add((x, y) => y >= top - 1 && y <= bottom + 1 && x < gutter - 1);
    add((x, y) => y >= top - 1 && y <= bottom + 1 && x >= gutter - 1);
    above = bottom + 1;
  }
  if (zones.length === 0) return whole;
  add((_x, y) => y > above);
  return zones;
}

function isText(segments: readonly Segment[], width: number): boolean {
  const widths = segments.map(({ x0, x1 }) => x1 - x0).sort((a, b) => a - b);
  return widths.length >= LEAST_LINES && (widths[widths.length >> 1] ?? 0) > width * LEAST_WIDTH;
}

function segmentsOf(glyphs: readonly Glyph[]): Segment[] {
  const sorted = [...glyphs].sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x0 - b.x0);
  const found: Segment[] = [];
  for (const { x0, x1, y, size } of sorted) {
    const last = found.at(-1);
    if (last && Math.abs(last.y - y) < size * 0.3 && x0 >= last.x0 && x0 - last.x1 < size * GAP)
      last.x1 = Math.max(last.x1, x1);
    else found.push({ x0, x1, y, size });
  }
  return found;
}

/** Where most lines begin that begin about the middle of the page. */
function gutterOf(segments: readonly Segment[], width: number): number | null {
  const starts = segments
    .map(({ x0 }) => x0)
    .filter((x) => x > width * 0.3 && x < width * 0.7)
    .sort((a, b) => a - b);
  let best: { at: number; count: number } | null = null;
  for (let from = 0, to = 0; from < starts.length; from++) {
    while (to < starts.length && (starts[to] as number) - (starts[from] as number) < 3) to++;
    if (to - from >= LEAST_LINES && to - from > (best?.count ?? 0))
      best = { at: starts[from] as number, count: to - from };
  }
  return best?.at ?? null;
}

function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && segment.y - (row[0] as Segment).y < segment.size * 0.3) row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** Heights between which no line crosses the gutter, and no gap parts the lines. */
function runsOf(rows: readonly Segment[][], gutter: number): [top: number, bottom: number][] {
  const runs: [number, number][] = [];
  let open: Segment[] = [];
  const end = () => {
    if (open.length >= LEAST_LINES) runs.push([(open[0] as Segment).y, (open.at(-1) as Segment).y]);
    open = [];
  };
  for (const row of rows) {
    const crosses = row.some(({ x0, x1 }) => x0 < gutter - 1 && x1 > gutter - 2);
    const [first, last] = [row[0] as Segment, open.at(-1)];
    const apart = last !== undefined && first.y - last.y > first.size * 2.2;
    if (crosses || apart) end();
    if (!crosses) open.push(first);
  }
  end();
  return runs;
}
