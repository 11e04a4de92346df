import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Anchor, anchor } from './anchor.ts';
import { annotate, type MarginNote } from './annotate.ts';
import { type Citation, cite, type Resolve } from './cite.ts';
import { parseMarkdown } from './parse.ts';
import { partsOf, type TextPart } from './parts.ts';
import { sanitize } from './sanitize.ts';
import { sidenotes } from './sidenotes.ts';
import { classTables, scrollTables } from './tables.ts';
import { explainTerms, type Terms } from './terms.ts';
import { eachElement } from './walk.ts';
import { explainWithheld } from './withheld.ts';

/** The two texts a document page can show, and the prefix of the ids in each. */
export const PREFIX = { precis: 's-', text: 't-' } as const;

export interface RenderedText {
  readonly html: string;
  /** The same in parts. */
  readonly parts: readonly TextPart[];
  readonly anchors: readonly Anchor[];
  readonly citations: readonly Citation[];
}

/** What the words of a text can lead to. */
export interface Links {
  readonly resolve: Resolve;
  readonly terms: Terms;
}

export interface RenderOptions extends Links {
  readonly prefix: (typeof PREFIX)[keyof typeof PREFIX];
  /** Content of the page's own beside a place of the text. */
  readonly marginNote?: MarginNote;
  /** Added to the level of each heading; 6 stays the deepest. */
  readonly shift?: number;
}

/** The whole way from Markdown to the HTML of a page. */
export function renderText(
  markdown: string,
  { prefix, resolve, terms, marginNote, shift = 0 }: RenderOptions,
): RenderedText {
  const tree = parseMarkdown(markdown, prefix);
  const anchors = anchor(tree, prefix);
  const citations = cite(tree, prefix, resolve);
  explainTerms(tree, terms);
  classTables(tree);
  explainWithheld(tree);
  shiftHeadings(tree, shift);
  const clean = sanitize(tree);
  if (marginNote) annotate(clean, prefix, anchors, marginNote);
  sidenotes(clean);
  scrollTables(clean);
  const parts = partsOf(clean, prefix, anchors);
  return { html: parts.map(({ html }) => html).join(''), parts, anchors, citations };
}

/** A note of a record: references become links, a lone paragraph goes without its `<p>`, nothing has an id. */
export function renderNote(markdown: string, { resolve, terms }: Links): string {
  const tree = parseMarkdown(markdown, PREFIX.precis);
  cite(tree, PREFIX.precis, resolve);
  explainTerms(tree, terms);
  const blocks = tree.children.filter((node) => node.type === 'element');
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'element' && only.tagName === 'p') tree.children = only.children;
  return toHtml(sanitize(tree));
}

/** Places of a text without its HTML: what the check needs. */
export function placesIn(markdown: string): readonly Anchor[] {
  return anchor(parseMarkdown(markdown, PREFIX.precis), PREFIX.precis);
}

/** Places and citations of a text without its HTML: what the catalogue needs. */
export function outline(markdown: string): { anchors: readonly Anchor[]; citations: readonly Citation[] } {
  const tree = parseMarkdown(markdown, PREFIX.precis);
  const anchors = anchor(tree, PREFIX.precis);
  return { anchors, citations: cite(tree, PREFIX.precis, () => null) };
}

function shiftHeadings(tree: Root, shift: number): void {
  if (shift === 0) return;
  eachElement(tree, (element) => {
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level) element.tagName = `h${Math.min(6, Number(level) + shift)}`;
  });
}
