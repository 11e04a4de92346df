import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { anchor } from '../anchor.ts';
import { parseMarkdown } from '../parse.ts';

/** A paragraph, heading, item or row of a text, as words. */
export interface Block {
  /** Locator of the block, or of the last anchor before it; null before the first one. */
  readonly locator: string | null;
  readonly text: string;
}

const LEAVES = /^(h[1-6]|p|pre|dt|dd)$/;
const BLOCKS = /^(p|ol|ul|table|pre|blockquote|dl)$/;

/** The blocks of an official text, in order. A withheld portion begins with a block that says so. */
export function blocksOf(markdown: string): Block[] {
  const tree = parseMarkdown(markdown, '');
  const locators = new Set(anchor(tree, '').map(({ locator }) => locator));
  const blocks: Block[] = [];
  let locator: string | null = null;
  const push = (text: string) => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    if (words) blocks.push({ locator, text: words });
  };
  const visit = (parent: Root | Element) => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const id = String(node.properties.id ?? '');
      if (locators.has(id)) locator = id;
      if (node.properties.dataWithheld !== undefined) push(withheld(node));
      if (node.tagName === 'tr') push(node.children.filter(isElement).map(wordsOf).join(' | '));
      else if (LEAVES.test(node.tagName)) push(wordsOf(node));
      else {
        if (node.tagName === 'li') push(wordsOf({ ...node, children: node.children.filter((one) => !isBlock(one)) }));
        visit(node.properties.dataFootnotes === undefined ? node : withoutHeading(node));
      }
    }
  };
  visit(tree);
  return blocks;
}

/** Words without the marks of footnotes, which change with every note that comes before. */
function wordsOf({ children }: Element): string {
  return children
    .map((child) => (isElement(child) ? (isNoteLink(child) ? '' : wordsOf(child)) : textOf(child)))
    .join('');
}

const isElement = (node: Element['children'][number]): node is Element => node.type === 'element';

const isNoteLink = ({ properties }: Element) =>
  properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined;

const withoutHeading = (notes: Element): Element => ({
  ...notes,
  children: notes.children.filter((child) => !isElement(child) || child.tagName === 'ol'),
});

const isBlock = (node: Element['children'][number]) => isElement(node) && BLOCKS.test(node.tagName);

const withheld = ({ properties: { dataPages } }: Element) =>
  dataPages ? `Withheld here: pages ${dataPages}.` : 'A portion is withheld here.';
