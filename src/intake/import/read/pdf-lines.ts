import { LINE_BREAK } from '../hyphens.ts';
import { withoutOwnMarks } from '../page-mark.ts';
import { zonesOf } from './pdf-columns.ts';
import type { Box } from './pdf-geometry.ts';
import type { Glyph, PaintedPage } from './pdf-paint.ts';
import { findGrids, type Grid, gridRows } from './pdf-table.ts';

/** A line as printed: cells set off by tabs, raised numbers as `<sup>1</sup>`. */
export interface PdfLine {
  readonly kind: 'line';
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Where its last cell begins. */
  readonly cellX: number;
  /** How wide its first word is. */
  readonly firstWord: number;
  /** How far lines reach to the right in its column. */
  readonly right: number;
}

/** A table with borders. */
export interface PdfTable {
  readonly kind: 'table';
  readonly y: number;
  readonly rows: readonly (readonly string[])[];
}

export type PdfBlock = PdfLine | PdfTable;

/** Besides a space that is printed: beyond this part of the size of the letters a gap is a space, and beyond the other it sets off a cell. */
const SPACE = 0.16;
const CELL = 1.6;

/** The lines and tables of a page in the order in which they are read. */
export function blocksOf(page: PaintedPage): PdfBlock[] {
  const grids = findGrids(page.rules, page.glyphs);
  const free = page.glyphs.filter((glyph) => !grids.some((grid) => grid.holds(glyph)));
  const tables = grids.map((grid) => ({ ...tableOf(grid), x0: grid.box.x0 }));
  const zones = zonesOf(free, page.width);
  return zones.flatMap(({ glyphs, holds }) => {
    const lines = linesOf(glyphs).map((line) => withDot(line, page.dots));
    const right = rightEdge(lines, zones.length > 1 ? 0 : page.width * 0.6);
    const inside = tables.filter((table) => holds(table.x0, table.y));
    return [...lines.map((line) => ({ ...line, right })), ...inside].sort((a, b) => a.y - b.y);
  });
}

/** Where lines end at the right, but for a few that stand out. */
function rightEdge(lines: readonly PdfLine[], least: number): number {
  const ends = lines.flatMap(({ text, x1 }) => (text.includes('\t') ? [] : [x1])).sort((a, b) => a - b);
  return Math.max(ends[Math.floor(ends.length * 0.97)] ?? 0, least);
}

/** The words of characters that are no part of the text: as they stand, and in the order in which they were painted. */
export function wordsOf(glyphs: readonly Glyph[]): string {
  let painted = '';
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    const gap = last ? Math.max(glyph.x0 - last.x1, last.x0 - glyph.x0) : 0;
    if (last && (Math.abs(glyph.y - last.y) > last.size * 0.5 || last.angle !== glyph.angle || gap > last.size * 4))
      painted += '\n';
    else if (gap > glyph.size * SPACE) painted += ' ';
    painted += glyph.text;
    last = glyph;
  }
  const angles = [...new Set(glyphs.map(({ angle }) => angle))];
  const standing = angles.flatMap((angle) => linesOf(glyphs.filter((glyph) => glyph.angle === angle)));
  return [painted, ...standing.map(({ text }) => text)].join('\n');
}

/** A line with the bullet that is drawn before it. */
function withDot(line: PdfLine, dots: readonly Box[]): PdfLine {
  const { x0, y, size } = line;
  const dot = dots.find((box) => box.x1 <= x0 && box.x1 > x0 - size * 2 && box.y1 <= y + 1 && box.y0 >= y - size * 0.9);
  if (!dot) return line;
  const cellX = line.cellX === x0 ? dot.x0 : line.cellX;
  return { ...line, text: `• ${line.text}`, x0: dot.x0, cellX, firstWord: x0 - dot.x0 };
}

function tableOf(grid: Grid): PdfTable {
  const rows = gridRows(grid).map((row) =>
    row.map((cell) =>
      linesOf(cell)
        .map(({ text }) => text.replaceAll('\t', ' '))
        .reduce((joined, text) => joinLines(joined, text), ''),
    ),
  );
  return { kind: 'table', y: grid.box.y0, rows: rows.filter((row) => row.some((text) => text !== '')) };
}

/** Two lines of one paragraph as one. */
export function joinLines(first: string, next: string): string {
  if (first === '') return next;
  return /\p{L}-$/u.test(first) && /^\p{Ll}/u.test(next) ? first + LINE_BREAK + next : `${first} ${next}`;
}

/** Groups characters by their base lines; raised numbers join the line they are raised from. */
export function linesOf(glyphs: readonly Glyph[]): PdfLine[] {
  const printed = [...glyphs].sort((a, b) => a.y - b.y);
  const groups: Glyph[][] = [];
  for (const glyph of printed) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && glyph.y - last.y <= Math.min(glyph.size, last.size) * 0.2) group.push(glyph);
    else if (!isSpace(glyph)) groups.push([glyph]);
  }
  const lines: { base: Glyph[]; raised: Glyph[] }[] = [];
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as Glyph[];
    const below = groups[i + 1];
    if (below && isRaisedFrom(group, below)) {
      lines.push({ base: below, raised: group });
      i++;
    } else lines.push({ base: group, raised: [] });
  }
  return lines.map(({ base, raised }) => lineOf(base, raised));
}

const isSpace = ({ text }: Glyph) => text.trim() === '';

function isRaisedFrom(group: readonly Glyph[], below: readonly Glyph[]): boolean {
  const size = median(below.map((glyph) => glyph.size));
  const own = median(group.map((glyph) => glyph.size));
  const lift = median(below.map((glyph) => glyph.y)) - median(group.map((glyph) => glyph.y));
  const [left, right] = [Math.min(...below.map(({ x0 }) => x0)), Math.max(...below.map(({ x1 }) => x1))];
  return (
    own < size * 0.85 &&
    lift > 0 &&
    lift < size * 0.65 &&
    group.every(({ x0, x1 }) => x1 > left - size && x0 < right + size)
  );
}

function lineOf(base: readonly Glyph[], raised: readonly Glyph[]): PdfLine {
  const up = new Set(raised);
  const all = [...base, ...raised].sort((a, b) => a.x0 - b.x0);
  const size = median(base.map((glyph) => glyph.size));
  let text = '';
  let sup = '';
  let cellX = all[0]?.x0 ?? 0;
  let firstWord = 0;
  let last: Glyph | null = null;
  const endRaised = () => {
    if (sup !== '') text += /^\(?\d{1,3}\)?$/.test(sup) ? `<sup>${sup.replace(/[()]/g, '')}</sup>` : sup;
    sup = '';
  };
  let spaced = false;
  for (const glyph of all) {
    if (isSpace(glyph)) {
      spaced = true;
      continue;
    }
    // Printed twice in one place to look bold.
    if (last && last.text === glyph.text && Math.abs(last.x0 - glyph.x0) < size * 0.1) continue;
    const gap = last ? glyph.x0 - last.x1 : 0;
    if (last && (spaced || gap > size * SPACE)) {
      endRaised();
      if (firstWord === 0) firstWord = last.x1 - (all[0]?.x0 ?? 0);
      if (gap > size * CELL) cellX = glyph.x0;
      text += gap > size * CELL ? '\t' : ' ';
    }
    spaced = false;
    if (up.has(glyph)) sup += glyph.text;
    else {
      endRaised();
      text += glyph.text;
    }
    if (!last || glyph.x1 > last.x1) last = glyph;
  }
  endRaised();
  const x0 = all[0]?.x0 ?? 0;
  const x1 = last?.x1 ?? x0;
  return {
    kind: 'line',
    text: inReadingOrder(withoutOwnMarks(text)),
    x0,
    x1,
    y: median(base.map((glyph) => glyph.y)),
    size,
    bold: base.every((glyph) => glyph.bold || !/\p{L}/u.test(glyph.text)) && base.some((glyph) => glyph.bold),
    cellX,
    firstWord: firstWord || x1 - x0,
    right: x1,
  };
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{M}\s]*[\p{Script=Hebrew}\p{Script=Arabic}\p{M}])?/gu;

/** A line whose signs stand from left to right, with words of scripts that run the other way as they are read. */
function inReadingOrder(line: string): string {
  return line.replace(RIGHT_TO_LEFT, (run) => [...run].reverse().join(''));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
