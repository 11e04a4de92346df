import type { Day } from './day.ts';
import { fitted, widthOf } from './labels.ts';
import type { Mark } from './mark.ts';
import type { Sheet } from './picture.ts';
import type { Scale } from './scale.ts';

const BAR = 17;
const ROW = 22;
const MOST_ROWS = 6;
/** Length over which an open end fades. */
const FADE = 28;
const PAD = 5;
const LONGEST_NAME = 170;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where a bar is drawn; `softLeft` and `softRight` say that it may reach further. */
interface Extent extends Edges {
  readonly softLeft: boolean;
  readonly softRight: boolean;
  /** Placed by its order only. */
  readonly guessed: boolean;
}

/** Draws periods in rows below `y`; tells the height taken and how many had no room. */
export function drawBars(
  sheet: Sheet,
  bars: readonly Mark[],
  scale: Scale,
  edges: Edges,
  y: number,
): { height: number; left: number } {
  const extents = extentsOf(bars, scale, edges);
  let rows = 0;
  let left = 0;
  const inOrder = bars
    .flatMap((bar) => {
      const extent = extents.get(bar.id);
      return extent ? [{ bar, extent }] : [];
    })
    .sort((a, b) => a.extent.left - b.extent.left || (a.bar.id < b.bar.id ? -1 : 1));
  for (const { bar, extent } of inOrder) {
    const row = placeBar(sheet, bar, extent, edges, y);
    if (row === null) left++;
    else rows = Math.max(rows, row + 1);
  }
  return { height: rows * ROW, left: left + bars.length - inOrder.length };
}

function placeBar(sheet: Sheet, bar: Mark, extent: Extent, edges: Edges, y: number): number | null {
  const text = extent.guessed ? `${bar.label} ?` : bar.label;
  const room = extent.right - extent.left;
  const width = widthOf(text);
  const options: { text: string; x: number }[] = [];
  const { start: inner, end: innerEnd } = solidPart(bar, extent);
  if (width + 2 * PAD <= innerEnd - inner) options.push({ text, x: inner + PAD });
  else {
    if (width <= LONGEST_NAME && extent.right + PAD + width + PAD <= edges.right)
      options.push({ text, x: extent.right + PAD });
    const short = fitted(text, LONGEST_NAME);
    if (short && short !== text && extent.right + PAD + widthOf(short) + PAD <= edges.right) {
      options.push({ text: short, x: extent.right + PAD });
    }
    if (width <= LONGEST_NAME && extent.left - PAD - width >= edges.left)
      options.push({ text, x: extent.left - PAD - width });
    const cut = fitted(text, innerEnd - inner - 2 * PAD);
    if (cut) options.push({ text: cut, x: inner + PAD });
  }
  for (let row = 0; row < MOST_ROWS; row++) {
    const top = y + row * ROW;
    for (const option of options) {
      const start = Math.min(extent.left, option.x);
      const end = Math.max(extent.right, option.x + widthOf(option.text) + PAD);
      if (!sheet.placed.isFree({ x: start, y: top, width: end - start, height: BAR })) continue;
      drawBar(sheet, bar, extent, top);
      sheet.write('tl-bar-label', option.text, top + 1, [option.x]);
      sheet.placed.add({ x: extent.left, y: top, width: room, height: BAR });
      return row;
    }
  }
  return null;
}

/** The part of a bar that does not fade. */
function solidPart(bar: Mark, { left, right, softLeft, softRight, guessed }: Extent): { start: number; end: number } {
  if (bar.inferred || guessed) return { start: left, end: right };
  const fade = Math.min(FADE, (right - left) / 3);
  return { start: softLeft ? left + fade : left, end: softRight ? right - fade : right };
}

function drawBar(sheet: Sheet, bar: Mark, extent: Extent, y: number): void {
  const kind = `tl-bar tl-bar-${bar.lane}`;
  const unsure = bar.inferred || extent.guessed;
  const { start, end } = solidPart(bar, extent);
  sheet.rect(unsure ? `${kind} tl-inferred` : kind, { x: start, y, width: end - start, height: BAR }, [bar.id]);
  const [before, after] = [(start - extent.left) / 3, (extent.right - end) / 3];
  for (const [index, strength] of (['tl-fade-1', 'tl-fade-2', 'tl-fade-3'] as const).entries()) {
    const box = { y, height: BAR };
    if (before > 0) sheet.rect(`${kind} ${strength}`, { ...box, x: extent.left + (2 - index) * before, width: before });
    if (after > 0) sheet.rect(`${kind} ${strength}`, { ...box, x: end + index * after, width: after });
  }
}

/** Dated bars by their days; undated ones before the bar they precede. */
function extentsOf(bars: readonly Mark[], scale: Scale, edges: Edges): Map<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const bar of bars) {
    const extent = datedExtent(bar, scale, edges);
    if (extent) extents.set(bar.id, extent);
  }
  const waiting = bars.filter(({ from, to, before }) => from === null && to === null && before !== undefined);
  for (let round = 0; round < MOST_ROWS; round++) {
    for (const bar of waiting) {
      const next = bar.before === undefined ? undefined : extents.get(bar.before);
      if (!next || extents.has(bar.id)) continue;
      const width = widthOf(`${bar.label} ?`) + 2 * PAD;
      const right = Math.max(edges.left + width, next.left - 6);
      if (right <= edges.right) {
        extents.set(bar.id, { left: right - width, right, softLeft: true, softRight: true, guessed: true });
      }
    }
  }
  return extents;
}

function datedExtent(bar: Mark, scale: Scale, edges: Edges): Extent | null {
  const { from, to, sure } = bar;
  if (from === null && to === null) return null;
  const outside = (from !== null && from >= scale.to) || (to !== null && to < scale.from);
  if (outside) return null;
  const at = (day: Day) => scale.x(day);
  const right = to === null ? edges.right : at(to + 1);
  const start = from === null ? Math.min(sure ? at(sure[0]) : right - 2 * FADE, right - 8) - FADE : at(from);
  const left = Math.max(edges.left, Math.min(start, edges.right - 8));
  return {
    left,
    right: Math.min(edges.right, Math.max(right, left + 8)),
    softLeft: from === null || bar.inferred === true,
    softRight: to === null || bar.inferred === true,
    guessed: false,
  };
}
