import { escapeAttribute, escapeText } from 'entities';
import type { Kind } from '../entry.ts';
import type { EntryRecord } from '../entry-list.ts';
import type { NameFinder } from './names.ts';
import { visible, wordsOf } from './visible.ts';

/** What of a page goes into the index. */
export interface IndexPage {
  readonly address: string;
  readonly title: string;
  /** Its visible HTML. */
  readonly content: string;
  /** Its words, for finding names in them. */
  readonly text: string;
}

/** The visible text of the parts of a page that are marked with `data-pagefind-body`; null where none is. */
export function readPage(html: string, address: string): IndexPage | null {
  const found = visible(html);
  if (!found) return null;
  return { address, title: found.title || address, content: found.html, text: wordsOf(found.html) };
}

/** An entry without a page of its own, as a page. */
export function pageOf({ address, title, body = '' }: EntryRecord): IndexPage {
  return { address, title, content: `<p>${escapeText(body)}</p>`, text: body };
}

/** What the index says of a page besides its text: the catalogue's word where the page is an entry. */
export interface PageFields {
  readonly title: string;
  readonly label: string | undefined;
  readonly kind: Kind;
  readonly filters: EntryRecord['filters'];
  /** Other spellings of its number and name. */
  readonly aliases: readonly string[];
  /** Names that its text uses in their other form only. */
  readonly mentions: readonly string[];
}

export function fieldsOf(
  page: Pick<IndexPage, 'title' | 'text'>,
  entry: EntryRecord | undefined,
  names: NameFinder,
): PageFields {
  const title = entry?.title ?? page.title;
  const aliases = new Set([...(entry?.aliases ?? []), ...(entry?.names ?? []), ...names.otherForms(title)]);
  return {
    title,
    label: entry?.label,
    // A page that is no entry explains the archive.
    kind: entry?.kind ?? 'Guide',
    filters: entry?.filters ?? { kind: ['Guide'] },
    aliases: [...aliases].filter((one) => one !== title && one !== entry?.label),
    mentions: names.otherForms(page.text),
  };
}

/** The page as Pagefind reads it: the visible text, and in attributes what the catalogue says of the entry. */
export function pagefindHtml(
  page: Pick<IndexPage, 'content'>,
  entry: EntryRecord | undefined,
  { title, label, kind, aliases, mentions, filters }: PageFields,
): string {
  const fields: [string, string | undefined][] = [
    ['title', title],
    ['label', label],
    ['kind', kind],
    ['date', entry?.date],
    ['day', entry?.day],
    ['marking', entry?.marking],
    ['access', entry?.access],
    ['text', entry?.text ? 'held' : undefined],
    ['aliases', aliases.join(' · ')],
    ['mentions', mentions.join(' · ')],
  ];
  const meta = fields.flatMap(([name, value]) => (value ? [carrier('data-pagefind-meta', name, value)] : []));
  const narrowed = Object.entries(filters).flatMap(([name, values]) =>
    (values ?? []).map((value) => carrier('data-pagefind-filter', name, value)),
  );
  return `<html lang="en"><body>${meta.join('')}${narrowed.join('')}<main data-pagefind-body>${page.content}</main></body></html>`;
}

const carrier = (attribute: string, name: string, value: string) =>
  `<i ${attribute}="${name}[data-v]" data-v="${escapeAttribute(value)}"></i>`;
