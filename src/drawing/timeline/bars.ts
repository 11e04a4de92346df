import type { Day } from './day.ts';
import { fitted, widthOf } from './labels.ts';
import { type Mark, sureDays } from './mark.ts';
import type { Sheet } from './picture.ts';
import type { Scale } from './scale.ts';

const BAR = 17;
const ROW = 22;
const MOST_ROWS = 6;
/** Length over which an open end fades. */
const FADE = 28;
/** Width of the shortest bar. */
const LEAST = 8;
const PAD = 5;
const LONGEST_NAME = 170;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where a bar is drawn, and the part of it that is certain: its days are the same at every zoom. */
interface Extent extends Edges {
  readonly sure: Edges | null;
  /** Whether it may reach further to a side. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** Draws periods in rows below `y`; tells the height taken and how many had no room. */
export function drawBars(
  sheet: Sheet,
  bars: readonly Mark[],
  scale: Scale,
  edges: Edges,
  y: number,
): { height: number; left: number } {
  let rows = 0;
  let left = 0;
  const inOrder = bars
    .flatMap((bar) => {
      const extent = extentOf(bar, scale, edges);
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
  const text = bar.label;
  const faded = {
    left: extent.left - (extent.openLeft ? FADE : 0),
    right: extent.right + (extent.openRight ? FADE : 0),
  };
  const width = widthOf(text);
  const options: { text: string; x: number }[] = [];
  const { left: inner, right: innerEnd } = extent.sure ?? extent;
  if (width + 2 * PAD <= innerEnd - inner) options.push({ text, x: inner + PAD });
  else {
    if (width <= LONGEST_NAME && faded.right + PAD + width + PAD <= edges.right)
      options.push({ text, x: faded.right + PAD });
    const short = fitted(text, LONGEST_NAME);
    if (short && short !== text && faded.right + PAD + widthOf(short) + PAD <= edges.right) {
      options.push({ text: short, x: faded.right + PAD });
    }
    if (width <= LONGEST_NAME && faded.left - PAD - width >= edges.left)
      options.push({ text, x: faded.left - PAD - width });
    const cut = fitted(text, innerEnd - inner - 2 * PAD);
    if (cut) options.push({ text: cut, x: inner + PAD });
  }
  for (let row = 0; row < MOST_ROWS; row++) {
    const top = y + row * ROW;
    for (const option of options) {
      const start = Math.min(faded.left, option.x);
      const end = Math.max(faded.right, option.x + widthOf(option.text) + PAD);
      if (!sheet.placed.isFree({ x: start, y: top, width: end - start, height: BAR })) continue;
      drawBar(sheet, bar, extent, top);
      sheet.write('tl-bar-label', option.text, top + 1, [option.x]);
      sheet.placed.add({ x: faded.left, y: top, width: faded.right - faded.left, height: BAR });
      return row;
    }
  }
  return null;
}

function drawBar(sheet: Sheet, bar: Mark, { left, right, sure, openLeft, openRight }: Extent, y: number): void {
  const kind = `tl-bar tl-bar-${bar.lane}`;
  const { left: start, right: end } = sure ?? { left, right };
  const box = { y, height: BAR };
  sheet.rect(sure ? kind : `${kind} tl-uncertain`, { ...box, x: start, width: end - start }, [bar.id]);
  const soft = (x: number, width: number) => {
    if (width > 0) sheet.rect(`${kind} tl-uncertain`, { ...box, x, width });
  };
  soft(left, start - left);
  soft(end, right - end);
  for (const [index, strength] of (['tl-fade-1', 'tl-fade-2', 'tl-fade-3'] as const).entries()) {
    const width = FADE / 3;
    if (openLeft) sheet.rect(`${kind} ${strength}`, { ...box, x: left - (index + 1) * width, width });
    if (openRight) sheet.rect(`${kind} ${strength}`, { ...box, x: right + index * width, width });
  }
}

/** Null where the bar has no place on the axis, or lies outside what is shown of it. */
function extentOf(bar: Mark, scale: Scale, edges: Edges): Extent | null {
  const { from, to, known } = bar;
  const first = from ?? known?.[0] ?? to;
  const last = to ?? known?.[1] ?? from;
  if (first === null || last === null || first >= scale.to || last < scale.from) return null;
  const within = (day: Day) => Math.max(edges.left, Math.min(edges.right, scale.x(day)));
  const [openLeft, openRight] = [from === null && first > scale.from, to === null && last < scale.to];
  // A bar leaves room for what fades, and is wide enough to be seen.
  const left = Math.min(edges.right - LEAST, Math.max(edges.left + (openLeft ? FADE : 0), within(first)));
  const right = Math.max(left + LEAST, Math.min(edges.right - (openRight ? FADE : 0), within(last + 1)));
  const certain = sureDays(bar);
  const sure = certain && { left: Math.max(left, within(certain[0])), right: Math.min(right, within(certain[1] + 1)) };
  return {
    left,
    right,
    openLeft,
    openRight,
    sure: sure && { left: sure.left, right: Math.max(sure.left + Math.min(LEAST, right - sure.left), sure.right) },
  };
}
