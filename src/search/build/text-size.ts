const TAG = /<(\/?)([a-z][a-z\d-]*)([^>]*)>/gi;
/** What `readPage` leaves out, as far as it takes room. */
const LEFT_OUT = /^(?:svg|script|style|template|nav|form|select|dialog)$/;
const IGNORED = /\sdata-pagefind-ignore\b|\shidden\b/;

/**
 * Characters of the visible text of a page from its mark on, known without parsing it. For sharing out, not for reading: behind
 * the marked part, and where HTML is not well formed, it counts what is not indexed.
 */
export function textSize(html: string): number {
  let size = 0;
  let from = 0;
  let skipped: { readonly name: string; depth: number } | null = null;
  for (const { 0: tag, 1: closing, 2: name = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    if (skipped) {
      if (name === skipped.name) skipped.depth += closing ? -1 : 1;
      if (skipped.depth === 0) skipped = null;
    } else {
      size += html.slice(from, index).trim().length;
      if (!closing && (LEFT_OUT.test(name) || IGNORED.test(attributes))) skipped = { name, depth: 1 };
    }
    from = index + tag.length;
  }
  return size;
}
