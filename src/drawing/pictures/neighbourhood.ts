import type { Catalogue } from '../../archive/catalogue.ts';
import type { Item } from '../../archive/item.ts';
import { type Drawing, drawn, type PlacedNode } from './drawing.ts';
import { GraphBuilder, type GraphData } from './graph.ts';

/** How many texts a column holds, and how many links of each are followed. */
const MOST = 8;
const LOOKED_AT = 60;
const COLUMN = 200;

/** What a document cites and what cites it, two steps each way, nearest first. */
export interface Neighbourhood {
  readonly data: GraphData;
  /** Addresses by column: cited by (two steps, one step), the document, cites (one step, two steps). */
  readonly columns: readonly (readonly string[])[];
}

/** Texts only: links between documents and acts. Null where the document cites nothing and nothing cites it. */
export function neighbourhoodOf(archive: Catalogue, item: Item): Neighbourhood | null {
  const builder = new GraphBuilder(4 * MOST + 1);
  const titles = (address: string) => archive.byAddress(address);
  const taken = new Set([item.address]);
  const add = (address: string) => {
    const held = titles(address);
    const status = (held?.entry.record as { access?: { status: string } } | undefined)?.access?.status;
    const label = held?.label ?? archive.citedOnlyAt(address)?.label ?? address;
    const quiet = !held || status === 'reference-only' || held.collection === 'acts';
    builder.node({
      id: address,
      label,
      href: address === item.address ? undefined : address,
      tone: address === item.address ? 'self' : quiet ? 'quiet' : undefined,
    });
  };
  const step = (from: readonly string[], way: 'cites' | 'cited'): string[] => {
    const reached: string[] = [];
    for (const address of from) {
      for (const to of neighbours(archive, address, way)) {
        if (way === 'cites') builder.edge(address, to, 'cites');
        else builder.edge(to, address, 'cites');
        if (taken.has(to) || reached.length >= MOST) continue;
        taken.add(to);
        reached.push(to);
      }
    }
    return reached;
  };
  add(item.address);
  const cited = step([item.address], 'cited');
  const cites = step([item.address], 'cites');
  if (cited.length + cites.length === 0) return null;
  const columns = [step(cited, 'cited'), cited, [item.address], cites, step(cites, 'cites')];
  for (const address of columns.flat()) add(address);
  return { data: builder.done(), columns };
}

function neighbours(archive: Catalogue, address: string, way: 'cites' | 'cited'): string[] {
  const edges = way === 'cites' ? archive.outgoing(address) : archive.incoming(address);
  const found = edges.slice(0, LOOKED_AT).flatMap(({ from, to, kind }) => {
    if (kind !== 'cites' && kind !== 'previous') return [];
    return [way === 'cites' ? to : from.address];
  });
  return [...new Set(found)].filter((one) => /^\/(documents|acts)\//.test(one));
}

/** The neighbourhood in five columns; cheap enough for the page of every document. */
export function placeNeighbourhood({ data, columns }: Neighbourhood): Drawing {
  const byId = new Map(data.nodes.map((node) => [node.id, drawn(node)]));
  const used = columns.filter((column) => column.length > 0);
  const rows = Math.max(...used.map((column) => column.length));
  const placed = new Map<string, PlacedNode>();
  for (const [column, addresses] of used.entries()) {
    const top = ((rows - addresses.length) * 34) / 2;
    for (const [row, address] of addresses.entries()) {
      const box = byId.get(address);
      if (!box) continue;
      placed.set(address, { ...box, width: COLUMN - 50, x: 2 + column * COLUMN, y: Math.round(2 + top + row * 34) });
    }
  }
  const lines = data.edges.flatMap(({ from, to }) => {
    const [a, b] = [placed.get(from), placed.get(to)];
    if (!a || !b || a.x >= b.x) return [];
    return [
      [
        { x: a.x + a.width, y: a.y + a.height / 2 },
        { x: b.x, y: b.y + b.height / 2 },
      ],
    ];
  });
  return { nodes: [...placed.values()], lines };
}
