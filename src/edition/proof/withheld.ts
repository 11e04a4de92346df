import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf } from '../../archive/address.ts';
import type { Entry } from '../../archive/collections.ts';
import { itemOf } from '../../archive/item.ts';
import { type ArchiveContent, readBody } from '../../archive/read.ts';
import { Needles } from './needles.ts';

/** A content folder, and what it holds. */
type Entries = Pick<ArchiveContent, 'root' | 'entries'>;

/**
 * What the content holds and the public edition must not: every run of words that stands in the content and in
 * nothing that is open, and the addresses of entries that have no page there.
 * @param content all of the content
 * @param open the content of the public edition
 * @param code the source of the pages: what they say is open
 */
export async function withheldNeedles(content: Entries, open: Entries, code: string): Promise<Needles> {
  const needles = new Needles();
  const shown = new Map(open.entries.map((entry) => [keyOf(entry), entry]));
  for (const entry of content.entries) {
    const same = shown.get(keyOf(entry));
    const known = new Set(same && textsOf(open.root, same));
    // What an entry says in both is open, whatever it is.
    for (const text of textsOf(content.root, entry)) if (!known.has(text)) needles.addText(text, entry.file);
  }
  for (const entry of open.entries) {
    for (const text of stringsIn(entry.record)) needles.removeText(text);
    // Not by paragraph: what follows upon one another in an open text is open.
    needles.removeText(readBody(open.root, entry.file));
  }
  for (const text of composedTexts(open)) needles.removeText(text);
  for (const name of await readdir(code, { recursive: true })) {
    if (/\.(astro|ts|css)$/.test(name)) needles.removeText(await readFile(join(code, name), 'utf8'));
  }
  const addresses = new Set(open.entries.map(({ collection, id }) => addressOf(collection, id)));
  for (const { collection, id, file } of content.entries) {
    const address = addressOf(collection, id);
    // A text that is cited has a page whether or not it has a record.
    if (collection === 'documents' || collection === 'texts' || collection === 'acts') continue;
    if (!addresses.has(address) && !address.includes('#')) needles.addExact(`${address.slice(0, -1)}/`, file);
  }
  return needles;
}

const keyOf = ({ collection, id }: Entry) => `${collection}/${id}`;

/** Open values as pages set them side by side: those of one object in a row, the label of an entry beside its title and address. */
function* composedTexts({ entries }: Entries): Iterable<string> {
  for (const entry of entries) {
    const { label, title, address } = itemOf(entry);
    yield `${label} ${title} ${label} ${address} ${label}`;
    yield* rowsIn(entry.record);
  }
}

function* rowsIn(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  const items = Object.values(value);
  yield items.filter((item) => typeof item === 'string').join(' ');
  for (const item of items) yield* rowsIn(item);
}

/** Every text of an entry: values of its record one by one, its body by paragraph. */
function textsOf(root: string, { file, record }: Entry): string[] {
  const paragraphs = readBody(root, file)
    .split(/\n{2,}/)
    .filter((text) => text.trim());
  return [...stringsIn(record), ...paragraphs];
}

function* stringsIn(value: unknown, key = ''): Iterable<string> {
  if (typeof value === 'string') {
    if (key !== 'source') yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* stringsIn(item, Array.isArray(value) ? key : name);
  }
}
