import { type Collection, collections, type Entry } from '../archive/collections.ts';
import { disclosureOf, isOptional } from '../archive/disclosure.ts';
import type { ArchiveContent } from '../archive/read.ts';
import type { CollectionName, Shown } from '../archive/schema/parts.ts';
import { pointersIn, shapeOf } from '../archive/schema-walk.ts';
import { prune, type View } from './prune.ts';
import { type IsOpen, isDocument, isOpenDocument } from './sources.ts';

/** An entry of an edition, with the part of its record that is shown there. */
export interface KeptEntry {
  readonly entry: Entry;
  readonly record: unknown;
}

type Key = `${CollectionName}/${string}`;
const keyOf = (collection: CollectionName, id: string): Key => `${collection}/${id}`;

/** General knowledge of the house, which rests on no document. */
const ALWAYS: ReadonlySet<CollectionName> = new Set<CollectionName>(['subject-codes']);

/**
 * The entries that the public may see, and what of them. An entry is there if an open fact is left of it, or if an
 * open fact elsewhere points to it, and if its schema accepts what is left. What goes takes the pointers to it along,
 * so the choice is repeated until nothing more goes.
 */
export function selectPublic(content: Pick<ArchiveContent, 'entries'>, isOpen: IsOpen): KeptEntry[] {
  const open = new Set(content.entries.flatMap((e) => (isDocument(e) && isOpenDocument(e) ? [e.id] : [])));
  const entries = new Map(content.entries.map((entry) => [keyOf(entry.collection, entry.id), entry]));
  const alive = new Map<Key, unknown>([...entries.keys()].map((key) => [key, null]));
  // A document that has no page of its own is still known by its number.
  const exists = (to: CollectionName, id: string) => to === 'documents' || alive.has(keyOf(to, id));
  let stale = new Set(entries.keys());
  while (stale.size > 0) {
    const gone = new Set<Key>();
    for (const key of stale) {
      const entry = entries.get(key);
      const record = entry && prune(collections[entry.collection].schema, entry.record, viewOf(entry, isOpen, exists));
      if (record === undefined || (entry && !mayStand(entry, record, open))) gone.add(key);
      else alive.set(key, record);
    }
    for (const key of gone) alive.delete(key);
    for (const key of unsupported(entries, alive)) {
      gone.add(key);
      alive.delete(key);
    }
    stale = pointingTo(gone, entries, alive);
  }
  return [...entries].flatMap(([key, entry]) => (alive.has(key) ? [{ entry, record: alive.get(key) }] : []));
}

const HEADER: ReadonlySet<Shown> = new Set<Shown>(['header']);
const DOCUMENT: ReadonlySet<Shown> = new Set<Shown>(['header', 'document']);

function viewOf(entry: Entry, isOpen: IsOpen, exists: View['exists']): View {
  if (!isDocument(entry)) return { isOpen, shows: HEADER, exists };
  const limite = entry.record.access.status === 'limite';
  return limite ? { isOpen: () => false, shows: HEADER, exists } : { isOpen, shows: DOCUMENT, exists };
}

/** Conditions beyond the record's own schema. */
function mayStand(entry: Entry, record: unknown, open: ReadonlySet<string>): boolean {
  switch (entry.collection) {
    case 'documents': {
      const { access, source } = record as Entry<'documents'>['record'];
      return access.status !== 'reference-only' || source !== undefined;
    }
    case 'texts':
      return open.has(entry.id);
    case 'guide':
      return (entry as Entry<'guide'>).record.edition === 'public';
    default:
      return true;
  }
}

/** Entries of which nothing but their frame is left, and to which no open fact points. */
function unsupported(entries: ReadonlyMap<Key, Entry>, alive: ReadonlyMap<Key, unknown>): Key[] {
  const supported = new Set<Key>();
  const queue: Key[] = [];
  const support = (key: Key) => {
    if (!alive.has(key) || supported.has(key)) return;
    supported.add(key);
    queue.push(key);
  };
  const pointers = new Map<Key, ReturnType<typeof pointersIn>>();
  for (const [key, record] of alive) {
    const entry = entries.get(key);
    if (!entry) continue;
    const found = pointersIn(collections[entry.collection].schema, record);
    pointers.set(key, found);
    if (standsAlone(entry) || found.some(({ to }) => to === 'source')) support(key);
  }
  for (let key = queue.pop(); key; key = queue.pop()) {
    const entry = entries.get(key);
    for (const { path, value, to } of pointers.get(key) ?? []) {
      if (entry && to === 'source') support(keyOf('sources', value));
      else if (entry && to !== 'source' && !isAside(collections[entry.collection], path[0])) support(keyOf(to, value));
    }
  }
  return [...alive.keys()].filter((key) => !supported.has(key));
}

function standsAlone({ collection }: Entry): boolean {
  return collection === 'documents' || collection === 'texts' || collection === 'guide' || ALWAYS.has(collection);
}

/** A pointer that no source states and that the entry can do without (`related`, `see`) keeps nothing in the edition. */
function isAside({ schema }: Collection, key: string | number | undefined): boolean {
  const field = shapeOf(schema)?.[String(key)];
  return field !== undefined && disclosureOf(field, false) === 'header' && isOptional(field);
}

function pointingTo(
  gone: ReadonlySet<Key>,
  entries: ReadonlyMap<Key, Entry>,
  alive: ReadonlyMap<Key, unknown>,
): Set<Key> {
  const found = new Set<Key>();
  if (gone.size === 0) return found;
  for (const [key, record] of alive) {
    const entry = entries.get(key);
    if (!entry) continue;
    const pointers = pointersIn(collections[entry.collection].schema, record);
    if (pointers.some(({ to, value }) => to !== 'source' && gone.has(keyOf(to, value)))) found.add(key);
  }
  return found;
}
