import { FONT_SIZE, fitted, LINE_HEIGHT, widthOf } from '../timeline/labels.ts';
import type { Drawing, PlacedNode, Point } from './drawing.ts';
import type { GraphData, GraphNode } from './graph.ts';

const ROW = 28;
const INDENT = 30;
const WIDEST = 620;
const PAD = 8;

/** A tree as a list with branches, one line a node, in the order of its nodes: parents first. */
export function treeLayout({ nodes, edges }: GraphData): Drawing {
  const parents = new Map(edges.map(({ from, to }) => [to, from]));
  const placed = new Map<string, PlacedNode>();
  const lines: Point[][] = [];
  for (const [row, node] of nodes.entries()) {
    const parent = placed.get(parents.get(node.id) ?? '');
    const text = oneLine(node);
    const x = parent ? parent.x + INDENT : 2;
    const y = 2 + row * ROW;
    const height = LINE_HEIGHT + PAD;
    placed.set(node.id, { node, lines: [text], x, y, width: widthOf(text, FONT_SIZE * 1.08) + 2 * PAD, height });
    if (parent) {
      const stem = parent.x + INDENT / 2 - 3;
      const middle = y + height / 2;
      lines.push([
        { x: stem, y: parent.y + parent.height },
        { x: stem, y: middle },
        { x, y: middle },
      ]);
    }
  }
  return { nodes: [...placed.values()], lines };
}

function oneLine({ label, note }: GraphNode): string {
  return fitted(note ? `${label}  ${note}` : label, WIDEST) ?? label;
}
