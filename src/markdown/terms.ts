import type { ElementContent, Root, Text } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';

/** Where the explanation of a term stands, by the term as it is written. */
export type Terms = ReadonlyMap<string, string>;

const WORD = /[\p{L}\p{N}]+(?:[-/&'’][\p{L}\p{N}]+)*/gu;
const HEADING_OR_LINK = /^(h[1-6]|a|code|abbr)$/;

/**
 * Whether a form of a term is an acronym: its letters are mostly capitals. Other words of the glossary are found by
 * search and stay unmarked, since a text in which every second word is a link cannot be read.
 */
export function isAcronym(form: string): boolean {
  const capitals = form.match(/\p{Lu}/gu)?.length ?? 0;
  const smalls = form.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= 2 && smalls <= capitals && !/\s/.test(form);
}

/** Links the first use of each acronym in a text to its explanation. Changes the tree. */
export function explainTerms(tree: Root, terms: Terms): void {
  const seen = new Set<string>();
  visitParents(tree, 'text', (node: Text, ancestors) => {
    if (ancestors.some((a) => a.type === 'element' && HEADING_OR_LINK.test(a.tagName))) return SKIP;
    const parent = ancestors.at(-1);
    const pieces: ElementContent[] = [];
    let at = 0;
    for (const match of node.value.matchAll(WORD)) {
      const href = terms.get(match[0]);
      if (!href || seen.has(href)) continue;
      seen.add(href);
      if (match.index > at) pieces.push({ type: 'text', value: node.value.slice(at, match.index) });
      pieces.push({
        type: 'element',
        tagName: 'a',
        properties: { href, className: ['ref-term'] },
        children: [{ type: 'text', value: match[0] }],
      });
      at = match.index + match[0].length;
    }
    if (pieces.length === 0 || !parent) return SKIP;
    if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
    const index = parent.children.indexOf(node as never);
    parent.children.splice(index, 1, ...(pieces as never[]));
    return index + pieces.length;
  });
}
