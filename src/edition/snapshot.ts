import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CatalogueInput } from '../archive/catalogue.ts';
import type { Entry } from '../archive/collections.ts';
import type { EditionAddresses } from './addresses.ts';
import type { Edition } from './editions.ts';

/**
 * What the partition hands over the wall: the whole input of an edition but its static files.
 * `entries.jsonl`: a head, then one entry a line with its record, its citations and the place of its body.
 * `bodies.md`: all bodies, one behind the other.
 */
const ENTRIES = 'entries.jsonl';
const BODIES = 'bodies.md';

/** The content of one edition. */
export interface EditionContent {
  readonly edition: Edition;
  readonly inputs: readonly CatalogueInput[];
  readonly addresses: EditionAddresses;
  /** The Markdown of an entry; empty if it has none. */
  bodyOf(entry: Entry): string;
}

/** An entry on its way into a snapshot. */
export interface SnapshotEntry extends CatalogueInput {
  readonly body: string;
}

interface Head {
  readonly edition: Edition;
  /** Fingerprint of the program that wrote it. */
  readonly code: string;
  readonly addresses: EditionAddresses;
  readonly entries: number;
  /** Bytes of all bodies. */
  readonly bodies: number;
}

/** First byte and length of a body. */
type Range = readonly [from: number, length: number];

type Line = CatalogueInput & { readonly body?: Range };

/** Characters that go to the disk together. */
const CHUNK = 1 << 20;

/** Writes a snapshot whole or not at all. */
export function writeSnapshot(
  folder: string,
  { edition, code, addresses }: Pick<Head, 'edition' | 'code' | 'addresses'>,
  entries: Iterable<SnapshotEntry>,
): void {
  mkdirSync(folder, { recursive: true });
  const [list, bodies] = [join(folder, ENTRIES), join(folder, BODIES)];
  // Without its list there is no snapshot.
  rmSync(list, { force: true });
  const lines: string[] = [];
  let size = 0;
  writeAll(bodies, (put) => {
    for (const { entry, citations, body } of entries) {
      const length = Buffer.byteLength(body);
      const line: Line = { entry, citations, ...(length > 0 && { body: [size, length] as const }) };
      lines.push(JSON.stringify(line));
      put(body);
      size += length;
    }
  });
  const head: Head = { edition, code, addresses, entries: lines.length, bodies: size };
  writeAll(`${list}.draft`, (put) => {
    put(`${JSON.stringify(head)}\n`);
    for (const line of lines) put(`${line}\n`);
  });
  renameSync(`${list}.draft`, list);
}

function writeAll(file: string, write: (put: (text: string) => void) => void): void {
  const descriptor = openSync(file, 'w');
  let waiting: string[] = [];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.from(waiting.join(''));
    // A full disk takes a part of what it is given before it fails.
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    waiting = [];
    length = 0;
  };
  try {
    write((text) => {
      waiting.push(text);
      length += text.length;
      if (length > CHUNK) flush();
    });
    flush();
  } finally {
    closeSync(descriptor);
  }
}

/** The program that wrote the snapshot in a folder; null if there is no whole one. */
export function snapshotCode(folder: string): string | null {
  try {
    return readSnapshot(folder).code;
  } catch {
    return null;
  }
}

/** Opens a snapshot. Throws if it is not whole. */
export function readSnapshot(folder: string): EditionContent & { readonly code: string } {
  const text = readFileSync(join(folder, ENTRIES), 'utf8');
  const [first = '{}', ...lines] = text.slice(0, -1).split('\n');
  const head = JSON.parse(first) as Head;
  const descriptor = openSync(join(folder, BODIES), 'r');
  if (lines.length !== head.entries || fstatSync(descriptor).size !== head.bodies)
    throw new Error(`the snapshot in ${folder} is not whole: run npm run build`);
  const ranges = new Map<string, Range>();
  const inputs = lines.map((line) => {
    const { body, ...input } = JSON.parse(line) as Line;
    if (body) ranges.set(keyOf(input.entry), body);
    return input;
  });
  return {
    edition: head.edition,
    code: head.code,
    addresses: head.addresses,
    inputs,
    bodyOf(entry) {
      const [from, length] = ranges.get(keyOf(entry)) ?? [0, 0];
      const bytes = Buffer.alloc(length);
      for (let at = 0; at < length; ) {
        const read = readSync(descriptor, bytes, at, length - at, from + at);
        if (read === 0) throw new Error(`the snapshot in ${folder} was cut short`);
        at += read;
      }
      return bytes.toString('utf8');
    },
  };
}

const keyOf = ({ collection, id }: Entry) => `${collection}/${id}`;
