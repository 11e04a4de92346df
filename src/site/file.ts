import type { Catalogue, DerivedIndex } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';

type Document = Item<'documents'>;

/** The documents of a working party in the order of their dates, as a registry would keep them, and a place in it. */
export interface PlaceInFile {
  readonly workingParty: string;
  readonly previous: Document | null;
  readonly next: Document | null;
}

/** The place of each document in its file, by its id. */
export const PLACES: DerivedIndex<PlaceInFile> = { name: 'places in files', make: placesIn };

/** What lies before and behind a document in its file; null where it is in none or alone. */
export function placeInFile(archive: Catalogue, item: Document): PlaceInFile | null {
  return archive.derived(PLACES, item.id) ?? null;
}

function placesIn(archive: Catalogue): Map<string, PlaceInFile> {
  const files = new Map<string, Document[]>();
  for (const item of archive.list('documents')) {
    const { workingParty } = item.entry.record;
    // The year of a number places a document before or after none of its year.
    if (!workingParty || !item.date || item.byNumber) continue;
    const file = files.get(workingParty);
    if (file) file.push(item);
    else files.set(workingParty, [item]);
  }
  const places = new Map<string, PlaceInFile>();
  for (const [workingParty, file] of files) {
    if (file.length < 2) continue;
    for (const [place, { id }] of file.entries()) {
      places.set(id, { workingParty, previous: file[place - 1] ?? null, next: file[place + 1] ?? null });
    }
  }
  return places;
}
