import { Graph, layout } from '@dagrejs/dagre';
import { type Drawing, drawn, type PlacedNode } from './drawing.ts';
import type { GraphData } from './graph.ts';

/** Lays a graph out in layers from left to right (dagre). */
export function layered(data: GraphData): Drawing {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 46, marginx: 2, marginy: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map(data.nodes.map((node) => [node.id, drawn(node)]));
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  for (const { from, to } of data.edges) graph.setEdge(from, to);
  layout(graph);
  const nodes = [...boxes].map(([id, box]): PlacedNode => {
    const { x, y } = graph.node(id) as { x: number; y: number };
    return { ...box, x: Math.round(x - box.width / 2), y: Math.round(y - box.height / 2) };
  });
  const lines = data.edges.map(({ from, to }) => {
    const { points } = graph.edge(from, to) as { points: { x: number; y: number }[] };
    return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  });
  return { nodes, lines };
}
