import { inflateSync } from 'fflate';
import { UnreadableError } from './reading.ts';

/** Beyond these a container is taken for an attack on the machine. */
const MOST_ENTRIES = 20_000;
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_BYTES_OF_ENTRY = 64 * 1024 * 1024;
const WORST_RATIO = 200;

export interface ZipEntry {
  /** As the container gives it, with `/`. */
  readonly name: string;
  /** Bytes once inflated. */
  readonly size: number;
  /** Why it is not read; null where it can be. */
  readonly refused: string | null;
  /** Throws `UnreadableError` where it is damaged. */
  bytes(): Uint8Array;
}

/**
 * The files in a zip container, by its directory. Nothing is ever written to disk: names are labels only, and those
 * that lead out of the container are refused all the same. Throws `UnreadableError`.
 */
export function readZip(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff || count === 0xffff) throw new UnreadableError('the zip is of a size (zip64) that is not read');
  if (count > MOST_ENTRIES)
    throw new UnreadableError(`the zip holds ${count} files: more than ${MOST_ENTRIES} are not read`);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const entry = readEntry(zip, view, at);
    total += entry.size;
    if (total > MOST_BYTES) throw new UnreadableError('the zip grows beyond 512 MB when it is opened: split it');
    if (!entry.name.endsWith('/')) entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const damaged = () => new UnreadableError('the zip is damaged or cut off: fetch or make it again');

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function readEntry(zip: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const mode = view.getUint32(at + 38, true) >>> 16;
  const header = view.getUint32(at + 42, true);
  const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(zip.subarray(at + 46, nameEnd));
  const refused = refusal(name, { flags, method, packed, size, mode });
  return {
    name,
    size,
    refused,
    bytes() {
      if (refused) throw new UnreadableError(refused);
      if (header + 30 > zip.length || view.getUint32(header, true) !== 0x04034b50) throw damaged();
      const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
      if (start + packed > zip.length) throw damaged();
      const data = zip.subarray(start, start + packed);
      if (method === 0) return data.slice();
      try {
        // The buffer does not grow: what claims to be small cannot turn out large.
        return inflateSync(data, { out: new Uint8Array(size) });
      } catch {
        throw damaged();
      }
    },
  };
}

interface Attributes {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly mode: number;
}

function refusal(name: string, { flags, method, packed, size, mode }: Attributes): string | null {
  if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name)) return 'its name leads out of the zip';
  if ((mode & 0o170000) === 0o120000) return 'it is a symbolic link, not followed';
  if (flags & 1) return 'it is encrypted: make the zip without a password';
  if (method !== 0 && method !== 8) return 'it is packed in a way that is not read: make the zip anew';
  if (size > MOST_BYTES_OF_ENTRY) return 'it is larger than 64 MB';
  if (size > 1024 * 1024 && size > packed * WORST_RATIO) {
    return `it grows ${Math.round(size / Math.max(1, packed))}-fold when opened: no document does`;
  }
  return method === 0 && size !== packed ? 'it is damaged' : null;
}
