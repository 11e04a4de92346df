import type { Element, Root } from 'hast';
import { type FoundReference, findReferences } from '../archive/reference/index.ts';
import { replaceInTexts, type Stretch, type Way } from './walk.ts';

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
  replaceInTexts(tree, /^(?:a|code)$/, (text, way) => {
    const references = findReferences(text);
    if (references.length === 0) return [];
    const locator = locatorOf(way, prefix);
    return references.flatMap((found): Stretch[] => {
      citations.push({ found, locator });
      const target = resolve(found);
      return target ? [{ start: found.start, end: found.end, element: linkTo(target, found.text) }] : [];
    });
  });
  return citations;
}

function locatorOf(way: Way, prefix: string): string | null {
  const around = way.findLast(({ properties }) => String(properties.id ?? '').startsWith(prefix));
  return around ? String(around.properties.id).slice(prefix.length) : null;
}

function linkTo({ href, className, external }: NonNullable<ReturnType<Resolve>>, words: string): Element {
  const rel = external ? { rel: ['external'] } : {};
  return {
    type: 'element',
    tagName: 'a',
    properties: { href, className: [className], ...rel },
    children: [{ type: 'text', value: words }],
  };
}
