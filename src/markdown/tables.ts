import type { Root } from 'hast';
import { h } from 'hastscript';
import { eachElement } from './walk.ts';

/** Alignment of table cells as a class: the policy of the pages allows no `style` attributes. */
export function classTables(tree: Root): void {
  eachElement(tree, (element) => {
    if (element.tagName !== 'th' && element.tagName !== 'td') return;
    const align = /text-align: (left|center|right)/.exec(String(element.properties.style ?? ''))?.[1];
    delete element.properties.style;
    if (align && align !== 'left') element.properties.className = [`align-${align}`];
    if (element.tagName === 'th') element.properties.scope = 'col';
  });
}

/** Puts tables in boxes that scroll, by keyboard too: a table may be wider than a screen. Runs after sanitising. */
export function scrollTables(tree: Root): void {
  eachElement(tree, (element) => {
    if (element.tagName !== 'table') return;
    return h('div', { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: 'Table' }, [element]);
  });
}
