import { type Box, holds } from './pdf-geometry.ts';
import type { Glyph } from './pdf-paint.ts';

/** A table as its borders draw it. */
export interface Grid {
  readonly box: Box;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** The level lines. */
  readonly level: readonly Box[];
  readonly glyphs: readonly Glyph[];
  holds(glyph: Glyph): boolean;
}

/** How far apart lines may be that are drawn as one border. */
const NEAR = 4;
const MOST_RULES = 4_000;

/** The tables that the rules of a page draw: at least two columns, and lines both ways. */
export function findGrids(rules: readonly Box[], glyphs: readonly Glyph[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  return clusters(rules).flatMap((cluster) => {
    const upright = cluster.filter((rule) => rule.y1 - rule.y0 > rule.x1 - rule.x0 && rule.y1 - rule.y0 > 6);
    const level = cluster.filter((rule) => rule.x1 - rule.x0 >= rule.y1 - rule.y0 && rule.x1 - rule.x0 > 6);
    const box = around(cluster);
    const inside = glyphs.filter((glyph) => holds(box, (glyph.x0 + glyph.x1) / 2, glyph.y - glyph.size * 0.3));
    const columns = distinct(upright.map((rule) => (rule.x0 + rule.x1) / 2));
    const rows = distinct(level.map((rule) => (rule.y0 + rule.y1) / 2));
    const filled = usedBands(
      columns,
      inside.map((glyph) => (glyph.x0 + glyph.x1) / 2),
    );
    if (upright.length === 0 || rows.length < 2 || filled < 2) return [];
    const members = new Set(inside);
    return [{ box, columns, rows, level, glyphs: inside, holds: (glyph) => members.has(glyph) } satisfies Grid];
  });
}

/**
 * The characters of each cell, row by row; columns and rows without any are borders drawn double. A cell that no line
 * parts from the one above belongs to it: what it holds stands in each of its rows.
 */
export function gridRows({ columns, rows, level, glyphs }: Grid): Glyph[][][] {
  const bands = rows.map(() => columns.map((): Glyph[] => []));
  const filled = new Set<number>();
  const used = new Set<number>();
  for (const glyph of glyphs) {
    const row = bandOf(rows, glyph.y - glyph.size * 0.3);
    const column = bandOf(columns, (glyph.x0 + glyph.x1) / 2);
    if (row < 0 || column < 0) continue;
    filled.add(row);
    used.add(column);
    bands[row]?.[column]?.push(glyph);
  }
  const parted = (row: number, column: number) => {
    const [y, x] = [rows[row] ?? 0, ((columns[column] ?? 0) + (columns[column + 1] ?? Number.POSITIVE_INFINITY)) / 2];
    return (
      !Number.isFinite(x) ||
      level.some((rule) => Math.abs((rule.y0 + rule.y1) / 2 - y) <= NEAR && rule.x0 - NEAR <= x && rule.x1 + NEAR >= x)
    );
  };
  for (const column of used) {
    for (let row = 1; row < rows.length - 1; row++) {
      const [above, own] = [bands[row - 1], bands[row]];
      if (!above?.[column] || !own?.[column] || parted(row, column)) continue;
      above[column].push(...own[column]);
      own[column] = above[column];
    }
  }
  const order = [...used].sort((a, b) => a - b);
  return [...filled].sort((a, b) => a - b).map((row) => order.map((column) => bands[row]?.[column] ?? []));
}

/** Rules that touch, directly or by way of others. */
function clusters(rules: readonly Box[]): Box[][] {
  const left = new Set(rules);
  const found: Box[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const cluster = [first];
    for (let i = 0; i < cluster.length; i++) {
      const rule = cluster[i] as Box;
      for (const other of left) {
        if (
          other.x0 - NEAR > rule.x1 ||
          other.x1 + NEAR < rule.x0 ||
          other.y0 - NEAR > rule.y1 ||
          other.y1 + NEAR < rule.y0
        )
          continue;
        left.delete(other);
        cluster.push(other);
      }
    }
    found.push(cluster);
  }
  return found;
}

function around(boxes: readonly Box[]): Box {
  let { x0, y0, x1, y1 } = boxes[0] as Box;
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}

function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (kept.length === 0 || value - (kept.at(-1) ?? 0) > NEAR) kept.push(value);
  }
  return kept;
}

/** Between which two of the sorted borders a value lies: the index of the first. */
function bandOf(borders: readonly number[], value: number): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function usedBands(borders: readonly number[], values: readonly number[]): number {
  return new Set(values.map((value) => bandOf(borders, value))).size;
}
