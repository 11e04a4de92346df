import type { Catalogue } from '../archive/catalogue.ts';
import type { OutFile } from './context.ts';

/** The graph of the edition: entries and texts that are only cited, and every link between them. */
export function graphFile(archive: Catalogue): OutFile {
  const nodes = [
    ...archive.all().map(({ address, collection, title, label }) => ({ address, kind: collection, title, label })),
    ...archive.citedOnly().map(({ address, label }) => ({ address, kind: 'cited-only', title: label, label })),
  ];
  const edges = archive.edges.map(({ from, ...link }) => ({ from: from.address, ...link }));
  return { path: 'data/graph.json', body: `${JSON.stringify({ nodes, edges })}\n` };
}
