import { FONT_SIZE, fitted, LINE_HEIGHT, widthOf } from './labels.ts';
import { isPlaced, type Mark, sureDays } from './mark.ts';
import { AIR, type Sheet } from './picture.ts';
import type { Scale } from './scale.ts';

const LINE = 8;
const GAP = 6;
const MOST_ROWS = 4;
/** Names are set bold, which takes more room. */
const BOLD = FONT_SIZE * 1.06;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Draws each life as one line through its names; tells the height taken. */
export function drawLives(sheet: Sheet, marks: readonly Mark[], scale: Scale, edges: Edges, y: number): number {
  const lines = chainsOf(marks.filter(isPlaced)).slice(0, MOST_ROWS);
  let height = 0;
  for (const line of lines) height += drawLife(sheet, line, scale, edges, y + height);
  return height;
}

function drawLife(sheet: Sheet, line: readonly Mark[], scale: Scale, edges: Edges, y: number): number {
  const starts = startsOf(line, scale, edges);
  const end = (index: number) => starts[index + 1] ?? edges.right;
  // The last name may reach into the margin.
  const room = (index: number) => (starts[index + 1] ?? sheet.width - AIR) - (starts[index] ?? edges.left) - 4;
  const names = line.map(({ label }, index) => wrapped(label, room(index)));
  const rows = Math.max(1, ...names.map((words) => words.length));
  const top = y + rows * LINE_HEIGHT + 1;
  for (const [index, mark] of line.entries()) {
    const [start = edges.left, until] = [starts[index], end(index)];
    if (until - start < 1) continue;
    const tone = `tl-life tl-life-${index % 2}`;
    const [solidFrom, solidTo] = solidPart(mark, scale, start, until);
    if (solidFrom > start)
      sheet.rect(`${tone} tl-unsure`, { x: start, y: top, width: solidFrom - start, height: LINE });
    sheet.rect(tone, { x: solidFrom, y: top, width: solidTo - solidFrom, height: LINE }, [mark.id]);
    if (until > solidTo) sheet.rect(`${tone} tl-unsure`, { x: solidTo, y: top, width: until - solidTo, height: LINE });
    if (index > 0) sheet.line('tl-turn', start, y + 2, start, top + LINE);
    const words = names[index] ?? [];
    for (const [row, text] of words.entries()) {
      sheet.write('tl-life-label', text, top - 1 - (words.length - row) * LINE_HEIGHT, [start + 4]);
    }
  }
  return rows * LINE_HEIGHT + LINE + GAP;
}

/** A name in one line or two; cut where two do not hold it, none where there is no room. */
function wrapped(name: string, room: number): string[] {
  if (widthOf(name, BOLD) <= room) return [name];
  const words = name.split(' ');
  for (let cut = words.length - 1; cut > 0; cut--) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    if (lines.every((line) => widthOf(line, BOLD) <= room)) return lines;
  }
  const cut = fitted(name, room, BOLD);
  return cut ? [cut] : [];
}

/** Where each name begins: when it did, or where it is first known; the line before that is drawn as unsure. */
function startsOf(line: readonly Mark[], scale: Scale, edges: Edges): number[] {
  const starts: number[] = [];
  for (const [index, mark] of line.entries()) {
    const before = line[index - 1];
    const day = mark.from ?? before?.to ?? mark.known?.[0] ?? mark.to;
    const at = day === null || (!before && mark.from === null) ? edges.left : scale.x(day);
    starts.push(Math.max(starts.at(-1) ?? edges.left, Math.min(edges.right, at)));
  }
  return starts;
}

function solidPart(mark: Mark, scale: Scale, start: number, end: number): [number, number] {
  const within = (x: number) => Math.max(start, Math.min(end, x));
  const sure = sureDays(mark);
  return sure ? [within(scale.x(sure[0])), within(scale.x(sure[1] + 1))] : [start, start];
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
