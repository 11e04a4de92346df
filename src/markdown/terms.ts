import type { Root } from 'hast';
import { h } from 'hastscript';
import { replaceInTexts, type Stretch } from './walk.ts';

/** Where the explanation of an acronym stands, by the acronym as it is written. */
export type Terms = ReadonlyMap<string, string>;

const WORD = /[\p{L}\p{N}]+(?:[-/&'’][\p{L}\p{N}]+)*/gu;
/** In every acronym; most texts have none. */
const CAPITALS = /\p{Lu}[\p{L}\p{N}/&'’-]*\p{Lu}/u;
const HEADING_OR_LINK = /^(h[1-6]|a|code|abbr)$/;

/**
 * What touches a term without a place between them where a line may end. The reader's script makes a button of the link,
 * in front of which and behind which it may: in one box with what touches it, nothing moves.
 */
const TOUCHING_BEFORE = /[^\s\-–—/]+$/;
const TOUCHING_BEHIND = /^[^\s\-–—/]*[-–—/]?/;

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
  replaceInTexts(tree, HEADING_OR_LINK, (text) => {
    const stretches: Stretch[] = [];
    if (!CAPITALS.test(text)) return stretches;
    let at = 0;
    for (const match of text.matchAll(WORD)) {
      const href = terms.get(match[0]);
      if (!href || seen.has(href) || match.index < at) continue;
      seen.add(href);
      const [before = ''] = TOUCHING_BEFORE.exec(text.slice(at, match.index)) ?? [];
      const end = match.index + match[0].length;
      const [behind = ''] = TOUCHING_BEHIND.exec(text.slice(end)) ?? [];
      const link = h('a', { href, className: ['ref-term'] }, match[0]);
      const element = before || behind ? h('span', { className: ['unbroken'] }, before, link, behind) : link;
      at = end + behind.length;
      stretches.push({ start: match.index - before.length, end: at, element });
    }
    return stretches;
  });
}
