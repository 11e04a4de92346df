import { createHash } from 'node:crypto';
import { closeSync, constants, ftruncateSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readLines, writeLines } from '../archive/write-lines.ts';
import { filesBelow, removeBelow, sumOf } from '../edition/files.ts';
import type { Before, Body, PlannedFile } from './plan.ts';

/** Where an edition's data, citations, feeds and redirects are kept from one build to the next. */
export const exportStore = (work: string) => join(work, 'cache', 'files');

/** Where its books are. */
export const bookStore = (work: string) => join(work, 'cache', 'books');

/** The files that a store holds. */
export const heldFolder = (store: string) => join(store, 'made');

const listOf = (store: string) => join(store, 'made.txt');

/** Files that are dealt with before anything else of this process has its turn. */
const AT_ONCE = 50;

/**
 * Makes the files of a plan in a store: those of the last build stay that are made of the same by the same program,
 * and what the plan does not name is removed before anything is made. Returns how many were made.
 * @param code hash of the program
 */
export async function renewStore(
  store: string,
  code: string,
  plan: readonly PlannedFile[],
  signal?: AbortSignal,
): Promise<number> {
  const folder = heldFolder(store);
  const known = await readKnown(listOf(store), code);
  // What is about to change must not count as made, whatever happens on the way.
  await rm(listOf(store), { force: true });
  const wanted = new Set(plan.map(({ path }) => path));
  const held = new Set(filesBelow(folder));
  for (const path of held) if (!wanted.has(path)) removeBelow(folder, path);

  const done = new Set<string>();
  // What is left of the last build is not there for those that are made before it.
  const before: Before = {
    read(path) {
      if (!done.has(path)) throw new Error(`${path} is read before it is made`);
      return readFileSync(join(folder, path));
    },
    sizeOf: (path) => (done.has(path) ? statSync(join(folder, path)).size : undefined),
  };
  const folders = new Set<string>();
  const lines: string[] = [code];
  let made = 0;
  for (const { path, begin } of plan) {
    if (done.has(path)) throw new Error(`${path} is made twice`);
    const { digest, make } = await begin(before);
    const file = join(folder, path);
    const last = held.has(path) ? known.get(path) : undefined;
    let sum = digest !== null && last?.digest === digest ? sumOf(folder, path).sha256 : null;
    if (sum === null || sum !== last?.sum) {
      sum = await writeBody(file, make(), folders);
      made++;
    }
    if (digest !== null) lines.push(`${digest} ${sum} ${path}`);
    done.add(path);
    if (done.size % AT_ONCE === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  await mkdir(store, { recursive: true });
  await writeLines(listOf(store), lines);
  return made;
}

/** What is known of a file: a digest of what it was made of, and its own hash. */
interface Known {
  readonly digest: string;
  readonly sum: string;
}

/** The files that were made before; none where another program made them. */
async function readKnown(list: string, code: string): Promise<ReadonlyMap<string, Known>> {
  const [head, ...lines] = await Array.fromAsync(readLines(list));
  if (head !== code) return new Map();
  return new Map(
    lines.map((line) => {
      const [digest = '', sum = '', ...path] = line.split(' ');
      return [path.join(' '), { digest, sum }];
    }),
  );
}

/** Bytes of a body in pieces that go to the disk together. */
const BUFFERED = 1 << 20;

/**
 * Writes a file and returns its hash.
 * @param folders those that are known to be there
 */
async function writeBody(file: string, body: Body, folders: Set<string>): Promise<string> {
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  // The old file is written over and not emptied or removed first, which file systems take long about.
  const descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT);
  const sum = createHash('sha256');
  let size = 0;
  const put = (bytes: Uint8Array) => {
    sum.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    size += bytes.length;
  };
  try {
    if (typeof body === 'string') put(Buffer.from(body));
    else if (body instanceof Uint8Array) put(body);
    else {
      let pieces: Uint8Array[] = [];
      let held = 0;
      for await (const piece of body) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        pieces.push(bytes);
        held += bytes.length;
        if (held < BUFFERED) continue;
        put(Buffer.concat(pieces));
        [pieces, held] = [[], 0];
      }
      put(Buffer.concat(pieces));
    }
    ftruncateSync(descriptor, size);
    return sum.digest('hex');
  } finally {
    closeSync(descriptor);
  }
}
