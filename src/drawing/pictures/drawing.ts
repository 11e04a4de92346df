import { FONT_SIZE, fitted, LINE_HEIGHT, widthOf } from '../timeline/labels.ts';
import { escapeXml } from '../timeline/svg.ts';
import type { GraphNode } from './graph.ts';

/** Between a name and what stands behind it. */
export const GAP = 6;

export interface PlacedNode {
  readonly node: GraphNode;
  /** The lines in its box. */
  readonly lines: readonly string[];
  /** What stands behind the name in its line. */
  readonly beside?: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly (readonly Point[])[];
}

const WIDEST = 210;
const NARROWEST = 54;
const PAD = 8;
/** The first line is set bold, which takes more room. */
export const BOLD = FONT_SIZE * 1.08;

/** The box of a node around its words, not yet placed. */
export function drawn(node: GraphNode): Omit<PlacedNode, 'x' | 'y'> {
  const lines = [...wrap(node.label, 2), ...(node.note ? wrap(node.note, 2) : [])];
  const width = Math.max(
    NARROWEST,
    ...lines.map((line, index) => widthOf(line, index === 0 ? BOLD : FONT_SIZE) + 2 * PAD),
  );
  return { node, lines, width, height: lines.length * LINE_HEIGHT + PAD + 2 };
}

/** Words in at most so many lines of a box, the last one cut. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer) <= WIDEST - 2 * PAD || !line || lines.length === most - 1) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  return lines.map((one) => fitted(one, WIDEST - 2 * PAD) ?? '…');
}

/**
 * A drawing as SVG whose boxes are links. It is a group, not an image: its links can be read and followed one by one.
 */
export function drawGraph({ nodes, lines }: Drawing, name: string): string {
  const width = Math.max(1, ...nodes.map((node) => node.x + node.width)) + 2;
  const height = Math.max(1, ...nodes.map((node) => node.y + node.height)) + 2;
  const edges = lines.map((points) => `<path class="gr-edge" d="${curve(points)}"/>`).join('');
  const boxes = nodes.map(drawNode).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="graph-picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escapeXml(name)}" font-size="${FONT_SIZE}">${edges}${boxes}</svg>`;
}

function drawNode({ node, lines, beside, x, y, width, height }: PlacedNode): string {
  const tone = node.tone ? ` gr-${node.tone}` : '';
  const words = lines
    .map((line, index) => {
      const first = index === 0 ? ' class="gr-name"' : '';
      const more = index === 0 && beside ? `<tspan class="gr-beside" dx="${GAP}">${escapeXml(beside)}</tspan>` : '';
      return `<text${first} x="${x + PAD}" y="${y + PAD / 2 + FONT_SIZE + index * LINE_HEIGHT}">${escapeXml(line)}${more}</text>`;
    })
    .join('');
  const box = `<path class="gr-node${tone}" d="M${x} ${y}h${width}v${height}h${-width}z"/>${words}`;
  return node.href ? `<a href="${escapeXml(node.href)}">${box}</a>` : box;
}

/** A line through points, ending in an arrow. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const before = rest.at(-2) ?? first;
  const middle = (before.x + last.x) / 2;
  const way = rest
    .slice(0, -1)
    .map(({ x, y }) => `L${x} ${y}`)
    .join('');
  return `M${first.x} ${first.y}${way}C${middle} ${before.y} ${middle} ${last.y} ${last.x} ${last.y}m-6 -3l6 3l-6 3`;
}
