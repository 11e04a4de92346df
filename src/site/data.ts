import type { Catalogue } from '../archive/catalogue.ts';
import type { CollectionName } from '../archive/schema/parts.ts';

/** Entries of a collection as data: address, title and the record itself, sources included, and what they cite. */
export function entriesData(archive: Catalogue, collection: CollectionName) {
  return archive.list(collection).map(({ id, address, label, title, date, entry }) => ({
    id,
    address,
    label,
    title,
    date,
    record: entry.record,
    cites: archive.outgoing(address).flatMap(({ kind, to }) => (kind === 'cites' ? [to] : [])),
  }));
}

/** The graph of the edition: entries and texts that are only cited, and every link between them. */
export function graphData(archive: Catalogue) {
  const nodes = [
    ...archive.all().map(({ address, collection, title, label }) => ({ address, kind: collection, title, label })),
    ...archive.citedOnly().map(({ address, label }) => ({ address, kind: 'cited-only', title: label, label })),
  ];
  const edges = archive.edges.map(({ from, ...link }) => ({ from: from.address, ...link }));
  return { nodes, edges };
}

export const json = (data: unknown) =>
  new Response(`${JSON.stringify(data)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } });
