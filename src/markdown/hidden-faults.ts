import { toString as textOf } from 'hast-util-to-string';
import { markdownToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import type { BlockFault } from '../archive/text-facts.ts';
import { anchor } from './anchor.ts';
import { features, parseMarkdown } from './parse.ts';
import { firstHidden, shownMarkdown } from './shown-markdown.ts';
import { emptyWithheld, type WithheldBlock } from './withheld-blocks.ts';

/**
 * Why a text cannot be published as it is shown: comments that are not closed, and words that no page shows and that
 * cannot be taken out without moving a place of the text or another word.
 * @param blocks its withheld portions
 */
export function hiddenFaults(body: string, blocks: readonly WithheldBlock[]): BlockFault[] {
  const open = [...openComments(body)];
  if (open.length > 0) return open;
  const versions = blocks.length > 0 ? [body, emptyWithheld(body, blocks)] : [body];
  return versions.some((text) => !isTidied(text)) ? [moving(firstHidden(body) ?? 1)] : [];
}

function* openComments(body: string): Iterable<BlockFault> {
  if (!body.includes('<!--')) return;
  const lines: number[] = [];
  visit(markdownToMdast(body, { features: features('s-') }), (node) => {
    if (node.type !== 'html' && node.type !== 'text') return;
    const from = node.position?.start.offset ?? 0;
    const words = body
      .slice(from, node.position?.end.offset)
      .replace(/<!--[\s\S]*?-->/g, (all) => ' '.repeat(all.length));
    const at = words.search(/(?<!\\)<!--/);
    if (at >= 0) lines.push(body.slice(0, from + at).split('\n').length);
  });
  for (const bodyLine of lines) {
    yield {
      bodyLine,
      message: 'a comment is not closed',
      fix: 'close it with -->, or write \\<!-- for the signs themselves',
    };
  }
}

/** Whether taking out what no page shows leaves the same words at the same places, and leaves nothing more to take out. */
function isTidied(text: string): boolean {
  const shown = shownMarkdown(text);
  if (shown.trim() === text.trim()) return true;
  return pageOf(shown) === pageOf(text) && shownMarkdown(shown) === shown;
}

/** The places and words of a text, as a reader finds them. */
function pageOf(text: string): string {
  const tree = parseMarkdown(text, 's-');
  const places = anchor(tree, 's-').map(({ kind, locator }) => `${kind} ${locator}`);
  return JSON.stringify([places, textOf(tree).replace(/\s+/g, ' ').trim()]);
}

const moving = (bodyLine: number): BlockFault => ({
  bodyLine,
  message: 'something that no page shows cannot be taken out of the text without changing it',
  fix: 'remove the comment, the target of links, the title or the note that nothing refers to; or set it apart by empty lines',
});
