import { yearOf } from './day.ts';
import { fitted, LINE_HEIGHT, widthOf } from './labels.ts';
import { type Mark, type PointForm, pointDay } from './mark.ts';
import { round, type Sheet } from './picture.ts';
import type { Scale } from './scale.ts';

const RADIUS = 5;
const ROW = 2 * RADIUS + 6;
const GAP = 2;
/** Height of the row of a stretch. */
const STRETCH = LINE_HEIGHT + 2;
/** Where more would lie above one another, the last of them are drawn as one. */
const MOST_STRETCH_ROWS = 4;
const TAIL = 22;
/** So many marks stand side by side before they become a number. */
const FEW = 3;
const STEP = 2 * RADIUS + 2;
const LONGEST_NAME = 150;
const LONGEST_LABEL = 190;

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Marks drawn as one: alone, or so close together that they count. */
interface Cluster {
  readonly marks: readonly Mark[];
  readonly x: number;
  readonly width: number;
}

/** Draws the points of a lane and as many of their labels as find a place in `rows`; tells the height taken. */
export function drawPoints(
  sheet: Sheet,
  points: readonly Mark[],
  scale: Scale,
  edges: Edges,
  y: number,
  rows: number,
): number {
  const middle = y + ROW / 2;
  const [broad = [], exact = []] = [true, false].map((wanted) => points.filter((p) => isBroad(p, scale) === wanted));
  const clusters = clustered(exact, scale, edges);
  for (const cluster of clusters) drawCluster(sheet, cluster, middle, scale, edges);
  if (points[0]?.lane === 'held') writeSilences(sheet, clusters, broad, middle);
  let used = 0;
  for (const cluster of clusters) used = Math.max(used, labelCluster(sheet, cluster, edges, y + ROW, middle, rows));
  const height = clusters.length > 0 ? ROW + used * LINE_HEIGHT : 0;
  return height + drawStretches(sheet, broad, scale, edges, y + height);
}

/** A date that is no day is a stretch wherever it is wider than the mark of a day. */
function isBroad({ from, to }: Mark, scale: Scale): boolean {
  if (from === null || to === null || to < scale.from || from >= scale.to) return false;
  return scale.x(to + 1) - scale.x(from) > 2 * RADIUS + GAP;
}

/** Draws over all their days the points that have no exact one; those of the same days as one. Tells the height taken. */
function drawStretches(sheet: Sheet, broad: readonly Mark[], scale: Scale, edges: Edges, y: number): number {
  const rows: Stretch[][] = [];
  for (const marks of Map.groupBy(broad, ({ from, to }) => `${from} ${to}`).values()) {
    const [{ from, to } = { from: null, to: null }] = marks;
    const left = Math.max(edges.left, scale.x(from ?? scale.from));
    const right = Math.min(edges.right, scale.x((to ?? scale.to) + 1));
    const row = rows.find((stretches) => (stretches.at(-1)?.right ?? 0) + GAP <= left);
    const last = rows.at(-1)?.at(-1);
    if (row) row.push({ marks, left, right });
    else if (rows.length < MOST_STRETCH_ROWS || !last) rows.push([{ marks, left, right }]);
    else {
      last.marks.push(...marks);
      last.right = Math.max(last.right, right);
    }
  }
  for (const [index, row] of rows.entries()) for (const one of row) drawStretch(sheet, one, y + index * STRETCH);
  return rows.length * STRETCH;
}

interface Stretch {
  readonly marks: Mark[];
  readonly left: number;
  right: number;
}

function drawStretch(sheet: Sheet, { marks, left, right }: Stretch, y: number): void {
  const box = { x: left, y: y + 1, width: right - left, height: STRETCH - 3 };
  const ids = marks.map(({ id }) => id);
  sheet.rect(`tl-stretch tl-stretch-${marks[0]?.form ?? 'event'}`, box, ids);
  const names = [...new Set(marks.map(({ label }) => label))].join(', ');
  const text = [names, String(marks.length)].find((words) => widthOf(words) <= right - left - 6);
  if (text) sheet.write('tl-label', text, y, [(left + right - widthOf(text)) / 2], 0);
}

function drawCluster(sheet: Sheet, { marks, x, width }: Cluster, y: number, scale: Scale, edges: Edges): void {
  const [first] = marks;
  if (marks.length <= FEW) {
    for (const [index, mark] of marks.entries()) {
      const at = x + (index - (marks.length - 1) / 2) * STEP;
      if (marks.length === 1) drawSpan(sheet, mark, x, y, scale, edges);
      drawPoint(sheet, mark, at, y);
    }
    return;
  }
  const ids = marks.map(({ id }) => id);
  sheet.rect(`tl-cluster tl-cluster-${first?.lane}`, { x: x - width / 2, y: y - 8, width, height: 16 }, ids);
  const count = String(marks.length);
  sheet.write(`tl-count tl-count-${first?.lane}`, count, y - 8, [x - widthOf(count) / 2]);
}

/** Says between documents for which years none is held. */
function writeSilences(sheet: Sheet, clusters: readonly Cluster[], broad: readonly Mark[], y: number): void {
  for (const [index, next] of clusters.entries()) {
    const before = clusters[index - 1];
    const [last, first] = [before && pointDay(before.marks.at(-1) as Mark), pointDay(next.marks[0] as Mark)];
    if (!before || typeof last !== 'number' || first === null) continue;
    const [from, to] = [yearOf(last) + 1, yearOf(first) - 1];
    const isHeld = (mark: Mark) => yearOf(mark.from ?? 0) <= to && yearOf(mark.to ?? 0) >= from;
    if (to - from < 1 || broad.some(isHeld)) continue;
    const middle = (before.x + before.width / 2 + next.x - next.width / 2) / 2;
    const room = next.x - next.width / 2 - before.x - before.width / 2 - 16;
    const text = [`${from}–${to}: none held`, 'none held'].find((words) => widthOf(words) <= room);
    if (text) sheet.write('tl-silence', text, y - LINE_HEIGHT / 2, [middle - widthOf(text) / 2]);
  }
}

/** Marks from the left to the right; what would touch is joined, with its count for a label. */
export function clustered(points: readonly Mark[], scale: Scale, edges: Edges): Cluster[] {
  const clusters: { marks: Mark[]; sum: number; x: number; width: number }[] = [];
  const settle = (cluster: { marks: Mark[]; sum: number; x: number; width: number }) => {
    const count = cluster.marks.length;
    cluster.width = count <= FEW ? 2 * RADIUS + (count - 1) * STEP : Math.max(20, widthOf(String(count)) + 8);
    const half = cluster.width / 2;
    cluster.x = Math.min(edges.right - half, Math.max(edges.left + half, cluster.sum / count));
  };
  const placed = points
    .flatMap((mark) => {
      const day = pointDay(mark);
      return day === null || day < scale.from || day >= scale.to ? [] : [{ mark, x: scale.x(day) }];
    })
    .sort((a, b) => a.x - b.x);
  for (const { mark, x } of placed) {
    const cluster = { marks: [mark], sum: x, x, width: 0 };
    settle(cluster);
    clusters.push(cluster);
    for (
      let last = clusters.at(-1), before = clusters.at(-2);
      last && before;
      last = clusters.at(-1), before = clusters.at(-2)
    ) {
      if (last.x - before.x >= (last.width + before.width) / 2 + GAP) break;
      for (const mark of last.marks) before.marks.push(mark);
      before.sum += last.sum;
      settle(before);
      clusters.pop();
    }
  }
  return clusters;
}

/** The stretch in which an event lies that has no exact day. */
function drawSpan(sheet: Sheet, { from, to }: Mark, x: number, y: number, scale: Scale, edges: Edges): void {
  const left = from === null ? Math.max(edges.left, x - TAIL) : scale.x(from);
  const right = to === null ? Math.min(edges.right, x + TAIL) : scale.x(to + 1);
  if (right - left > 3 * RADIUS) sheet.line('tl-span', left, y, right, y);
}

function drawPoint(sheet: Sheet, mark: Mark, x: number, y: number): void {
  const form = mark.form ?? 'event';
  const box = { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
  sheet.shape(`tl-point tl-${form}${mark.planned ? ' tl-planned' : ''}`, OUTLINES[form](round(x), round(y)), box, [
    mark.id,
  ]);
}

const circle = (x: number, y: number) =>
  `M${round(x - RADIUS)} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0z`;

const OUTLINES: Record<PointForm, (x: number, y: number) => string> = {
  open: circle,
  known: circle,
  // The ring of a circle with its left half filled.
  partial: (x, y) => `${circle(x, y)}M${x} ${round(y - RADIUS)}a${RADIUS} ${RADIUS} 0 0 1 0 ${2 * RADIUS}z`,
  limite: (x, y) => `M${x} ${round(y - RADIUS)}l${RADIUS} ${2 * RADIUS}h${-2 * RADIUS}z`,
  meeting: (x, y) => `M${round(x - 4)} ${round(y - 4)}h8v8h-8z`,
  action: (x, y) => `M${x} ${round(y - RADIUS)}l${RADIUS} ${RADIUS}l${-RADIUS} ${RADIUS}l${-RADIUS} ${-RADIUS}z`,
  act: (x, y) => `M${round(x - 2)} ${round(y - RADIUS)}h4v${2 * RADIUS}h-4z`,
  operation: (x, y) => `M${round(x - 1.5)} ${round(y - RADIUS)}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z`,
  event: (x, y) => `M${round(x - 3)} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z`,
};

function labelCluster(
  sheet: Sheet,
  { marks, x }: Cluster,
  edges: Edges,
  y: number,
  middle: number,
  rows: number,
): number {
  const names = [...new Set(marks.map(({ label }) => fitted(label, LONGEST_NAME) ?? label))];
  const [first = ''] = names;
  const words = [names.join(', '), `${first} + ${names.length - 1}`].filter(
    (text, index) =>
      names.length > index && names.length <= (index === 0 ? FEW : names.length) && widthOf(text) <= LONGEST_LABEL,
  );
  for (const text of words) {
    const width = widthOf(text);
    for (let row = 0; row < rows; row++) {
      const top = y + row * LINE_HEIGHT;
      const leader = { x: x - 1, y: middle + 8, width: 2, height: Math.max(0, top - middle - 8) };
      if (row > 0 && !sheet.placed.isFree({ ...leader, y, height: row * LINE_HEIGHT })) continue;
      const starts = [x - width / 2, x - 6, x - width + 6].map((start) =>
        Math.max(edges.left, Math.min(start, edges.right - width - 3)),
      );
      if (!sheet.write('tl-label', text, top, starts)) continue;
      if (row > 0) {
        sheet.line('tl-leader', x, middle + 8, x, top + 1);
        sheet.placed.add({ ...leader, y, height: row * LINE_HEIGHT });
      }
      return row + 1;
    }
  }
  return 0;
}
