import { LINE_HEIGHT, widthOf } from './labels.ts';
import { type Mark, type PointForm, pointDay } from './mark.ts';
import { round, type Sheet } from './picture.ts';
import type { Scale } from './scale.ts';

const RADIUS = 5;
const ROW = 2 * RADIUS + 6;
const GAP = 2;
const TAIL = 22;

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
  const clusters = clustered(points, scale, edges);
  for (const { marks, x, width } of clusters) {
    const [only] = marks;
    if (marks.length === 1 && only) drawPoint(sheet, only, x, middle, scale, edges);
    else {
      const box = { x: x - width / 2, y: middle - 8, width, height: 16 };
      sheet.rect(
        `tl-cluster tl-cluster-${only?.lane}`,
        box,
        marks.map(({ id }) => id),
      );
      sheet.write('tl-count', String(marks.length), middle - 8, [x - widthOf(String(marks.length)) / 2]);
    }
  }
  let used = 0;
  for (const cluster of clusters) used = Math.max(used, labelCluster(sheet, cluster, edges, y + ROW, middle, rows));
  return ROW + used * LINE_HEIGHT;
}

/** Marks from the left to the right; what would touch is joined, with its count for a label. */
export function clustered(points: readonly Mark[], scale: Scale, edges: Edges): Cluster[] {
  const clusters: { marks: Mark[]; sum: number; x: number; width: number }[] = [];
  const settle = (cluster: { marks: Mark[]; sum: number; x: number; width: number }) => {
    const count = cluster.marks.length;
    cluster.width = count === 1 ? 2 * RADIUS : Math.max(20, widthOf(String(count)) + 8);
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
      before.marks.push(...last.marks);
      before.sum += last.sum;
      settle(before);
      clusters.pop();
    }
  }
  return clusters;
}

function drawPoint(sheet: Sheet, mark: Mark, x: number, y: number, scale: Scale, edges: Edges): void {
  const { from, to } = mark;
  const left = from === null ? Math.max(edges.left, x - TAIL) : scale.x(from);
  const right = to === null ? Math.min(edges.right, x + TAIL) : scale.x(to + 1);
  if (right - left > 3 * RADIUS) sheet.line('tl-span', left, y, right, y);
  const form = mark.form ?? 'event';
  const box = { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
  sheet.shape(`tl-point tl-${form}`, OUTLINES[form](round(x), round(y)), box, [mark.id]);
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
  const names = [...new Set(marks.map(({ label }) => label))];
  const words = [
    ...(names.length <= 3 ? [names.join(', ')] : []),
    ...(names.length > 1 && names[0] ? [`${names[0]} + ${names.length - 1}`] : []),
  ];
  for (const text of words) {
    const width = widthOf(text);
    for (let row = 0; row < rows; row++) {
      const top = y + row * LINE_HEIGHT;
      const leader = { x: x - 1, y: middle + 8, width: 2, height: Math.max(0, top - middle - 8) };
      if (row > 0 && !sheet.placed.isFree({ ...leader, y, height: row * LINE_HEIGHT })) continue;
      const starts = [x - width / 2, x - 6, x - width + 6].map((start) =>
        Math.max(edges.left, Math.min(start, edges.right - width)),
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
