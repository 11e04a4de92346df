import type { Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Anchor } from './anchor.ts';

/** A stretch of a text: from one of its highest headings to the next. */
export interface TextPart {
  /** Of the heading; `''` before the first one, `footnotes` for the notes at the end. */
  readonly locator: string;
  readonly html: string;
}

/** A text as its parts, in order; together they are the whole of it. */
export function partsOf(tree: Root, prefix: string, anchors: readonly Anchor[]): TextPart[] {
  const headings = new Map(anchors.filter(({ kind }) => kind === 'heading').map((a) => [prefix + a.locator, a]));
  const highest = Math.min(...[...headings.values()].map(({ level = 6 }) => level));
  const parts: { locator: string; nodes: RootContent[] }[] = [{ locator: '', nodes: [] }];
  for (const node of tree.children) {
    const heading = headings.get(idOf(node));
    if (heading?.level === highest) parts.push({ locator: heading.locator, nodes: [] });
    else if (isFootnotes(node)) parts.push({ locator: 'footnotes', nodes: [] });
    parts.at(-1)?.nodes.push(node);
  }
  return parts
    .map(({ locator, nodes }) => ({ locator, html: toHtml({ type: 'root', children: nodes }) }))
    .filter(({ html }) => html.trim());
}

/** A heading with a note beside it stands in a box (`annotate`). */
function idOf(node: RootContent | undefined): string {
  if (node?.type !== 'element') return '';
  return node.properties.id ? String(node.properties.id) : idOf(node.tagName === 'div' ? node.children[0] : undefined);
}

const isFootnotes = (node: RootContent) => node.type === 'element' && node.properties.dataFootnotes !== undefined;
