import { addressOf } from './address.ts';
import type { CitedReference } from './citations.ts';
import { collections, type Entry } from './collections.ts';
import { compareDates, presidencyOf } from './date.ts';
import { type Item, itemOf } from './item.ts';
import { formatReference, keyOf, parseReference, type Reference, slugOf } from './reference/index.ts';
import type { CollectionName } from './schema/parts.ts';
import { pointersIn } from './schema-walk.ts';
import { HEADER, parseSource } from './source.ts';
import type { Path } from './source-file.ts';

/** An entry with the references that its text makes. */
export interface CatalogueInput {
  readonly entry: Entry;
  readonly citations: readonly CitedReference[];
}

/** A text that is cited and that the archive has no record of. */
export interface CitedOnly {
  readonly key: string;
  readonly reference: Reference;
  readonly address: string;
  /** As usually printed. */
  readonly label: string;
}

/** One link of the graph: from an entry to an entry or to a text that is cited only. */
export interface Edge {
  readonly from: Item;
  readonly to: string;
  /**
   * `cites` where the text of a document does, `mentions` where words of the archive do, `source`, or the field that
   * makes the link: `follows`, `previous`, `topics` …
   */
  readonly kind: string;
  /** Place in `from` that makes the link. */
  readonly locator: string | null;
  /** Whether that place is one of the official text; of the précis otherwise. */
  readonly inText: boolean;
  /** Place in `to` that is meant. */
  readonly toLocator: string | null;
  /** The source that states the link; null where the entry's own text does. */
  readonly source: string | readonly string[] | null;
}

/** Where a reference leads. */
export type Target =
  | { readonly kind: 'entry'; readonly item: Item; readonly address: string }
  | { readonly kind: 'cited-only'; readonly cited: CitedOnly; readonly address: string };

/** Something derived from whole collections and asked for by a key. It is made once for a catalogue. */
export interface DerivedIndex<T> {
  /** Its name among all of them. */
  readonly name: string;
  make(archive: Catalogue): { get(key: string): T | undefined };
}

/** The archive of one edition, each collection read once, with maps for every question a page asks. */
export class Catalogue {
  readonly #lists = new Map<CollectionName, Item[]>();
  readonly #byKey = new Map<string, Item>();
  readonly #byAddress = new Map<string, Item>();
  readonly #actsByReference = new Map<string, Item>();
  readonly #plansByNumber = new Map<number, Item>();
  readonly #citedOnly = new Map<string, CitedOnly>();
  readonly #citedOnlyByAddress = new Map<string, CitedOnly>();
  readonly #incoming = new Map<string, Edge[]>();
  readonly #restingOn = new Map<string, Item[]>();
  readonly #outgoing = new Map<string, Edge[]>();
  readonly #byPresidency = new Map<string, Item[]>();
  readonly #derived = new Map<DerivedIndex<unknown>, { get(key: string): unknown }>();
  readonly edges: readonly Edge[];

  constructor(inputs: readonly CatalogueInput[]) {
    for (const { entry } of inputs) this.#add(itemOf(entry));
    for (const list of this.#lists.values()) list.sort(compareItems);
    for (const collection of ['documents', 'meetings'] as const) {
      for (const item of this.list(collection)) {
        const presidency = item.date && presidencyOf(item.date);
        if (presidency) append(this.#byPresidency, presidency, item);
      }
    }
    this.edges = inputs.flatMap((input) => this.#edgesOf(input));
    for (const edge of this.edges) {
      append(this.#incoming, edge.to, edge);
      append(this.#outgoing, edge.from.address, edge);
      if (edge.toLocator) append(this.#restingOn, `${edge.to}#${edge.toLocator}`, edge.from);
    }
  }

  /** All entries of a collection in its order: by id, or by date, what bears none by name behind them. */
  list<C extends CollectionName>(collection: C): readonly Item<C>[] {
    return (this.#lists.get(collection) ?? []) as unknown as readonly Item<C>[];
  }

  get<C extends CollectionName>(collection: C, id: string): Item<C> | undefined {
    return this.#byKey.get(`${collection}/${id}`) as Item<C> | undefined;
  }

  byAddress(address: string): Item | undefined {
    return this.#byAddress.get(address);
  }

  /** Texts that are cited and have no record, by what they are called. */
  citedOnly(): readonly CitedOnly[] {
    return [...this.#citedOnly.values()].sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
  }

  citedOnlyAt(address: string): CitedOnly | undefined {
    return this.#citedOnlyByAddress.get(address);
  }

  /** What links to an address, in the order of the entries that do. */
  incoming(address: string): readonly Edge[] {
    return this.#incoming.get(address) ?? [];
  }

  /** What the entry at an address links to. */
  outgoing(address: string): readonly Edge[] {
    return this.#outgoing.get(address) ?? [];
  }

  /** Every entry that has an address of its own. */
  all(): readonly Item[] {
    return [...this.#byAddress.values()];
  }

  /** Documents and meetings whose date lies in a presidency (`2022-2`). */
  during(presidency: string): readonly Item[] {
    return this.#byPresidency.get(presidency) ?? [];
  }

  /** Entries whose facts rest on a place of a document, once each. */
  restingOn(address: string, locator: string): readonly Item[] {
    return this.#restingOn.get(`${address}#${locator}`) ?? [];
  }

  /** The page that a reference leads to; null where the archive has nothing to say of it. */
  resolve(reference: Reference): Target | null {
    const item = this.#itemFor(reference);
    if (item) return { kind: 'entry', item, address: item.address };
    const cited = this.#citedOnly.get(keyOf(reference));
    return cited ? { kind: 'cited-only', cited, address: cited.address } : null;
  }

  /** What an index over the catalogue has under a key. */
  derived<T>(index: DerivedIndex<T>, key: string): T | undefined {
    let made = this.#derived.get(index) as ReturnType<DerivedIndex<T>['make']> | undefined;
    if (!made) {
      made = index.make(this);
      this.#derived.set(index, made);
    }
    return made.get(key);
  }

  /** The address of a source of a fact, with the place in the précis; null for sources outside. */
  sourceAddress(source: string): string | null {
    const { id, locator, register } = parseSource(source);
    const item = register ? undefined : (this.get('documents', id) ?? this.get('acts', id));
    return item ? item.address + fragmentOf(locator) : null;
  }

  #add(item: Item): void {
    append(this.#lists, item.collection, item);
    this.#byKey.set(`${item.collection}/${item.id}`, item);
    if (item.collection === 'texts') return;
    this.#byAddress.set(item.address, item);
    if (item.collection === 'acts') this.#addAct(item as Item<'acts'>);
    if (item.collection === 'action-plans') {
      const { number } = (item as Item<'action-plans'>).entry.record;
      if (number !== undefined) this.#plansByNumber.set(number, item);
    }
  }

  #addAct(item: Item<'acts'>): void {
    const { printed, celex } = item.entry.record;
    for (const form of [...printed, ...(celex ? [`CELEX:${celex}`] : [])]) {
      const reference = parseReference(form);
      if (reference) this.#actsByReference.set(keyOf(reference), item);
    }
  }

  #itemFor(reference: Reference): Item | undefined {
    switch (reference.kind) {
      case 'council':
        return this.get('documents', keyOf(reference));
      case 'action':
        return this.get('actions', `${reference.plan}.${reference.number}`);
      case 'plan':
        return this.#plansByNumber.get(reference.number);
      default:
        return this.#actsByReference.get(keyOf(reference));
    }
  }

  #edgesOf({ entry, citations }: CatalogueInput): Edge[] {
    const from = this.get(entry.collection === 'texts' ? 'documents' : entry.collection, entry.id);
    if (!from) return [];
    const inText = entry.collection === 'texts';
    const edges: Edge[] = [];
    const seen = new Set<string>();
    const add = (to: string, kind: string, { locator = null, toLocator = null, source = null }: Partial<Edge> = {}) => {
      const key = `${to}\0${kind}\0${locator}\0${toLocator}`;
      if (to === from.address || seen.has(key)) return;
      seen.add(key);
      edges.push({ from, to, kind, locator, inText, toLocator, source });
    };
    for (const { path, value, to } of pointersIn(collections[entry.collection].schema, entry.record)) {
      const field = path.findLast((step): step is string => typeof step === 'string' && step !== 'to') ?? 'relation';
      if (to === 'source') {
        const { id, locator } = parseSource(value);
        const item = this.get('documents', id) ?? this.get('acts', id);
        if (item) add(item.address, 'source', { toLocator: locator });
      } else if (this.get(to, value)) add(addressOf(to, value), field, { source: sourceAt(entry.record, path) });
      else if (to === 'documents') {
        // An edition may know no more of a document than its number.
        const reference = parseReference(value);
        const cited = reference && (this.resolve(reference) ?? this.#cite(reference));
        if (cited) add(cited.address, field, { source: sourceAt(entry.record, path) });
      }
    }
    const isText = entry.collection === 'documents' || entry.collection === 'texts';
    for (const { reference, locator, own } of citations) {
      const target = this.resolve(reference) ?? this.#cite(reference);
      if (target) add(target.address, isText && !own ? 'cites' : 'mentions', { locator });
    }
    return edges;
  }

  /** Makes the page of a text that is cited for the first time. */
  #cite(reference: Reference): Target | null {
    if (reference.kind === 'action' || reference.kind === 'plan') return null;
    const key = keyOf(reference);
    const folder = reference.kind === 'council' ? 'documents' : 'acts';
    const cited = {
      key,
      reference,
      address: `/${folder}/${slugOf(reference)}/`,
      label: formatReference(reference, 'printed'),
    };
    this.#citedOnly.set(key, cited);
    this.#citedOnlyByAddress.set(cited.address, cited);
    return { kind: 'cited-only', cited, address: cited.address };
  }
}

/** Places of a document are anchors of its précis; its header is the list of facts on its page. */
function fragmentOf(locator: string | null): string {
  if (locator === HEADER) return `#${HEADER}`;
  return locator ? `#s-${locator}` : '';
}

/** The source of the nearest object around a value. */
function sourceAt(record: unknown, path: Path): Edge['source'] {
  let source: Edge['source'] = null;
  let value = record as Record<string | number, unknown> | undefined;
  for (const step of path) {
    if (value && typeof value === 'object' && 'source' in value) source = value.source as Edge['source'];
    value = value?.[step] as Record<string | number, unknown> | undefined;
  }
  return source;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function compareItems(a: Item, b: Item): number {
  if (collections[a.collection].byId) return byName.compare(a.id, b.id);
  if (a.date && b.date) return compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1);
  if (a.date || b.date) return a.date ? -1 : 1;
  return byName.compare(a.label, b.label) || byName.compare(a.id, b.id);
}

const byName = new Intl.Collator('en', { numeric: true });
