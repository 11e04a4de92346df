import { gunzipSync } from 'node:zlib';
import { fold, ownCopy } from './words.ts';

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
      files.push(`fragment/${name}.pf_fragment`, `index/${name}.pf_index`, `filter/${name}.pf_filter`);
    }
  }
  return files;
}

/**
 * The index words that no page explains. Pagefind keeps stems, which change the last two letters of a word at most
 * besides cutting it, and words without the signs inside them (7.1.2012 as 712012 and 12012): so a stem is explained
 * by a word that begins alike, or by a piece of such a word.
 */
export function unexplainedWords(words: Iterable<string>, pages: PageWords): string[] {
  return [...words].filter((word) => {
    const parts = fold(word).match(/[\p{L}\p{N}]+/gu) ?? [];
    return !parts.every((part) => pages.explain(part.slice(0, Math.max(1, part.length - 2))));
  });
}

/** The words of the pages. */
export class PageWords {
  readonly #prefixes = new Set<string>();
  readonly #words = new Set<string>();
  /** Words that Pagefind takes apart: with signs inside them (here run together), digits, or capitals. */
  readonly #composed = new Set<string>();
  #composedText: string | null = null;

  add(text: string): void {
    for (const chunk of fold(text).split(/[\s"'<>=#(){}[\],;&?|]+/)) {
      const words = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const word of words) {
        this.#add(word);
        // Pagefind parts letters from digits: CRMS2 is also found as CRMS.
        if (/\d/.test(word) && /\p{L}/u.test(word)) this.#composed.add(ownCopy(word.slice(0, 200)));
      }
      if (words.length > 1) this.#composed.add(words.join('').slice(0, 200));
    }
    for (const [word] of text.matchAll(/(?<!\p{L})\p{L}*\p{Ll}\p{Lu}\p{L}*/gu)) this.#composed.add(ownCopy(fold(word)));
    this.#composedText = null;
  }

  explain(beginning: string): boolean {
    if (this.#prefixes.has(beginning)) return true;
    this.#composedText ??= [...this.#composed].join(' ');
    return this.#composedText.includes(beginning);
  }

  #add(word: string): void {
    if (word.length > 80 || this.#words.has(word)) return;
    const own = ownCopy(word);
    this.#words.add(own);
    for (let end = 1; end <= own.length; end++) this.#prefixes.add(own.slice(0, end));
  }
}
