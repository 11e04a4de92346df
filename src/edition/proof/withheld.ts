import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf } from '../../archive/address.ts';
import { itemOf } from '../../archive/item.ts';
import { readArchive, readBody } from '../../archive/read.ts';
import { Needles } from './needles.ts';

/**
 * What the content holds and the public edition must not: every run of words that stands in the content and in
 * nothing that is open, and the addresses of entries that have no page there.
 * @param content all of the content
 * @param open the content of the public edition
 * @param code the source of the pages: what they say is open
 */
export async function withheldNeedles(content: string, open: string, code: string): Promise<Needles> {
  const needles = new Needles();
  for await (const { text, origin } of textsOf(content)) needles.addText(text, origin);
  for await (const { text } of textsOf(open)) needles.removeText(text);
  for (const text of await composedTexts(open)) needles.removeText(text);
  for (const name of await readdir(code, { recursive: true })) {
    if (/\.(astro|ts|css)$/.test(name)) needles.removeText(await readFile(join(code, name), 'utf8'));
  }
  const shown = new Set((await readArchive(open)).entries.map(({ collection, id }) => addressOf(collection, id)));
  for (const { collection, id, file } of (await readArchive(content)).entries) {
    const address = addressOf(collection, id);
    // A text that is cited has a page whether or not it has a record.
    if (collection === 'documents' || collection === 'texts' || collection === 'acts') continue;
    if (!shown.has(address) && !address.includes('#')) needles.addExact(`${address.slice(0, -1)}/`, file);
  }
  return needles;
}

/** Open values as pages set them side by side: those of one object in a row, the label of an entry beside its title and address. */
async function composedTexts(open: string): Promise<string[]> {
  const { entries } = await readArchive(open);
  return entries.flatMap((entry) => {
    const { label, title, address } = itemOf(entry);
    return [`${label} ${title} ${label} ${address} ${label}`, ...rowsIn(entry.record)];
  });
}

function* rowsIn(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  const items = Object.values(value);
  yield items.filter((item) => typeof item === 'string').join(' ');
  for (const item of items) yield* rowsIn(item);
}

/** Every text of a content folder: values of records one by one, bodies by paragraph. */
async function* textsOf(root: string): AsyncIterable<{ text: string; origin: string }> {
  const { entries } = await readArchive(root);
  for (const { file, record } of entries) {
    for (const text of stringsIn(record)) yield { text, origin: file };
    for (const text of (await readBody(root, file)).split(/\n{2,}/)) if (text.trim()) yield { text, origin: file };
  }
}

function* stringsIn(value: unknown, key = ''): Iterable<string> {
  if (typeof value === 'string') {
    if (key !== 'source') yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* stringsIn(item, Array.isArray(value) ? key : name);
  }
}
