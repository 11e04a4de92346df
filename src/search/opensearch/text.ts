import { wordsOf } from '../build/visible.ts';
import type { SectionStart } from './record.ts';

/** Text, and the tag behind it. */
const PIECE = /([^<]*)(?:<(\/?)([a-z][a-z\d-]*)(?: id="([^"]*)")?>|$)/g;
const HEADING = /^h[2-6]$/;

/**
 * The text of a page's visible HTML as one line, and where its sections begin. A heading, an item, a cell ends as a
 * sentence does, so that a passage cut out of it can be read.
 */
export function readText(html: string): { content: string; sections: SectionStart[] } {
  const words: string[] = [];
  const sections: SectionStart[] = [];
  let line = '';
  const endLine = () => {
    const found = wordsOf(line).split(' ').filter(Boolean);
    line = '';
    const last = found.pop();
    if (last !== undefined) words.push(...found, /[\p{L}\p{N})\]]$/u.test(last) ? `${last}.` : last);
  };
  let section: { readonly anchor: string; readonly at: number } | null = null;
  for (const [, text, slash, name = '', id] of html.matchAll(PIECE)) {
    line += text;
    const title = wordsOf(line);
    if (section && title) sections.push({ anchor: section.anchor, title, at: section.at });
    endLine();
    section = id && !slash && HEADING.test(name) ? { anchor: id, at: words.length } : null;
  }
  return { content: words.join(' '), sections };
}
