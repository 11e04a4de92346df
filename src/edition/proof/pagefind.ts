import { gunzipSync } from 'node:zlib';

/** What Pagefind packs its data with, behind gzip. */
const SIGNATURE = 'pagefind_dcd';

/** The data of a Pagefind file without its packing. */
export function unpackPagefind(bytes: Uint8Array): Buffer {
  const data = bytes[0] === 0x1f ? gunzipSync(bytes) : Buffer.from(bytes);
  return data.toString('latin1', 0, SIGNATURE.length) === SIGNATURE ? data.subarray(SIGNATURE.length) : data;
}

/** All text strings of CBOR data (RFC 8949): the words of an index, the names in its list of files. */
export function cborStrings(data: Buffer): string[] {
  const strings: string[] = [];
  let at = 0;
  while (at < data.length) {
    const first = data.readUInt8(at);
    const kind = first >> 5;
    const short = first & 31;
    at++;
    let length = short;
    if (short >= 24 && short <= 27) {
      const width = 1 << (short - 24);
      length = width === 8 ? Number(data.readBigUInt64BE(at)) : data.readUIntBE(at, width);
      at += width;
    }
    // Numbers, lists and maps hold their items behind them; only strings have bytes of their own to step over.
    if (kind === 2 || kind === 3) {
      if (kind === 3) strings.push(data.toString('utf8', at, at + length));
      at += length;
    }
  }
  return strings;
}

/** Names of the files that belong to a bundle, below its folder: what its entry file leads to. */
export function bundleFiles(read: (name: string) => Uint8Array | null): string[] {
  const entry = read('pagefind-entry.json');
  if (!entry) return [];
  const files = ['pagefind-entry.json'];
  const { languages } = JSON.parse(Buffer.from(entry).toString('utf8')) as {
    languages: Record<string, { hash: string; wasm: string | null }>;
  };
  for (const { hash, wasm } of Object.values(languages)) {
    const meta = `pagefind.${hash}.pf_meta`;
    files.push(meta, `wasm.${wasm ?? 'unknown'}.pagefind`);
    const bytes = read(meta);
    if (!bytes) continue;
    for (const name of cborStrings(unpackPagefind(bytes))) {
      files.push(`index/${name}.pf_index`, `filter/${name}.pf_filter`);
    }
  }
  return files;
}
