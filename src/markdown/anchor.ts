import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { itemLabel, LocatorWalker } from './structure.ts';
import { eachElement } from './walk.ts';

/** A heading, numbered place, block or beginning of a page of a text. */
export interface Anchor {
  readonly locator: string;
  readonly kind: 'heading' | 'item' | 'block' | 'page';
  /** Level of a heading as in Markdown, 1 to 6. */
  readonly level?: number;
  /** Words of a heading. */
  readonly title?: string;
}

const HEADING = /^h([1-6])$/;
const BLOCKS = new Set(['p', 'table', 'blockquote', 'pre', 'dl']);

/**
 * Gives every heading, numbered item and block of a text its id, `prefix` + locator (see `LocatorWalker`). What is in a
 * withheld portion has none and counts for none, so that the places of a text are the same in both editions.
 * Changes the tree; returns the anchors in the order of the text.
 */
export function anchor(tree: Root, prefix: string): Anchor[] {
  // What a page is called does not depend on the headings before it.
  const pages = pageBreaks(tree);
  const walker = new LocatorWalker(pages.values());
  const anchors: Anchor[] = [];
  const give = (element: Element, found: Anchor) => {
    element.properties.id = prefix + found.locator;
    anchors.push(found);
  };
  const visit = (parent: Root | Element, item: string | null) => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const page = pages.get(node);
      if (page) give(node, { locator: page, kind: 'page' });
      const level = Number(HEADING.exec(node.tagName)?.[1] ?? 0);
      if (node.properties.dataFootnotes !== undefined || node.properties.dataWithheld !== undefined) continue;
      if (level) {
        const title = textOf(node);
        const explicit = node.properties.id;
        const locator = walker.heading(level, title, typeof explicit === 'string' ? explicit : undefined);
        give(node, { locator, kind: 'heading', level, title });
        visitPages(node);
      } else if (node.tagName === 'ol' || node.tagName === 'ul') visitList(node, item);
      else if (BLOCKS.has(node.tagName)) {
        if (item === null) give(node, { locator: walker.block(), kind: 'block' });
        visitPages(node);
      } else visit(node, item);
    }
  };
  const visitList = (list: Element, parent: string | null) => {
    let number = Number(list.properties.start ?? 1);
    for (const node of list.children) {
      if (node.type !== 'element' || node.tagName !== 'li') continue;
      if (typeof node.properties.value === 'number' || typeof node.properties.value === 'string') {
        number = Number(node.properties.value);
      }
      const label = itemLabel(textOf(node).trimStart().slice(0, 12)) ?? (list.tagName === 'ol' ? String(number) : null);
      number++;
      const locator = label === null ? (parent === null ? walker.block() : null) : walker.item(label, parent);
      if (locator !== null) give(node, { locator, kind: label === null ? 'block' : 'item' });
      visit(node, locator ?? parent);
    }
  };
  const visitPages = (block: Element) => {
    for (const node of block.children) {
      if (node.type !== 'element') continue;
      const page = pages.get(node);
      if (page) give(node, { locator: page, kind: 'page' });
      else visitPages(node);
    }
  };
  visit(tree, null);
  return anchors;
}

/** The breaks of pages in a text with their locators, `page-7`; of two that name one page the first. */
function pageBreaks(tree: Root): Map<Element, string> {
  const pages = new Map<Element, string>();
  const taken = new Set<string>();
  eachElement(tree, (element) => {
    if (element.properties.dataWithheld !== undefined) return false;
    const locator = `page-${element.properties.dataPage}`;
    if (element.properties.role !== 'doc-pagebreak' || taken.has(locator)) return undefined;
    taken.add(locator);
    pages.set(element, locator);
    return undefined;
  });
  return pages;
}
