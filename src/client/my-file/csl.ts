import { formatLocator } from '../../archive/locator.ts';
import type { CslItem } from '../../publish/cite/csl.ts';
import { citationText } from '../../publish/cite/text.ts';
import { add, entryOf, type FileEntry, keyOf, type MyFile, noteOf } from './file.ts';

/** An item of CSL-JSON as reference managers keep it, with what the reader added. */
interface CollectedItem extends CslItem {
  readonly note?: string;
  /** CSL-JSON leaves it to programs what they keep here. */
  readonly custom?: { readonly titleOnly: true };
}

/** The citation of an entry, the field `csl` of the `entry.json` beside its page; null where this edition has no such page. */
export type Citations = (address: string) => CslItem | null;

/** Whether a place is one of a document's text, and has a locator that a citation can name. */
const TEXT_PLACE = /^[st]-/;

/** The place in words: `6, paragraph 1`; undefined where it has none. */
export function placeInWords(place: string): string | undefined {
  return TEXT_PLACE.test(place) ? formatLocator(place.slice(2)) : undefined;
}

/** What an entry is called in its file: `10784/15, 6, paragraph 1: Summary of discussions`. */
export function headingOf({ address, place }: FileEntry, csl: CslItem | null): string {
  if (!csl) return keyOf({ address, place });
  const words = placeInWords(place);
  if (!csl.number) return words ? `${csl.title}, ${words}` : csl.title;
  return `${csl.number}${words ? `, ${words}` : ''}: ${csl.title}`;
}

export function citationOf({ place }: FileEntry, csl: CslItem): string {
  return citationText(csl, placeInWords(place));
}

/** A file as CSL-JSON: reference managers read it, and so does `fromCsl`. */
export function toCsl(file: MyFile, citations: Citations): string {
  const items = file.entries.map((entry): CollectedItem => {
    const key = keyOf(entry);
    const csl = citations(entry.address) ?? { id: entry.address, type: 'document' as const, title: key };
    return {
      ...csl,
      // Two places of one page are two items.
      id: entry.place ? `${csl.id}#${entry.place}` : csl.id,
      archive_location: key,
      ...(entry.note && { note: entry.note }),
      ...(!entry.withText && { custom: { titleOnly: true } }),
    };
  });
  return `${JSON.stringify(items, null, 1)}\n`;
}

/**
 * The file with what CSL-JSON holds of this archive behind it.
 * @returns also how many items it does not know; null where it is no CSL-JSON
 */
export function fromCsl(file: MyFile, json: string): { readonly file: MyFile; readonly unknown: number } | null {
  let items: unknown;
  try {
    items = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(items)) return null;
  let unknown = 0;
  let all = file;
  for (const item of items) {
    const { archive_location, note, custom } = (item ?? {}) as Readonly<Record<string, unknown>>;
    const entry = entryOf(archive_location);
    const titleOnly = (custom as CollectedItem['custom'] | null | undefined)?.titleOnly === true;
    if (entry) all = add(all, { ...entry, note: noteOf(note), withText: !titleOnly });
    else unknown++;
  }
  return { file: all, unknown };
}
