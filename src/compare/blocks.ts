import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { anchor } from '../markdown/anchor.ts';
import { parseMarkdown } from '../markdown/parse.ts';

/** A paragraph, heading, item or row of a text, as words. */
export interface Block {
  /** Locator of the nearest anchor at or around it; null before the first one. */
  readonly locator: string | null;
  readonly text: string;
}

const LEAVES = /^(h[1-6]|p|tr|pre|dt|dd)$/;
const BLOCKS = /^(p|ol|ul|table|pre|blockquote|dl)$/;

/** The blocks of an official text, in order. What is withheld counts as a block that says so, never by what it hides. */
export function blocksOf(markdown: string): Block[] {
  const tree = parseMarkdown(markdown, '');
  const locators = new Set(anchor(tree, '').map(({ locator }) => locator));
  const blocks: Block[] = [];
  const visit = (parent: Root | Element, around: string | null) => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const id = String(node.properties.id ?? '');
      const locator = locators.has(id) ? id : around;
      if (node.properties.dataWithheld !== undefined) blocks.push({ locator, text: withheld(node) });
      else if (LEAVES.test(node.tagName)) push(node, locator);
      else {
        if (node.tagName === 'li')
          push({ ...node, children: node.children.filter((child) => !isBlock(child)) }, locator);
        visit(node, locator);
      }
    }
  };
  const push = (element: Element, locator: string | null) => {
    const words = element.tagName === 'tr' ? cellsOf(element).join(' | ') : textOf(element);
    const text = words.replaceAll(/\s+/g, ' ').trim();
    if (text) blocks.push({ locator, text });
  };
  visit(tree, null);
  return blocks;
}

const isBlock = (node: Element['children'][number]) => node.type === 'element' && BLOCKS.test(node.tagName);

const cellsOf = (row: Element) =>
  row.children.filter((cell): cell is Element => cell.type === 'element').map((cell) => textOf(cell));

const withheld = ({ properties: { dataPages } }: Element) =>
  dataPages ? `Withheld here: pages ${dataPages}.` : 'A portion is withheld here.';
