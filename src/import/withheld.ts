/** A portion that the source says is not there. */
export interface Withheld {
  /** What the source says of its pages; null where it says nothing. */
  readonly pages: string | null;
}

/**
 * A line that stands for a withheld portion: `DELETED`, alone or with words in capitals on how far the gap goes, or
 * `NOT DECLASSIFIED`. In parentheses the source may give the last page of the gap, hence `until 26`.
 */
export function withheldLine(line: string): Withheld | null {
  const text = line
    .replace(/[*_#[\]|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length > 160 || !/^(?:DELETED|NOT DECLASSIFIED)\b/.test(text)) return null;
  const rest = text.replace(/^(?:DELETED|NOT DECLASSIFIED)/, '');
  const pages = /\(\s*pages?\s+(\d{1,4})(?:\s*(?:-|–|to|until|and)\s*(\d{1,4}))?\s*\)/i.exec(rest);
  const words = rest.replace(pages?.[0] ?? '', '').trim();
  if (words !== '' && words !== words.toUpperCase()) return null;
  if (!pages) return { pages: null };
  return {
    pages: pages[2]
      ? `${pages[1]}-${pages[2]}`
      : /UNTIL|TO THE END/.test(words)
        ? `until ${pages[1]}`
        : (pages[1] ?? null),
  };
}

/** The directive of the archive for a portion that an edition may not show; it arrives empty. */
export function withheldBlock(gap: Withheld, decided: string | null): string {
  const attributes = [
    gap.pages ? `pages="${gap.pages}"` : '',
    decided ? `decided="${decided}"` : '',
    'reason="not open to the public"',
  ].filter(Boolean);
  return `:::withheld{${attributes.join(' ')}}\n:::`;
}
