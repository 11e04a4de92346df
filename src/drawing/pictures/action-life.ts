import type { Catalogue } from '../../archive/catalogue.ts';
import type { Item } from '../../archive/item.ts';
import { GraphBuilder, type GraphData } from './graph.ts';

/** An action from what it follows and its mandate, through its papers and meetings, to what came of it. */
export function actionLife(archive: Catalogue, action: Item<'actions'>): GraphData {
  const graph = new GraphBuilder(18);
  const { record } = action.entry;
  const node = (item: Item, note?: string) => {
    const status = (item.entry.record as { access?: { status: string } }).access?.status;
    const quiet = status === 'reference-only' ? 'quiet' : undefined;
    return graph.node({
      id: item.address,
      label: item.label,
      note: note ?? (item.title === item.label ? undefined : item.title),
      href: item.address,
      tone: quiet,
    });
  };
  graph.node({ id: action.address, label: action.label, note: record.status?.value, tone: 'self' });
  for (const { to } of record.follows ?? []) {
    const before = archive.get('actions', to);
    if (before && node(before)) graph.edge(before.address, action.address, 'was followed by');
  }
  const mandate = record.mandate && archive.get('documents', record.mandate.to);
  if (mandate && node(mandate, 'Mandate')) graph.edge(mandate.address, action.address, 'is the mandate of');
  const either: Item<'recommendations'>[] = [];
  for (const { from, kind } of archive.incoming(action.address)) {
    if (kind === 'follows' && node(from)) graph.edge(action.address, from.address, 'was followed by');
    if (kind === 'from' && node(from)) graph.edge(action.address, from.address, 'led to');
    if (kind === 'fromEither') either.push(from as Item<'recommendations'>);
  }
  // The source does not say which of several actions a recommendation comes from: one line says so for all of them.
  const byActions = Map.groupBy(either, ({ entry }) => (entry.record.fromEither ?? []).map(({ to }) => to).join(', '));
  for (const recommendations of byActions.values()) {
    const [first] = recommendations;
    const others = (first?.entry.record.fromEither ?? []).filter(({ to }) => to !== action.id);
    const numbers = recommendations.map(({ entry }) => entry.record.number).sort((a, b) => a - b);
    if (!first) continue;
    const id = `/recommendations/#${numbers.join('-')}`;
    const label = numbers.length === 1 ? first.label : `Recommendations ${numbers.join(', ')}`;
    if (!graph.node({ id, label, href: numbers.length === 1 ? first.address : '/recommendations/' })) continue;
    graph.edge(action.address, id, `or Action ${others.map(({ to }) => to).join(', ')}, or both, led to`);
  }
  for (const { to } of record.operations ?? []) {
    const operation = archive.get('operations', to);
    if (operation && node(operation)) graph.edge(action.address, operation.address, 'is linked with');
  }
  const papers = new Set([
    ...(record.documents ?? []).map(({ to }) => to),
    ...(record.history ?? []).flatMap(({ documents }) => documents ?? []),
  ]);
  for (const id of papers) {
    const paper = archive.get('documents', id);
    if (paper && paper !== mandate && node(paper))
      graph.edge(action.address, paper.address, 'is reported or discussed in');
  }
  return graph.done();
}
