import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Anchor } from './anchor.ts';
import { eachElement } from './walk.ts';

/** What stands beside a place of a text: nothing, or content of the page's own. */
export type MarginNote = (locator: string) => ElementContent | null;

/**
 * Puts a permanent link and the margin note to each anchor of a text. Runs after sanitising: what it adds is the
 * page's own. In a heading or item both come last in it; another block and its note share a box.
 */
export function annotate(tree: Root, prefix: string, anchors: readonly Anchor[], note: MarginNote): void {
  const byId = new Map(anchors.map((anchor) => [prefix + anchor.locator, anchor]));
  eachElement(tree, (element) => {
    const anchor = byId.get(String(element.properties.id ?? ''));
    if (!anchor) return;
    place(element, permalink(prefix, anchor.locator));
    const beside = note(anchor.locator);
    if (!beside) return;
    if (element.tagName !== 'li') return h('div', { className: ['with-note'] }, [element, beside]);
    element.children.push(beside);
    return;
  });
}

/** Puts a link at the end of the first words of an element: never between the rows of a table or the items of a list. */
function place(element: Element, link: Element): void {
  const behind: ElementContent[] = [{ type: 'text', value: ' ' }, link];
  if (/^(p|h[1-6])$/.test(element.tagName)) element.children.push(...behind);
  if (element.tagName !== 'li') return;
  const at = element.children.findIndex((child) => child.type === 'element' && /^(p|ol|ul|table)$/.test(child.tagName));
  const block = element.children[at];
  if (block?.type === 'element' && block.tagName === 'p') block.children.push(...behind);
  else element.children.splice(at < 0 ? element.children.length : at, 0, ...behind);
}

function permalink(prefix: string, locator: string): Element {
  return h('a', { className: ['permalink'], href: `#${prefix}${locator}`, ariaLabel: `Link to ${locator}` }, '¶');
}
