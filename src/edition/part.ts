import type { Entry } from '../archive/collections.ts';
import { collections } from '../archive/collections.ts';
import { fileStem } from '../archive/id.ts';
import { type ArchiveContent, isMarkdown } from '../archive/read.ts';
import { publicBody } from './body.ts';
import type { Edition } from './editions.ts';
import { selectPublic } from './select.ts';
import { isDocument, isOpenDocument, openSources } from './sources.ts';

/** An entry of an edition: the part of its record that is shown there, and a file name made from its id. */
export interface PartEntry {
  readonly entry: Entry;
  /** The entry as the whole content has it. */
  readonly original: Entry;
  /** How much of its Markdown is shown. */
  readonly text: 'whole' | 'open portions' | 'nothing';
  /** The Markdown that the edition shows of it; empty if it has none. */
  body(): string;
}

/** What the partition reads: any archive, from files or altered in memory. */
export type Partitionable = Pick<ArchiveContent, 'entries' | 'bodyOf'>;

/** The entries of an edition with what it may show of each. */
export function partOf(archive: Partitionable, edition: Edition): PartEntry[] {
  const kept =
    edition === 'public'
      ? selectPublic(archive, openSources(archive, archive.bodyOf))
      : archive.entries.map((entry) => ({ entry, record: entry.record as unknown }));
  const open = new Set(kept.flatMap(({ entry }) => (isDocument(entry) && isOpenDocument(entry) ? [entry.id] : [])));
  const places = new Map<string, number>();
  const textOf = ({ collection, id, file }: Entry): PartEntry['text'] => {
    if (!isMarkdown(file)) return 'nothing';
    if (edition === 'delegates' || collection === 'guide') return 'whole';
    return open.has(id) ? 'open portions' : 'nothing';
  };
  const part = kept.map(({ entry: original, record }): PartEntry => {
    const text = textOf(original);
    return {
      original,
      entry: { ...namesOf(original, places), record } as Entry,
      text,
      body() {
        if (text === 'nothing') return '';
        const body = archive.bodyOf(original);
        return text === 'whole' ? body : publicBody(body);
      },
    };
  });
  // The order of the files in the content would tell of their folders.
  return part.sort(({ entry: a }, { entry: b }) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return (a.index ?? 0) - (b.index ?? 0);
  });
}

/** Names in one fixed form, so that no name of a folder or order of a list of the content comes along. */
function namesOf({ collection, id }: Entry, places: Map<string, number>): Omit<Entry, 'record'> {
  const { layout, endings } = collections[collection];
  if (layout === 'list') {
    const index = places.get(collection) ?? 0;
    places.set(collection, index + 1);
    return { collection, id, file: `${collection}${endings[0]}`, index };
  }
  const stem = endings[0] === '.md' ? fileStem(id) : id;
  return { collection, id, file: `${collection}/${stem}${endings[0]}` };
}
