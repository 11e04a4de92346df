/** Characters of a query that count; a whole paragraph pasted in is cut here. */
export const LONGEST_QUERY = 400;

/** Control characters, marks of writing direction, zero-width signs: nobody types them on purpose. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** What was typed as one line of visible characters in one Unicode form, with plain quotation marks and hyphens. */
export function cleanQuery(typed: string): { text: string; cut: boolean } {
  const text = typed
    .slice(0, 4 * LONGEST_QUERY)
    .normalize('NFKC')
    .replace(/[\t\n\r\v\f]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    text: text.slice(0, LONGEST_QUERY).trim(),
    cut: text.length > LONGEST_QUERY || typed.length > 4 * LONGEST_QUERY,
  };
}
