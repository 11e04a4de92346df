import type { Element, ElementContent, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import { escapeXml } from '../web.ts';

/** Elements that a book has; of others only what is in them. */
const KEPT = new Set(
  (
    'a abbr article b blockquote br caption cite code dd details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'header hr i li mark ol p pre section small span strong sub summary sup table tbody td tfoot th thead time tr ul'
  ).split(' '),
);
/** Elements that make no sense on paper, with all that is in them. */
const LEFT_OUT = new Set(
  'script style svg form button input select nav template link canvas dialog noscript'.split(' '),
);
const EMPTY = new Set(['br', 'hr']);

/** Properties of hast and the attributes they are. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  id: 'id',
  className: 'class',
  href: 'href',
  title: 'title',
  lang: 'lang',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  scope: 'scope',
  dateTime: 'datetime',
  start: 'start',
  value: 'value',
};

/** Where a link of a page leads in a book; null where it has to be plain words. */
export type Rewrite = (href: string) => string | null;

/** The article of a page. Throws where it has none. */
export function articleOf(html: string, page: string): Element {
  let found: Element | undefined;
  visit(htmlToHast(html) as Root, 'element', (element) => {
    if (element.tagName !== 'article') return undefined;
    found ??= element;
    return SKIP;
  });
  if (!found) throw new Error(`${page} has no article to make a book of`);
  return found;
}

/** Every id in an element. */
export function idsIn(element: Element): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(element, 'element', ({ tagName, properties }) => {
    if (LEFT_OUT.has(tagName)) return SKIP;
    if (KEPT.has(tagName) && typeof properties.id === 'string') ids.add(properties.id);
    return undefined;
  });
  return ids;
}

/** An element of a page as XHTML. */
export function toXhtml(node: ElementContent | Root['children'][number], rewrite: Rewrite): string {
  if (node.type === 'text') return escapeXml(node.value);
  if (node.type !== 'element' || LEFT_OUT.has(node.tagName) || isForScreen(node)) return '';
  const inner = node.children.map((child) => toXhtml(child, rewrite)).join('');
  if (!KEPT.has(node.tagName)) return inner;
  const attributes = attributesOf(node, rewrite);
  // A link that leads nowhere in a book keeps its words.
  const name = node.tagName === 'a' && !attributes.includes(' href=') ? 'span' : node.tagName;
  return EMPTY.has(name) ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

/** Marks to follow and things to do, which no paper has. */
const isForScreen = ({ properties }: Element) =>
  classesOf(properties.className).some((name) => name === 'permalink' || name === 'no-print');
const classesOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function attributesOf({ tagName, properties }: Element, rewrite: Rewrite): string {
  return Object.entries(ATTRIBUTES)
    .flatMap(([property, attribute]) => {
      const value = properties[property];
      if (value === undefined || value === null || value === false) return [];
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      const rewritten = attribute === 'href' ? rewrite(text) : text;
      if (rewritten === null || (attribute === 'value' && tagName !== 'li')) return [];
      return ` ${attribute}="${escapeXml(rewritten)}"`;
    })
    .join('');
}
