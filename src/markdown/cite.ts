import type { ElementContent, Root, Text } from 'hast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { type FoundReference, findReferences } from '../archive/reference/index.ts';

/** A reference in a text and the place that makes it. */
export interface Citation {
  readonly found: FoundReference;
  /** Locator of the nearest anchor around it; null before the first one. */
  readonly locator: string | null;
}

/** Where a reference leads, or null where it stays plain text. */
export type Resolve = (found: FoundReference) => { href: string; className: string; external: boolean } | null;

/**
 * Makes links of the references in a text. Changes the tree; returns the citations in the order of the text.
 * @param prefix the prefix that `anchor` gave to the ids
 */
export function cite(tree: Root, prefix: string, resolve: Resolve): Citation[] {
  const citations: Citation[] = [];
  visitParents(tree, 'text', (node: Text, ancestors) => {
    if (ancestors.some((a) => a.type === 'element' && (a.tagName === 'a' || a.tagName === 'code'))) return SKIP;
    const found = findReferences(node.value);
    const parent = ancestors.at(-1);
    if (found.length === 0 || !parent) return SKIP;
    const id = ancestors.findLast((a) => a.type === 'element' && String(a.properties.id ?? '').startsWith(prefix));
    const locator = id?.type === 'element' ? String(id.properties.id).slice(prefix.length) : null;
    const pieces: ElementContent[] = [];
    let at = 0;
    for (const one of found) {
      citations.push({ found: one, locator });
      const target = resolve(one);
      if (!target) continue;
      if (one.start > at) pieces.push({ type: 'text', value: node.value.slice(at, one.start) });
      pieces.push({
        type: 'element',
        tagName: 'a',
        properties: {
          href: target.href,
          className: [target.className],
          ...(target.external ? { rel: ['external'] } : {}),
        },
        children: [{ type: 'text', value: node.value.slice(one.start, one.end) }],
      });
      at = one.end;
    }
    if (at < node.value.length) pieces.push({ type: 'text', value: node.value.slice(at) });
    const index = parent.children.indexOf(node as never);
    parent.children.splice(index, 1, ...(pieces as never[]));
    return index + pieces.length;
  });
  return citations;
}
