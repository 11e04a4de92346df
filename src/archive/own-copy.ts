/** Shorter pieces are copied by the engine itself. */
const SLICED = 13;

/** A piece of a text that does not keep all of the text in memory, as a slice does. */
export function ownCopy(piece: string): string {
  if (piece.length < SLICED) return piece;
  // Where one byte a character is enough it stays so.
  const encoding = /^[\0-\xff]*$/.test(piece) ? 'latin1' : 'utf16le';
  return Buffer.from(piece, encoding).toString(encoding);
}
