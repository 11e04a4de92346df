import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Alignment of table cells as a class: the policy of the pages allows no `style` attributes. */
export function classTables(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'th' && element.tagName !== 'td') return;
    const align = /text-align: (left|center|right)/.exec(String(element.properties.style ?? ''))?.[1];
    delete element.properties.style;
    if (align && align !== 'left') element.properties.className = [`align-${align}`];
    if (element.tagName === 'th') element.properties.scope = 'col';
  });
}
