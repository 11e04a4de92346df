/** A tag, with its attributes; a comment; a script or style with all that is in it, where a `<` begins no tag. */
const PIECE =
  /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z\d-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;

/** Elements that `readPage` leaves out by their names, and those it leaves out where they are hidden or ignored; all have an end tag. */
const LEFT_OUT = /^(?:svg|template|nav|form|select|dialog)$/;
const HAS_END = /^(?:div|span|section|figure|details|aside|header|footer|ul|ol|dl|table)$/;
const HIDDEN = /\s(?:data-pagefind-ignore|hidden)(?=[\s=/]|$)/;

/** In the place of what is taken out, so that the texts before and behind it stay apart. */
const GAP = '<!---->';

/**
 * HTML without most of what `readPage` leaves out, which is most of a page with pictures, and quicker to find than to
 * parse. In doubt, where an element does not end or holds a heading of the page, it stays.
 */
export function trimmed(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let skipped: { readonly name: string; readonly begin: number; depth: number } | null = null;
  for (const { 0: piece, 1: raw, 2: closing, 3: tag = '', 4: attributes = '', index } of html.matchAll(PIECE)) {
    const end = index + piece.length;
    const name = tag.toLowerCase();
    if (skipped) {
      if (name === skipped.name && !isWhole(name, attributes)) skipped.depth += closing ? -1 : 1;
      if (skipped.depth > 0) continue;
      if (!/<h1\b/i.test(html.slice(skipped.begin, end))) {
        kept.push(html.slice(from, skipped.begin));
        from = end;
      }
      skipped = null;
    } else if (raw) {
      kept.push(html.slice(from, index));
      from = end;
    } else if (!closing && isLeftOut(name, attributes) && !isWhole(name, attributes)) {
      skipped = { name, begin: index, depth: 1 };
    }
  }
  kept.push(html.slice(from));
  return kept.join(GAP);
}

function isLeftOut(name: string, attributes: string): boolean {
  return LEFT_OUT.test(name) || (HAS_END.test(name) && HIDDEN.test(attributes));
}

/** Beginning and end in one: only in pictures does HTML take a slash for an end. */
const isWhole = (name: string, attributes: string) => name === 'svg' && attributes.endsWith('/');

/** Characters of the text of a page that was trimmed, known without parsing it: a little more than is indexed. */
export function textSize(html: string): number {
  return html.replace(/<[^>]*>/g, '\n').replace(/\s+/g, ' ').length;
}
