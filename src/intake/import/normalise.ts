/** Characters that carry no text: zero-width marks, soft hyphens, bidirectional controls, other controls. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
  /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Bullets of symbol fonts arrive in the private use area. */
const SYMBOL_BULLETS = /[\uf0b7\uf0d8\uf076\uf02d\u25cf\u2022\uf0fc\u2023\u2043]/g;
const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' };

/** The text with one kind of line end, one kind of space, and no invisible characters; wording untouched. */
export function normalise(text: string): string {
  const plain = text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .replace(/\f/g, '\n\n')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(SYMBOL_BULLETS, '•')
    .replace(/[\uf0a7\u25aa\u25fe]/g, '▪')
    .replace(/\u25e6/g, 'o')
    .replace(/[ﬀﬁﬂﬃﬄ]/g, (c) => LIGATURES[c] ?? c)
    .normalize('NFC');
  return losesCapitalN(plain) ? plain.replaceAll('\ufffd', 'N') : plain;
}

/**
 * Conversions of files of 2011 to 2013 lose the capital N of one font: dropped (`OTE`), a space (`E FOCUSTOM`),
 * or a replacement character. Told by words that only such a file can hold.
 */
export function losesCapitalN(text: string): boolean {
  const head = text.slice(0, 20_000);
  return /COU[ \ufffd]?CIL\b|EUROPEA[ \ufffd]?\s{1,4}U[ \ufffd]?IO|DOCUME[ \ufffd]?T\b|\bE[ \ufffd]?FOCUSTOM|\bE[ \ufffd]?FOPOL|(?:^|\n)[^\w\n]{0,20}\ufffd?OTE[^\w\n]{0,20}\n/.test(
    head,
  );
}

/** Letters without accents, spaces, punctuation: for comparing words that conversions have mangled. */
export function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]|[ºª]/gu, '')
    .toLowerCase();
}

/** `bare` without the letter n: equal for a word and what is left of it where capital N was lost. */
export function withoutN(text: string): string {
  return bare(text).replaceAll('n', '');
}
