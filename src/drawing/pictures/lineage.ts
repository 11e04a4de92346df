import type { Catalogue } from '../../archive/catalogue.ts';
import type { Item } from '../../archive/item.ts';
import { GraphBuilder, type GraphData } from './graph.ts';

const CHAINS: Readonly<Record<string, string>> = {
  follows: 'was followed by',
  supersedes: 'was superseded by',
  repeals: 'was repealed by',
};

/** Which actions take up which, across plans. */
export function actionLineage(archive: Catalogue, most = 60): GraphData {
  const graph = new GraphBuilder(most);
  for (const action of archive.list('actions')) chain(archive, graph, action);
  return graph.done();
}

/** Which strategy or resolution stands in the place of which, and on what resolution a strategy rests. */
export function strategyLineage(archive: Catalogue, most = 60): GraphData {
  const graph = new GraphBuilder(most);
  for (const item of [...archive.list('acts'), ...archive.list('strategies')] as Item[]) chain(archive, graph, item);
  for (const strategy of archive.list('strategies')) {
    add(graph, strategy);
    for (const { to } of strategy.entry.record.acts ?? []) {
      const act = archive.get('acts', to);
      if (act?.entry.record.kind !== 'resolution') continue;
      add(graph, act);
      graph.edge(act.address, strategy.address, 'is the basis of');
    }
  }
  return graph.done();
}

function chain(archive: Catalogue, graph: GraphBuilder, later: Item): void {
  for (const { to, kind } of archive.outgoing(later.address)) {
    const words = CHAINS[kind];
    const earlier = words === undefined ? undefined : archive.byAddress(to);
    if (!words || !earlier) continue;
    add(graph, earlier);
    add(graph, later);
    graph.edge(earlier.address, later.address, words);
  }
}

function add(graph: GraphBuilder, item: Item): void {
  const note = item.title === item.label ? undefined : item.title;
  const label = item.collection === 'strategies' ? `Strategy ${item.id}` : item.label;
  graph.node({
    id: item.address,
    label,
    note,
    href: item.address,
    tone: item.collection === 'acts' ? 'quiet' : undefined,
  });
}
