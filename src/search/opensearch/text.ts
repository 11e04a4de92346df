import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { SectionStart } from './record.ts';

/** Elements that go on within a line. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const HEADING = /^h[2-6]$/;

/**
 * The text of a page as one line, and where its sections begin. A heading, an item, a cell ends as a sentence does, so that
 * a passage cut out of it can be read.
 */
export function readText(content: readonly ElementContent[]): { content: string; sections: SectionStart[] } {
  const words: string[] = [];
  const sections: SectionStart[] = [];
  let line = '';
  const endLine = () => {
    const found = line.split(/\s+/).filter(Boolean);
    line = '';
    const last = found.pop();
    if (last !== undefined) words.push(...found, /[\p{L}\p{N})\]]$/u.test(last) ? `${last}.` : last);
  };
  const visit = (node: ElementContent) => {
    if (node.type === 'text') line += node.value;
    if (node.type !== 'element') return;
    if (node.tagName === 'br') line += ' ';
    const inline = INLINE.has(node.tagName);
    if (!inline) endLine();
    const { id } = node.properties;
    const title = textOf(node).replace(/\s+/g, ' ').trim();
    if (HEADING.test(node.tagName) && id && title) sections.push({ anchor: String(id), title, at: words.length });
    node.children.forEach(visit);
    if (!inline) endLine();
  };
  content.forEach(visit);
  endLine();
  return { content: words.join(' '), sections };
}
