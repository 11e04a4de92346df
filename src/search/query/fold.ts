/** Lower case without accents: `Élysée` → `elysee`. */
export function fold(text: string): string {
  // Most words are ASCII, and hold nothing but their case to fold.
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd');
}

/**
 * What a name is compared by: its folded words, hyphens joined, punctuation gone. `The LEWP-C` and `lewpc` fold alike.
 */
export function foldName(text: string): string {
  return fold(text)
    .replace(/['’.-]/g, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) (?=.)/, '');
}
