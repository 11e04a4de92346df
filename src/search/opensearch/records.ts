import type { EditionFiles } from '../../edition/seal/open.ts';
import { formsOf } from '../build/buckets.ts';
import { NameFinder } from '../build/names.ts';
import { fieldsOf, readPage } from '../build/page.ts';
import type { EntryRecord } from '../entry-list.ts';
import type { SectionStart, ServerRecord } from './record.ts';
import { readText } from './text.ts';

/** The list of all entries of a built edition. */
export async function readEntries(files: EditionFiles): Promise<EntryRecord[]> {
  return JSON.parse(await files.read('search/entries.json')) as EntryRecord[];
}

/**
 * Every record of a built edition, from nothing but its output: the pages that are marked with `data-pagefind-body`, then
 * the entries without a page of their own. One page is held at a time.
 */
export async function* recordsOf(files: EditionFiles, entries: readonly EntryRecord[]): AsyncGenerator<ServerRecord> {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  const names = new NameFinder(entries);
  // A page that only lists such entries is found through each of them.
  const lists = new Set(entries.flatMap(({ address, body }) => (body === undefined ? [] : [address.split('#')[0]])));
  const paged = new Set<string>();
  for (const file of files.names.filter((name) => name.endsWith('.html')).sort()) {
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    if (lists.has(address)) continue;
    const page = readPage(await files.read(file), address);
    if (!page) continue;
    paged.add(address);
    yield recordOf({ ...page, ...readText(page.content) }, byAddress.get(address), names);
  }
  for (const entry of entries) {
    const { address, title, body } = entry;
    if (!paged.has(address)) yield recordOf({ address, title, text: body ?? '', content: body }, entry, names);
  }
}

interface Source {
  readonly address: string;
  readonly title: string;
  readonly text: string;
  readonly content: string | undefined;
  readonly sections?: readonly SectionStart[];
}

function recordOf(source: Source, entry: EntryRecord | undefined, finder: NameFinder): ServerRecord {
  const { address, content, sections } = source;
  const { title, label, kind, filters, aliases, mentions } = fieldsOf(source, entry, finder);
  const { date, day, marking, access, text, of, reference } = entry ?? {};
  return {
    address,
    kind,
    label: label ?? title,
    title,
    ...(date ? { date } : {}),
    ...(day ? { day } : {}),
    ...(marking ? { marking } : {}),
    ...(access ? { access } : {}),
    ...(text ? { text } : {}),
    ...(of ? { of } : {}),
    ...(reference ? { reference } : {}),
    filters,
    keys: entry?.keys ?? [],
    names: entry ? formsOf(entry) : [],
    aliases,
    mentions,
    ...(content ? { content } : {}),
    ...(sections?.length ? { sections } : {}),
  };
}
