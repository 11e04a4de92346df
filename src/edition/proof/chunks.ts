import { closeSync, openSync, readSync } from 'node:fs';
import { COMMON } from './pieces.ts';

/** Bytes that are read at once. */
const CHUNK = 8 * 1024 * 1024;
const LINE_FEED = 10;

/** A file piece by piece. */
export function* wholeOf(path: string, size = CHUNK): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const room = Buffer.allocUnsafe(size);
      const read = readSync(file, room);
      if (read === 0) return;
      yield room.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** A long list in chunks of whole lines, so that it need not be in memory; one without lines as a whole. */
export function* chunksOf(path: string, size = CHUNK, common = COMMON): Iterable<Uint8Array> {
  let left: Buffer = Buffer.alloc(0);
  for (const piece of wholeOf(path, size)) {
    const bytes = Buffer.concat([left, piece]);
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    // Where no line ends, what is left of the chunk before alone says nothing new.
    if (end <= Math.min(left.length, common)) left = bytes;
    else {
      yield bytes.subarray(0, end);
      left = Buffer.from(bytes.subarray(Math.max(0, end - common)));
    }
  }
  if (left.length > 0) yield left;
}
