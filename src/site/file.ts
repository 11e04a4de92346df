import type { Catalogue } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';

type Document = Item<'documents'>;

/** The documents of a working party in the order of their dates, as a registry would keep them, and a place in it. */
export interface PlaceInFile {
  readonly workingParty: string;
  readonly previous: Document | null;
  readonly next: Document | null;
}

const files = new WeakMap<Catalogue, Map<string, Document[]>>();
const places = new WeakMap<Document, number>();

/** What lies before and behind a document in its file; null where it is in none or alone. */
export function placeInFile(archive: Catalogue, item: Document): PlaceInFile | null {
  const { workingParty } = item.entry.record;
  if (!workingParty || !item.date) return null;
  const file = filesOf(archive).get(workingParty) ?? [];
  const place = places.get(item) ?? 0;
  if (file.length < 2) return null;
  return { workingParty, previous: file[place - 1] ?? null, next: file[place + 1] ?? null };
}

function filesOf(archive: Catalogue): Map<string, Document[]> {
  const known = files.get(archive);
  if (known) return known;
  const made = new Map<string, Document[]>();
  for (const item of archive.list('documents')) {
    const { workingParty } = item.entry.record;
    if (!workingParty || !item.date) continue;
    const file = made.get(workingParty) ?? [];
    made.set(workingParty, file);
    places.set(item, file.push(item) - 1);
  }
  files.set(archive, made);
  return made;
}
