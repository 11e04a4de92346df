import { gunzipSync } from 'node:zlib';
import { decodeHTML } from 'entities';
import { unzipSync } from 'fflate';
import { ownCopy } from '../archive/own-copy.ts';
import { sha256 } from '../lib/files.ts';
import { BREAK, TAG_MARK } from './words.ts';

/** Kinds of files that `textsOf` knows; it reads any other as plain text. */
const KNOWN =
  /\.(?:html|xhtml|xml|atom|rss|opf|ncx|svg|jsonl?|webmanifest|ics|csv|bib|ris|ttl|css|m?js|txt|md|csl|conf|sha256|gz|zip|epub|pf_\w+|pagefind|wasm|png|jpe?g|webp|ico|woff2)$|(?:^|\/)(?:_headers|_redirects|Caddyfile|SHA256SUMS)$/;
export const isKnown = (file: string) => KNOWN.test(file);

/** What packed data may unpack to: a bomb ends the audit instead of the machine. */
const LARGEST = 512 * 1024 * 1024;
const DEEPEST = 4;
/** Bytes that are read as one text. */
const PIECE = 8 * 1024 * 1024;

/** A file, a long list in pieces of whole lines, so that its texts are not in memory together. */
export function* piecesOf(file: string, bytes: Buffer): Iterable<Buffer> {
  const isList = /\.(?:jsonl?|csv|ttl|ics|bib|ris|xml|txt)$|(?:^|\/)[^.]+$/.test(file);
  for (let start = 0; ; ) {
    const line = bytes.lastIndexOf('\n', start + PIECE);
    const end = !isList || bytes.length - start <= PIECE || line < start ? bytes.length : line + 1;
    yield bytes.subarray(start, end);
    if (end === bytes.length) return;
    start = end;
  }
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZip = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
/** What Pagefind's files begin with, behind gzip. */
const PAGEFIND = 'pagefind_dcd';

export interface Text {
  readonly text: string;
  /** Whether the blocks of a page follow upon each other in it without a border. */
  readonly flat?: boolean;
  /** The tags of its markup, as they are written. */
  readonly tags?: readonly string[];
}

/**
 * The texts in a file, of packed ones those in what is packed, with its names. Escapes are undone, blocks are parted by
 * `BREAK`. Throws where packed data cannot be unpacked.
 * @param seen takes in tags and long values of JSON; those that it has are left out, but tags with a relative address
 */
export function* textsOf(file: string, bytes: Buffer, seen = nothingSeen(), depth = 0): Iterable<Text> {
  if (depth > DEEPEST) throw new Error(`it is packed more than ${DEEPEST} times`);
  const within = (name: string, data: Buffer) => textsOf(name, data, seen, depth + 1);
  if (isGzip(bytes)) {
    yield* within(file.replace(/\.gz$/, ''), gunzipSync(bytes, { maxOutputLength: LARGEST }));
  } else if (isZip(bytes)) {
    for (const [name, data] of Object.entries(unzipSync(bytes))) {
      yield { text: name };
      yield* within(name, Buffer.from(data.buffer, data.byteOffset, data.length));
    }
  } else if (bytes.toString('latin1', 0, PAGEFIND.length) === PAGEFIND) {
    const data = bytes.subarray(PAGEFIND.length);
    const flat = data[0] === '{'.charCodeAt(0);
    if (flat) yield { ...plainText('.json', data.toString('utf8'), seen), flat };
    else yield { text: cborStrings(data).join(BREAK) };
  } else {
    const { text, tags } = plainText(file, bytes.toString('utf8'), seen);
    yield { text, tags, flat: /^pagefind\/(?:.*\/)?texts\//.test(file) };
    // Files in the middle of a text: behind `base64,`, or by how gzip and zip begin.
    if (['base64,', 'H4sI', 'UEsD'].some((sign) => text.includes(sign)))
      for (const [, data = ''] of text.matchAll(/(?:;base64,|(?=H4sI|UEsD))([\w+/-]{24,}=*)/g))
        yield* embedded(within('', Buffer.from(data, 'base64')));
  }
}

function embedded(texts: Iterable<Text>): Text[] {
  try {
    return [...texts];
  } catch {
    // Letters that only look like the beginning of packed data: they are read as they are.
    return [];
  }
}

/** What was read before and is in many files. */
export interface Seen {
  /** Tags, with what stands for each in a text. */
  readonly tags: Map<string, string>;
  /** Checksums of long values of JSON. */
  readonly values: Set<string>;
}
export const nothingSeen = (): Seen => ({ tags: new Map(), values: new Set() });

const LONG = 400;
/** Tags that are remembered; those that are in one file only do not fill the memory. */
const REMEMBERED = 100_000;

/** Whether a long value was not read before. */
function isNew(value: string, { values }: Seen): boolean {
  const before = values.size;
  return values.add(sha256(value)).size > before;
}

function plainText(file: string, text: string, seen: Seen): Required<Omit<Text, 'flat'>> {
  let plain = text;
  // Folded lines of iCalendar go on; a value of JSON ends at its quotation mark; BibTeX braces letters.
  if (file.endsWith('.ics')) plain = plain.replace(/\r?\n[ \t]/g, '');
  else if (file.endsWith('.bib')) plain = plain.replace(/\\["'.=^`~]|[{}]/g, '');
  else if (/\.(?:jsonl?|webmanifest)$/.test(file)) {
    const values = plain.split(/(?<!\\)"/);
    plain = values.filter((value) => value.length < LONG || isNew(value, seen)).join(BREAK);
  }
  const tags: string[] = [];
  const unescaped = unescapeAll(withoutTags(plain, seen, tags));
  return { text: unescaped.includes('<') ? withoutTags(unescaped, seen) : unescaped, tags };
}

const TAG = /<!--[\s\S]*?-->|<\/?[a-z][^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*>/iy;
/** An address in a tag that leads somewhere else from another page. */
const RELATIVE = /\s(?:href|src|srcset|poster|action|formaction|data)="(?![/#"]|[a-z][\w+.-]*:)/i;
/** Tags at which a block ends, and those that part words; any other can be in the middle of a word. */
const BLOCK = new Set(
  'address article aside blockquote body button caption dd desc details dialog div dl dt entry fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html id legend li link main menu meta name nav ol optgroup option p path pre rect script search section select style summary svg table tbody td template textarea tfoot th thead title tr ul updated'.split(
    ' ',
  ),
);
const PARTS = new Set(['br', 'img', 'input', 'text', 'tspan']);
/** Tags in a word. It begins with the mark itself, which is found faster than a letter. */
const IN_WORD = new RegExp(`${TAG_MARK}(?<=[\\p{L}\\p{N}]${TAG_MARK})${TAG_MARK}*(?=[\\p{L}\\p{N}])`, 'u');
const ALL_IN_WORD = new RegExp(IN_WORD, 'gu');

/**
 * A text in its blocks, behind it what its tags and comments say, and the blocks with words in which tags stand.
 * @param tags takes in its tags
 */
function withoutTags(markup: string, seen: Seen, tags: string[] = []): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', Math.max(at, open + 1))) {
    // Most tags are known, and end at the next bracket.
    let tag = markup.slice(open, markup.indexOf('>', open) + 1);
    let mark = seen.tags.get(tag);
    if (mark === undefined) {
      TAG.lastIndex = open;
      tag = TAG.exec(markup)?.[0] ?? '';
      if (tag === '') continue;
      tags.push(tag);
      const name = /^<\/?([\w:-]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
      mark = BLOCK.has(name) ? BREAK : PARTS.has(name) ? ' ' : TAG_MARK;
      if (seen.tags.size === REMEMBERED) seen.tags.clear();
      if (!RELATIVE.test(tag)) seen.tags.set(ownCopy(tag), mark);
    }
    parts.push(markup.slice(at, open), mark);
    at = open + tag.length;
  }
  const text = parts.join('') + markup.slice(at);
  const split = IN_WORD.test(text) ? text.split(BREAK).filter((block) => IN_WORD.test(block)) : [];
  // Without their brackets, so that no tag is found in them again.
  const aside = tags.map((tag) => tag.slice(1, -1));
  return [text, ...aside, ...split.map((block) => block.replace(ALL_IN_WORD, ''))].join(BREAK);
}

const ESCAPE =
  /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}));?|[a-z][a-z\d]{1,31};)|((?:%[\da-f]{2})+)|\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|[^\w\s]|[nrtbf])/gi;

/** Escapes of HTML, addresses, JavaScript, JSON and iCalendar undone, one within another too. */
function unescapeAll(text: string): string {
  let before = text;
  for (let round = 0; round < 8 && /[&%\\]/.test(before); round++) {
    const after = before.replace(ESCAPE, unescapeOne);
    if (after === before) break;
    before = after;
  }
  return before;
}

function unescapeOne(all: string, hex?: string, decimal?: string, percent?: string, ...codes: unknown[]): string {
  if (percent) return Buffer.from(percent.replaceAll('%', ''), 'hex').toString('utf8');
  const code = hex ?? codes.slice(0, 3).find((one) => typeof one === 'string');
  const point = decimal ? Number(decimal) : typeof code === 'string' ? Number.parseInt(code, 16) : null;
  if (point !== null) return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  if (all.startsWith('&')) return decodeHTML(all);
  return /[a-z]/i.test(all) ? ' ' : all.slice(1);
}

/** The text strings of CBOR data (RFC 8949): words of an index, values of a filter, names of files. */
function cborStrings(data: Buffer): string[] {
  const strings: string[] = [];
  for (let at = 0; at < data.length; ) {
    const first = data[at++] ?? 0;
    const kind = first >> 5;
    let length = first & 31;
    if (length >= 24 && length <= 27) {
      const width = 1 << (length - 24);
      length = width === 8 ? Number(data.readBigUInt64BE(at)) : data.readUIntBE(at, width);
      at += width;
    }
    // Lists and maps are followed by their items; strings alone have bytes of their own.
    if (kind === 3) strings.push(data.toString('utf8', at, at + length));
    if (kind === 2 || kind === 3) at += length;
  }
  return strings;
}
