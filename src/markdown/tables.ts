import type { Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

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

/** Puts tables in boxes that scroll, by keyboard too: a table may be wider than a screen. Runs after sanitising. */
export function scrollTables(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
    const box = { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: 'Table' };
    parent.children.splice(index, 1, h('div', box, [element]));
    return SKIP;
  });
}
