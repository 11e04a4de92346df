import type { Objective } from '../../archive/schema/parts.ts';
import { GraphBuilder, type GraphData } from './graph.ts';

/** A tree of objectives; `anchor` gives the address of each on its page. */
export function objectiveTree(
  name: string,
  objectives: readonly Objective[],
  anchor: (id: string) => string,
): GraphData {
  const graph = new GraphBuilder(60);
  graph.node({ id: 'root', label: name, tone: 'self' });
  const add = (parent: string, { id, title, text, children }: Objective) => {
    if (!graph.node({ id, label: id, note: title ?? text, href: anchor(id) })) return;
    graph.edge(parent, id, 'has the part');
    for (const child of children ?? []) add(id, child);
  };
  for (const objective of objectives) add('root', objective);
  return graph.done();
}
