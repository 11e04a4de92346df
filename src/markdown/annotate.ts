import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Anchor } from './anchor.ts';

/** What stands beside a place of a text: nothing, or content of the page's own. */
export type MarginNote = (locator: string) => ElementContent | null;

/**
 * Puts a permanent link and the margin note to each anchor of a text. Runs after sanitising: what it adds is the
 * page's own. In a heading or item both come last in it; another block and its note share a box.
 */
export function annotate(tree: Root, prefix: string, anchors: readonly Anchor[], note: MarginNote): void {
  const byId = new Map(anchors.map((anchor) => [prefix + anchor.locator, anchor]));
  visit(tree, 'element', (element, index, parent) => {
    const anchor = byId.get(String(element.properties.id ?? ''));
    if (!anchor || !parent || index === undefined) return;
    const holder = lastParagraph(element);
    if (holder) holder.children.push({ type: 'text', value: ' ' }, permalink(prefix, anchor.locator));
    const beside = note(anchor.locator);
    if (!beside) return;
    if (element.tagName === 'li') element.children.push(beside);
    else parent.children.splice(index, 1, h('div', { className: ['with-note'] }, [element, beside]));
  });
}

/** Where a link can stand at the end of the words: never between the rows of a table. */
function lastParagraph(element: Element): Element | null {
  if (/^(p|h[1-6])$/.test(element.tagName)) return element;
  if (element.tagName !== 'li') return null;
  const block = element.children.find(
    (child): child is Element => child.type === 'element' && /^(p|ol|ul|table)$/.test(child.tagName),
  );
  if (!block) return element;
  return block.tagName === 'p' ? block : null;
}

function permalink(prefix: string, locator: string): Element {
  return h('a', { className: ['permalink'], href: `#${prefix}${locator}`, ariaLabel: `Link to ${locator}` }, '¶');
}
