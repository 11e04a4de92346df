/** Characters of a query that count; a whole paragraph pasted in is cut here. */
export const LONGEST_QUERY = 600;

/** Control characters, marks of writing direction, zero-width signs: nobody types them on purpose. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** What was typed as one line of visible characters in one Unicode form, with plain quotation marks and hyphens. */
export function cleanQuery(typed: string): { text: string; cut: boolean } {
  const text = typed
    .slice(0, 4 * LONGEST_QUERY)
    .normalize('NFKC')
    .replace(/[\t\n\r\v\f]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[“”„‟«»″〝〞＂]/g, '"')
    .replace(/[‘’‛`´ʼʹ′‚‹›]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    text: wholeWords(text),
    cut: text.length > LONGEST_QUERY || typed.length > 4 * LONGEST_QUERY,
  };
}

/** As much as counts; a word that is longer by itself is cut, others are left out whole. */
function wholeWords(text: string): string {
  if (text.length <= LONGEST_QUERY) return text;
  const end = text.lastIndexOf(' ', LONGEST_QUERY);
  return text.slice(0, end > 0 ? end : LONGEST_QUERY).trim();
}
