import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { eachElement } from './walk.ts';

/**
 * Puts the words of each footnote beside the block that first calls it, for screens with a margin. The notes at the
 * end stay, with their links both ways: what stands in the margin is for the eye only. Runs after sanitising.
 */
export function sidenotes(tree: Root): void {
  const words = wordsOfNotes(tree);
  if (words.size === 0) return;
  const places: { parent: Root | Element; before: RootContent | undefined; note: Element }[] = [];
  eachElement(tree, (element, around) => {
    if (element.properties.dataFootnotes !== undefined) return false;
    if (element.properties.dataFootnoteRef === undefined) return;
    const id = String(element.properties.href ?? '').slice(1);
    const note = words.get(id);
    words.delete(id);
    if (note === undefined) return;
    const way = [...around, element];
    const box = way.findLast(holdsNotes);
    places.push({
      parent: box ?? tree,
      before: box ? box.children[0] : way[0],
      note: h('div', { className: ['sidenote'], ariaHidden: 'true', dataPagefindIgnore: '' }, [
        h('sup', textOf(element)),
        ` ${note}`,
      ]),
    });
    return;
  });
  for (const { parent, before, note } of places) {
    const siblings = parent.children as (RootContent | undefined)[];
    siblings.splice(siblings.indexOf(before), 0, note);
  }
}

/** An item of a list, or the box of a block that has a margin note: notes stand in it, and so stay clear of each other. */
function holdsNotes({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'li' || (Array.isArray(className) && className.includes('with-note'));
}

/** The words of the footnotes by the id of each. */
function wordsOfNotes(tree: Root): Map<string, string> {
  const words = new Map<string, string>();
  eachElement(tree, (element, way) => {
    const inNotes = way.some(({ properties }) => properties.dataFootnotes !== undefined);
    if (inNotes && element.tagName === 'li' && element.properties.id) {
      words.set(String(element.properties.id), textOf(withoutBackLinks(element)).replaceAll(/\s+/g, ' ').trim());
    }
  });
  return words;
}

function withoutBackLinks(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    return child.properties.dataFootnoteBackref === undefined ? [withoutBackLinks(child)] : [];
  });
  return { ...element, children };
}
