import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { htmlToHast } from 'satteri';
import type { Kind } from '../entry.ts';
import type { EntryRecord } from '../entry-list.ts';
import type { NameFinder } from './names.ts';
import { trimmed } from './trim.ts';

/** What of a page goes into the index. */
export interface IndexPage {
  readonly address: string;
  readonly title: string;
  readonly content: readonly ElementContent[];
  /** Its words, for finding names in them. */
  readonly text: string;
}

/** Elements that are no text, or not of this page. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video'],
  ...['form', 'input', 'button', 'select', 'textarea', 'label', 'nav', 'dialog', 'img'],
]);

/** All that is read of a page: HTML from its first mark on, and what stands before, where that has a heading. */
export interface PageParts {
  readonly before: string;
  readonly marked: string;
}

/** Null where nothing is marked. */
export function partsOf(html: string): PageParts | null {
  const mark = html.indexOf('data-pagefind-body');
  if (mark < 0) return null;
  const begin = html.lastIndexOf('<', mark);
  const before = html.slice(0, begin);
  return { before: /<h1\b/i.test(before) ? trimmed(before) : '', marked: trimmed(html.slice(begin)) };
}

/**
 * The visible text of the parts of a page that are marked with `data-pagefind-body`; null where none is. What is hidden or
 * marked with `data-pagefind-ignore`, marks to link to, comments and every attribute but the anchors stay out.
 */
export function readPage(html: string, address: string): IndexPage | null {
  const parts = partsOf(html);
  if (!parts) return null;
  const root = htmlToHast(parts.marked) as Root;
  const content: ElementContent[] = [];
  const visit = (node: RootContent) => {
    if (node.type !== 'element' || LEFT_OUT.has(node.tagName)) return;
    if (node.properties.dataPagefindBody !== undefined) content.push(...visible(node));
    else for (const child of node.children) visit(child as RootContent);
  };
  for (const child of root.children) visit(child);
  const others = [...(htmlToHast(parts.before) as Root).children, ...root.children] as ElementContent[];
  const heading = firstHeading(content) ?? firstHeading(others);
  const title = heading ? textOf(heading).replace(/\s+/g, ' ').trim() : '';
  const text = content.map((node) => spacedText(node)).join(' ');
  return content.length === 0 ? null : { address, title: title || address, content, text };
}

function isHidden({ properties, tagName }: Element): boolean {
  return (
    LEFT_OUT.has(tagName) ||
    (properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false) ||
    String(properties.ariaHidden) === 'true' ||
    properties.dataPagefindIgnore !== undefined ||
    properties.inert === true
  );
}

/** A link without a word is a mark beside the text, to copy an address from. */
function isMark(element: Element): boolean {
  return element.tagName === 'a' && !/[\p{L}\p{N}]/u.test(textOf(element));
}

function visible(element: Element): ElementContent[] {
  return element.children.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element' || isHidden(node) || isMark(node)) return [];
    const id = node.properties.id;
    return [{ ...node, properties: id === undefined ? {} : { id }, children: visible(node) }];
  });
}

function firstHeading(nodes: readonly ElementContent[]): Element | null {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const found = node.tagName === 'h1' ? node : firstHeading(node.children);
    if (found) return found;
  }
  return null;
}

function spacedText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(spacedText).join(node.tagName === 'p' ? '' : ' ') : '';
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
export function pagefindHtml(page: IndexPage, entry: EntryRecord | undefined, names: NameFinder): string {
  const { title, label, kind, aliases, mentions, filters } = fieldsOf(page, entry, names);
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
  const body = h('main', { 'data-pagefind-body': '' }, ...page.content);
  return toHtml(h(null, h('html', { lang: 'en' }, h('body', ...meta, ...narrowed, body))));
}

function carrier(attribute: string, name: string, value: string): Element {
  return h('i', { [attribute]: `${name}[data-v]`, 'data-v': value });
}
