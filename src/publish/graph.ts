import type { Catalogue } from '../archive/catalogue.ts';

/** The graph of the edition: entries and texts that are only cited, and every link between them. */
export function* graph(archive: Catalogue): Iterable<string> {
  yield '{"nodes":[';
  yield* items([
    ...archive.all().map(({ address, collection, title, label }) => ({ address, kind: collection, title, label })),
    ...archive.citedOnly().map(({ address, label }) => ({ address, kind: 'cited-only', title: label, label })),
  ]);
  yield '],"edges":[';
  yield* items(archive.edges.map(({ from, ...link }) => ({ from: from.address, ...link })));
  yield ']}\n';
}

function* items(values: readonly unknown[]): Iterable<string> {
  for (const [index, value] of values.entries()) yield (index > 0 ? ',' : '') + JSON.stringify(value);
}
