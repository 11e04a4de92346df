import { hash } from 'node:crypto';
import type { Seen } from './seen.ts';

/** Shorter files are read sooner than looked through. */
const LONG = 1 << 20;
/** Kept of either end of a line, for what begins in one line and ends in the next. */
const EDGE = 1024;
const LINE_FEED = 10;
const COMMA = 44;
/** No run of words and no embedded data goes on behind it. */
const GAP = Buffer.from('"\u2029"');

/**
 * A list without the middles of those lines that are the whole of a file which was read by itself: lists of data repeat
 * each entry.
 */
export function withoutKnownLines(bytes: Uint8Array, seen: Seen): Uint8Array {
  if (bytes.length < LONG || !seen.knowsAny || bytes.includes(0)) return bytes;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    end = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
    if (end - start <= 3 * EDGE) continue;
    const line = bytes.subarray(bytes[start] === COMMA ? start + 1 : start, end);
    if (!seen.knows(hash('sha256', line))) continue;
    parts.push(bytes.subarray(from, start + EDGE), GAP);
    from = end - EDGE;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
