import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Body, PlannedFile, Written } from './plan.ts';

/** Files that are written before anything else of the process has its turn. */
const AT_ONCE = 200;

/** Writes files into a folder, in order. Throws if a file is there already. Returns how many it wrote. */
export async function writeFiles(folder: string, files: Iterable<PlannedFile>, signal?: AbortSignal): Promise<number> {
  const folders = new Set<string>();
  const sizes = new Map<string, number>();
  const written: Written = {
    read(path) {
      if (!sizes.has(path)) throw new Error(`${path} is read before it is written`);
      return readFileSync(join(folder, path));
    },
    sizeOf: (path) => sizes.get(path),
  };
  for (const { path, make } of files) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeBody(file, make(written));
    sizes.set(path, statSync(file).size);
    if (sizes.size % AT_ONCE !== 0) continue;
    await setImmediate();
    signal?.throwIfAborted();
  }
  return sizes.size;
}

/** Bytes that go to the disk together. */
const CHUNK = 1 << 20;

function writeBody(file: string, body: Body): void {
  const descriptor = openSync(file, 'wx');
  const put = (bytes: Uint8Array) => {
    // A full disk takes a part of what it is given before it fails.
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  };
  try {
    let pieces: Uint8Array[] = [];
    let held = 0;
    for (const piece of typeof body === 'string' || body instanceof Uint8Array ? [body] : body) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      pieces.push(bytes);
      held += bytes.length;
      if (held < CHUNK) continue;
      put(Buffer.concat(pieces));
      [pieces, held] = [[], 0];
    }
    put(Buffer.concat(pieces));
  } finally {
    closeSync(descriptor);
  }
}
