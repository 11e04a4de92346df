import { isDocument, isOpenDocument, isOpenInPart } from '../archive/access.ts';
import type { Entry } from '../archive/collections.ts';
import type { ArchiveContent } from '../archive/read.ts';
import { HEADER, listSources, OPEN_SOURCES, parseSource } from '../archive/source.ts';
import { placesIn } from '../markdown/render.ts';
import { withheldFactsOf } from '../markdown/text-facts.ts';
import { emptyWithheld, scanWithheld } from '../markdown/withheld-blocks.ts';

export { isDocument, isOpenDocument } from '../archive/access.ts';

/** Tells of a source whether the public may know what stands there. What it does not know is closed. */
export type IsOpen = (source: string) => boolean;

/**
 * The sources that are open to the public:
 * - what the public register says of a document, `official-journal`, `general-knowledge`, press and web sources;
 * - public and declassified documents;
 * - of a document with withheld portions, in its précis or in its official text, its header and the places outside them: a source
 *   that names no place is closed, since the fact may come from a withheld one;
 * - acts that have an open source themselves.
 * @param bodyOf the précis of a document or the body of its official text
 */
export function openSources(content: Pick<ArchiveContent, 'entries'>, bodyOf: (entry: Entry) => string): IsOpen {
  const whole = new Set<string>(OPEN_SOURCES);
  const portions = new Map<string, ReadonlySet<string>>();
  const acts: Entry<'acts'>[] = [];
  const texts = new Map(content.entries.flatMap((e) => (e.collection === 'texts' ? [[e.id, e] as const] : [])));
  for (const entry of content.entries) {
    if (isActs(entry)) acts.push(entry);
    if (entry.collection === 'sources') whole.add(entry.id);
    if (!isDocument(entry) || !isOpenDocument(entry)) continue;
    const text = texts.get(entry.id);
    const places = openPlaces(entry, bodyOf(entry), text ? bodyOf(text) : '');
    if (places) portions.set(entry.id, places);
    else whole.add(entry.id);
  }
  const isOpen = (source: string) => {
    const { id, locator, register } = parseSource(source);
    return register || whole.has(id) || (locator !== null && (portions.get(id)?.has(locator) ?? false));
  };
  // Acts may rest on acts: none is open until an open source is found, so that a ring of them stays closed.
  let waiting = acts;
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter(({ id, record }) => {
      const open = listSources(record.source).some(isOpen);
      if (open) whole.add(id);
      return !open;
    });
  }
  return isOpen;
}

/**
 * The places of a document that are outside its withheld portions; null where it has none withheld. A page is none of
 * them, nor is a section with a withheld portion: they hold both.
 */
function openPlaces(entry: Entry<'documents'>, precis: string, text: string): ReadonlySet<string> | null {
  const withheld = [precis, text].map(withheldFactsOf);
  if (!isOpenInPart(entry, withheld)) return null;
  const open = placesIn(emptyWithheld(precis, scanWithheld(precis).blocks));
  const places = open.flatMap(({ kind, locator }) => (kind === 'page' ? [] : [locator]));
  return new Set([HEADER, ...places]).difference(new Set(withheld.flatMap((facts) => facts?.mixed ?? [])));
}

function isActs(entry: Entry): entry is Entry<'acts'> {
  return entry.collection === 'acts';
}
