import { LINE_HEIGHT, widthOf } from './labels.ts';
import type { Mark } from './mark.ts';
import type { Sheet } from './picture.ts';
import type { Scale } from './scale.ts';

const LINE = 8;
const ROW = LINE_HEIGHT + LINE + 6;
const MOST_ROWS = 4;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Draws each life as one line through its names; tells the height taken. */
export function drawLives(sheet: Sheet, marks: readonly Mark[], scale: Scale, edges: Edges, y: number): number {
  const lines = chainsOf(marks).slice(0, MOST_ROWS);
  for (const [row, line] of lines.entries()) drawLife(sheet, line, scale, edges, y + row * ROW);
  return lines.length * ROW;
}

function drawLife(sheet: Sheet, line: readonly Mark[], scale: Scale, edges: Edges, y: number): void {
  const starts = startsOf(line, scale, edges);
  for (const [index, mark] of line.entries()) {
    const start = starts[index] ?? edges.left;
    const end = starts[index + 1] ?? edges.right;
    if (end - start < 1) continue;
    const tone = `tl-life tl-life-${index % 2}`;
    const [solidFrom, solidTo] = solidPart(mark, scale, start, end);
    const top = y + LINE_HEIGHT + 1;
    if (solidFrom > start)
      sheet.rect(`${tone} tl-unsure`, { x: start, y: top, width: solidFrom - start, height: LINE });
    sheet.rect(tone, { x: solidFrom, y: top, width: solidTo - solidFrom, height: LINE }, [mark.id]);
    if (end > solidTo) sheet.rect(`${tone} tl-unsure`, { x: solidTo, y: top, width: end - solidTo, height: LINE });
    if (index > 0) sheet.line('tl-turn', start, y + 2, start, top + LINE);
    const room = end - start - 6;
    if (widthOf(mark.label) <= room) sheet.write('tl-life-label', mark.label, y, [start + 3]);
    else sheet.write('tl-life-label', mark.label, y, [start + 3, end - widthOf(mark.label)]);
  }
}

/**
 * Where each name begins. Between two names whose change nobody dated, the turn is drawn in the middle of what is
 * possible, and the line on either side is drawn as unsure.
 */
function startsOf(line: readonly Mark[], scale: Scale, edges: Edges): number[] {
  const clamp = (x: number) => Math.max(edges.left, Math.min(edges.right, x));
  const starts: number[] = [];
  for (const [index, mark] of line.entries()) {
    const before = line[index - 1];
    const previous = starts.at(-1) ?? edges.left;
    if (!before) starts.push(mark.from !== null && !mark.inferred ? clamp(scale.x(mark.from)) : edges.left);
    else if (mark.from !== null && !mark.inferred) starts.push(Math.max(previous, clamp(scale.x(mark.from))));
    else if (before.to !== null && !before.inferred) starts.push(Math.max(previous, clamp(scale.x(before.to))));
    else {
      const end = before.to === null ? previous : scale.x(before.to);
      const start = mark.from === null ? end + widthOf(before.label) + 12 : scale.x(mark.from);
      starts.push(Math.max(previous, clamp((Math.max(end, previous) + Math.max(start, previous)) / 2)));
    }
  }
  return starts;
}

function solidPart(mark: Mark, scale: Scale, start: number, end: number): [number, number] {
  const within = (x: number) => Math.max(start, Math.min(end, x));
  const first = mark.from ?? mark.sure?.[0] ?? null;
  const last = mark.to ?? mark.sure?.[1] ?? null;
  if (first === null && last === null) return [start, start];
  const from = within(scale.x(first ?? scale.from));
  return [from, Math.max(from, within(scale.x(last ?? scale.to)))];
}

/** Names in the order of the lives they belong to. */
function chainsOf(marks: readonly Mark[]): Mark[][] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const later = new Set(marks.map(({ before }) => before));
  const heads = marks.filter(({ id }) => !later.has(id));
  return heads.map((head) => {
    const line: Mark[] = [];
    for (let mark: Mark | undefined = head; mark && !line.includes(mark); mark = byId.get(mark.before ?? ''))
      line.push(mark);
    return line;
  });
}
