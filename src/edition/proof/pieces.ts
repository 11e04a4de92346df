/** Bytes that are read at once. */
const PIECE = 2 * 1024 * 1024;
/** What pieces have in common, so that nothing is lost between two: no needle is longer. */
export const COMMON = 4096;

/**
 * A long text in pieces, so that its readings need not be in memory together; other data whole. A piece ends where no
 * word, escape or embedded data goes on, and the next one begins before that: what is no longer than `common` lies in
 * one of them.
 */
export function* piecesOf(bytes: Uint8Array, size = PIECE, common = COMMON): Iterable<Uint8Array> {
  if (bytes.length <= size || bytes.includes(0)) {
    yield bytes;
    return;
  }
  for (let start = 0; ; ) {
    const end = endBefore(bytes, start + size, start + common + 1);
    yield bytes.subarray(start, end);
    if (end === bytes.length) return;
    start = end - common;
  }
}

/** Signs behind which nothing goes on: those around the values of JSON, the tags of HTML, the blocks of CSS. */
const ENDS: ReadonlySet<number> = new Set(Buffer.from('<>{}[]"'));

/** The last good end before `at`, or, where there is none behind `least`, the first one after it. */
function endBefore(bytes: Uint8Array, at: number, least: number): number {
  for (let end = Math.min(at, bytes.length); end > least; end--) if (isEnd(bytes, end)) return end;
  for (let end = at + 1; end < bytes.length; end++) if (isEnd(bytes, end)) return end;
  return bytes.length;
}

function isEnd(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1] ?? 0;
  return end >= bytes.length || ENDS.has(last) || (last === LINE_FEED && !mayGoOn(bytes, end - 1));
}

const LINE_FEED = 10;
/** Base64 may go on behind a line of this length. */
const LINE = 60;

function mayGoOn(bytes: Uint8Array, line: number): boolean {
  for (let at = line - 1; at >= line - LINE; at--) {
    const sign = bytes[at] ?? 0;
    const letter = (sign | 32) >= 97 && (sign | 32) <= 122;
    const digit = sign >= 48 && sign <= 57;
    if (!letter && !digit && sign !== 43 && sign !== 47) return at === line - 1 && sign === 13 && mayGoOn(bytes, at);
  }
  return true;
}
