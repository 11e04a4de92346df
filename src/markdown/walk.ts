import type { Element, ElementContent, Root } from 'hast';

/** The elements around a node, the outermost first. */
export type Way = readonly Element[];

/**
 * Calls `visit` with each element of a tree in the order of the text, each before those in it. An element that `visit`
 * returns takes the place of the one it was called with; after `false` the elements in this one are left out.
 */
export function eachElement(
  tree: Root | Element,
  visit: (element: Element, way: Way) => Element | false | undefined,
): void {
  const way: Element[] = [];
  const walk = ({ children }: Root | Element) => {
    for (const [index, node] of children.entries()) {
      if (node.type !== 'element') continue;
      const result = visit(node, way);
      if (result === false) continue;
      if (result) children[index] = result;
      way.push(node);
      walk(node);
      way.pop();
    }
  };
  walk(tree);
}

/** A stretch of a text and the element that takes its place. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly element: Element;
}

/**
 * Puts elements in the place of stretches of the texts of a tree.
 * @param closed names of the elements whose texts stay
 * @param stretchesOf the stretches of a text, in order, none overlapping another
 */
export function replaceInTexts(
  tree: Root,
  closed: RegExp,
  stretchesOf: (text: string, way: Way) => readonly Stretch[],
): void {
  const way: Element[] = [];
  const walk = ({ children }: Root | Element) => {
    for (let index = 0; index < children.length; index++) {
      const node = children[index];
      if (node?.type === 'element' && !closed.test(node.tagName)) {
        way.push(node);
        walk(node);
        way.pop();
      }
      if (node?.type !== 'text') continue;
      const stretches = stretchesOf(node.value, way);
      if (stretches.length === 0) continue;
      const pieces = [...piecesOf(node.value, stretches)];
      children.splice(index, 1, ...pieces);
      index += pieces.length - 1;
    }
  };
  walk(tree);
}

function* piecesOf(text: string, stretches: readonly Stretch[]): Generator<ElementContent> {
  let at = 0;
  for (const { start, end, element } of stretches) {
    if (start > at) yield { type: 'text', value: text.slice(at, start) };
    yield element;
    at = end;
  }
  if (at < text.length) yield { type: 'text', value: text.slice(at) };
}
