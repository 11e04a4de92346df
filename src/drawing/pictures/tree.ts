import { fitted, LINE_HEIGHT, widthOf } from '../timeline/labels.ts';
import { BOLD, type Drawing, GAP, type PlacedNode, type Point } from './drawing.ts';
import type { GraphData } from './graph.ts';

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
    const beside = node.note && (fitted(node.note, WIDEST) ?? undefined);
    const x = parent ? parent.x + INDENT : 2;
    const y = 2 + row * ROW;
    const height = LINE_HEIGHT + PAD;
    const width = widthOf(node.label, BOLD) + (beside ? GAP + widthOf(beside) : 0) + 2 * PAD;
    placed.set(node.id, { node, lines: [node.label], beside, x, y, width, height });
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
