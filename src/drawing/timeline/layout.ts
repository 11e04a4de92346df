import { drawBars } from './bars.ts';
import { dayOf } from './day.ts';
import { LINE_HEIGHT, widthOf } from './labels.ts';
import { drawLives } from './life.ts';
import { compareMarks, type HalfYear, isPlaced, LANES, type LaneName, type Mark, withoutEnd } from './mark.ts';
import { type Picture, Sheet } from './picture.ts';
import { drawPoints } from './points.ts';
import { FOLD_WIDTH, type Scale, timeScale, type View } from './scale.ts';

export interface TimelineInput {
  readonly marks: readonly Mark[];
  readonly presidencies: readonly HalfYear[];
  /** Width of the picture in its own units; letters are 12 units high. */
  readonly width: number;
  /** Lanes to draw; all by default. */
  readonly lanes?: readonly LaneName[];
  /** The days to show; all by default. */
  readonly view?: View | undefined;
}

const GUTTER = 122;
const MARGIN = 6;
const HEAD = 38;
const LANE_GAP = 9;
const LABEL_ROWS: Partial<Record<LaneName, number>> = {
  held: 3,
  known: 2,
  actions: 3,
  meetings: 2,
  acts: 2,
  operations: 2,
  events: 2,
};

/** Lays a timeline out. The same marks give the same picture, in whatever order they come. */
export function layoutTimeline({ marks, presidencies, width, lanes, view }: TimelineInput): Picture {
  const sheet = new Sheet(width);
  const edges = { left: GUTTER, right: width - MARGIN };
  const names = (lanes ?? Object.keys(LANES)) as LaneName[];
  const drawn = marks
    .filter(({ lane }) => names.includes(lane))
    .map(withoutEnd)
    .sort(compareMarks);
  const scale = timeScale(drawn, edges.left, edges.right, view);
  const byLane = Map.groupBy(drawn, ({ lane }) => lane);
  drawHead(sheet, scale, presidencies);
  let y = HEAD;
  let left = 0;
  for (const lane of names) {
    const inLane = byLane.get(lane) ?? [];
    if (inLane.length === 0) continue;
    const top = y + LANE_GAP / 2 + 1;
    const title = LANES[lane];
    const titleDrop = lane === 'life' ? LINE_HEIGHT - 3 : 1;
    sheet.write('tl-lane-title', title, top + titleDrop, [0]);
    const [points, bars] = [
      inLane.filter(isPoint),
      inLane.filter((mark) => !isPoint(mark) && (!view || isPlaced(mark))),
    ];
    let height = 0;
    if (lane === 'life') height += drawLives(sheet, bars, scale, edges, top);
    else if (bars.length > 0) {
      const rows = drawBars(sheet, bars, scale, edges, top);
      height += rows.height;
      if (!view) left += rows.left;
    }
    if (points.length > 0) height += drawPoints(sheet, points, scale, edges, top + height, LABEL_ROWS[lane] ?? 1);
    if (!view) left += points.filter((mark) => !isPlaced(mark)).length;
    y = top + Math.max(height, LINE_HEIGHT + titleDrop + 1) + LANE_GAP / 2;
    sheet.line('tl-rule', 0, y, width, y);
  }
  if (left > 0) {
    sheet.write(
      'tl-note',
      `${left} more ${left === 1 ? 'stands' : 'stand'} in the list only: undated, or without room here`,
      y + 3,
      [edges.left, 0],
    );
    y += LINE_HEIGHT + 4;
  }
  return {
    width,
    height: Math.ceil(y + 1),
    shapes: [...ground(scale, y), ...sheet.shapes],
    labels: sheet.labels,
    left,
  };
}

const isPoint = ({ shape }: Mark) => shape === 'point';

/** Years and presidencies; the words of folds stand in both rows. */
function drawHead(sheet: Sheet, scale: Scale, presidencies: readonly HalfYear[]): void {
  for (const { from, years } of scale.folds) {
    const middle = scale.x(from) + FOLD_WIDTH / 2;
    for (const [row, text] of [`${years}:`, 'nothing held'].entries()) {
      sheet.write('tl-fold-label', text, 2 + row * 17, [middle - widthOf(text) / 2]);
    }
  }
  for (const { day, text, major } of scale.ticks(38)) {
    sheet.write(major ? 'tl-year' : 'tl-month', text, 2, [scale.x(day) + 2]);
  }
  const inFold = (day: number) => scale.folds.some(({ from, to }) => day >= from && day < to);
  sheet.write('tl-lane-title', 'Presidency', 20, [0]);
  for (const { id, code } of presidencies) {
    const [year, half] = id.split('-');
    const from = dayOf(`${year}-${half === '1' ? '01' : '07'}-01`);
    const to = half === '1' ? dayOf(`${year}-07-01`) : dayOf(`${Number(year) + 1}-01-01`);
    if (to <= scale.from || from >= scale.to || inFold(from)) continue;
    const [x, end] = [scale.x(from), scale.x(to)];
    sheet.rect(`tl-half tl-half-${half}`, { x, y: 19, width: end - x, height: 17 });
    if (widthOf(code) <= end - x) sheet.write('tl-code', code, 20, [(x + end - widthOf(code)) / 2], 0);
  }
}

/** What lies behind: a line for each year, and the breaks. */
function ground(scale: Scale, height: number): Picture['shapes'] {
  const behind = new Sheet(0);
  for (const { day, major } of scale.ticks(38)) {
    const x = scale.x(day);
    behind.line(major ? 'tl-grid' : 'tl-grid tl-grid-month', x, 4, x, height);
  }
  for (const { from } of scale.folds) {
    const x = scale.x(from);
    behind.rect('tl-fold', { x, y: 0, width: FOLD_WIDTH, height });
    for (const edge of [x, x + FOLD_WIDTH]) {
      const steps = Math.floor(height / 8);
      const path = `M${Math.round(edge)} 0${'l3 4l-3 4'.repeat(steps)}`;
      behind.shape('tl-break', path, { x: edge, y: 0, width: 3, height: steps * 8 });
    }
  }
  return behind.shapes;
}
