import { isUtf8 } from 'node:buffer';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { commands, mathCommands } from '@citation-js/plugin-bibtex/lib/input/constants.js';
import { decodeHTML } from 'entities';
import { inflateSync as inflateSmall, unzipSync } from 'fflate';
import { withoutKnownLines } from './known-lines.ts';
import { piecesOf } from './pieces.ts';
import { Seen } from './seen.ts';
import { BREAK, SEAM } from './words.ts';

/** A text found in a file, and how it was got at: `gzip › base64 › text`. */
export interface Reading {
  readonly how: string;
  readonly text: string;
}

/** The encodings that are undone, as the proof lists them. */
export const ENCODINGS = [
  'plain text',
  'gzip',
  'deflate',
  'zip members and their names',
  'base64 (any alignment, wrapped, URL alphabet)',
  'hexadecimal',
  'UTF-16 (either order, also inside binary data)',
  'HTML entities',
  'percent, of any alphabet',
  '\\u, \\x and JSON escapes',
  'folded lines of calendars',
  'BibTeX',
  'words split by tags, soft hyphens and characters without width; from one block to the next eight words, or six with four long ones',
  'Pagefind fragments and index words',
] as const;

/** Nothing honest unpacks to more; a bomb ends the proof instead of the machine. */
const LARGEST = 512 * 1024 * 1024;
const DEEPEST = 4;

class TooDeep extends Error {}

/**
 * Every text that can be read out of a file's bytes. Throws where it cannot be read to the end.
 * @param seen embedded data that was read already, in this file or in another
 */
export function readingsOf(bytes: Uint8Array, seen = new Seen()): Iterable<Reading> {
  return readings(bytes, '', 0, seen);
}

function* readings(bytes: Uint8Array, how: string, depth: number, seen: Seen): Iterable<Reading> {
  if (depth > DEEPEST) throw new TooDeep(`packed more than ${DEEPEST} times (${how})`);
  const inside = (more: string) => (how ? `${how} › ${more}` : more);
  let packed = false;
  for (const { name, data, whole } of unpack(bytes)) {
    packed ||= whole;
    yield* readings(data, inside(name), depth + 1, seen);
  }
  // What is packed was read; around it stand names and remarks.
  const show = packed ? legible : (text: string) => text;
  for (const piece of piecesOf(withoutKnownLines(bytes, seen))) {
    const text = new TextDecoder('utf-8').decode(piece);
    yield* textReadings(show(text), how || 'text', depth, seen);
    if (!text.includes('\0')) continue;
    // ASCII in UTF-16 is ASCII between NULs, whatever the order of bytes and wherever it begins.
    const between = /(?:[^\0]\0){6}|(?:\0[^\0]){6}/.test(text);
    if (between) yield* textReadings(show(text.replaceAll('\0', '')), inside('UTF-16'), depth, seen);
    if (packed && !between) continue;
    for (const encoding of ['utf-16le', 'utf-16be']) {
      yield { how: inside(encoding), text: new TextDecoder(encoding).decode(piece) };
    }
  }
}

/** What of packed data can be meant as text: noise has few characters in a row. */
function legible(text: string): string {
  return (text.match(/[\t\n\r[^\p{Cc}\ufffd]]{6,}/gv) ?? []).join(' ');
}

function* textReadings(text: string, how: string, depth: number, seen: Seen): Iterable<Reading> {
  yield { how, text };
  const decoded = unescapeAll(text);
  if (decoded !== text) yield { how: `${how} › escapes`, text: decoded };
  if (decoded.includes('<')) {
    const sentences = decoded.replace(TAG, (tag) =>
      BLOCK.test(tag) ? ` ${BREAK} ` : LINE.test(tag) ? ` ${SEAM} ` : ' ',
    );
    yield { how: `${how} › without tags`, text: sentences };
    const joined = decoded.replace(TAG, (tag) => (BLOCK.test(tag) || LINE.test(tag) ? SEAM : ''));
    yield { how: `${how} › tags removed`, text: joined };
  }
  if (decoded.includes('\r\n ') || decoded.includes('\r\n\t')) {
    yield { how: `${how} › lines unfolded`, text: decoded.replace(/\r\n[ \t]/g, '') };
  }
  if (ENTRY.test(text)) yield { how: `${how} › BibTeX`, text: withoutTex(text) };
  if (depth < DEEPEST) {
    for (const source of decoded === text ? [text] : [text, decoded]) yield* runsOf(source, how, depth, seen);
  }
}

const TAG = /<[^<>]*>/g;
/** Tags at which a sentence ends; any other can stand in the middle of one. */
const BLOCK =
  /^<[\\/]*(?:address|article|aside|blockquote|body|button|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|meta|nav|ol|optgroup|option|p|path|pre|script|search|section|select|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul)\b/i;
/** A line of a picture, where a sentence may go on in the next or not. */
const LINE = /^<[\\/]*text\b/i;

/** How entries of BibTeX begin. */
const ENTRY = /^@[a-z]+\{/im;

/** Letters and signs that BibTeX has commands for, in words; accents, which do not count, and braces are left out. */
function withoutTex(text: string): string {
  return text
    .replace(/\$?\\([A-Za-z]+)(?:\{\}| )?\$?/g, (_, name: string) => commands[name] ?? mathCommands[name] ?? '')
    .replace(/\\["'.=^`~] ?|[{}]/g, '');
}

/** @yields what is packed in a file; `whole` where nothing of the file is written otherwise */
function* unpack(bytes: Uint8Array): Iterable<{ name: string; data: Uint8Array; whole: boolean }> {
  const options = { maxOutputLength: LARGEST };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) yield { name: 'gzip', data: gunzipSync(bytes, options), whole: true };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    // Members that are stored as they are must not be taken for noise: they are read as members.
    for (const [name, data] of Object.entries(unzipSync(bytes))) {
      yield { name: 'zip', data: new TextEncoder().encode(name), whole: true };
      yield { name: `zip member ${name}`, data, whole: true };
    }
  }
  const inflated = tryInflate(bytes);
  if (inflated) yield { name: 'deflate', data: inflated, whole: true };
  for (const data of pngText(bytes)) yield { name: 'PNG text', data, whole: false };
}

function tryInflate(bytes: Uint8Array): Uint8Array | null {
  const header = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if ((bytes[0] ?? 0) !== 0x78 || header % 31 !== 0) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    return null; // Two bytes that look like a header are none.
  }
}

/** Compressed words in a picture: everything behind the two NULs of `zTXt`, and of compressed `iTXt`. */
function* pngText(bytes: Uint8Array): Iterable<Uint8Array> {
  if (bytes[0] !== 0x89 || bytes[1] !== 0x50 || bytes[2] !== 0x4e) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= buffer.length; at += 12 + buffer.readUInt32BE(at)) {
    const type = buffer.toString('latin1', at + 4, at + 8);
    const body = buffer.subarray(at + 8, at + 8 + buffer.readUInt32BE(at));
    if (type !== 'zTXt' && type !== 'iTXt') continue;
    for (let start = body.indexOf(0x78); start >= 0; start = body.indexOf(0x78, start + 1)) {
      const text = tryInflate(body.subarray(start));
      if (text) yield text;
    }
  }
}

/** Within a run of base64, whose signs have these among them. */
const HEX = /(?:[0-9a-fA-F]{2}){12,}/g;

/** Data in the middle of text. Other text may stand before it without a gap, so each alignment is tried. */
function* runsOf(text: string, how: string, depth: number, seen: Seen): Iterable<Reading> {
  const unwrapped = text.replace(/(?<=[A-Za-z0-9+/]{60})(?:\\[rn]|\r?\n)(?=[A-Za-z0-9+/=])/g, '');
  for (const run of base64Runs(unwrapped)) {
    if (!seen.isNew(run, depth)) continue;
    for (let skip = 0; skip < 4; skip++) {
      // Node reads both alphabets of base64.
      yield* embedded(Buffer.from(run.slice(skip), 'base64'), `${how} › base64`, depth, seen);
    }
    for (const [digits] of run.matchAll(HEX)) yield* embedded(Buffer.from(digits, 'hex'), `${how} › hex`, depth, seen);
  }
}

/** The least signs that can hold a word. */
const SHORTEST = 16;
const base64Signs = new Uint8Array(128);
for (const sign of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_'))
  base64Signs[sign] = 1;

/** Stretches of signs of base64, in either alphabet. */
function* base64Runs(text: string): Iterable<string> {
  for (let at = 0, start = 0; at <= text.length; at++) {
    if (base64Signs[text.charCodeAt(at)] === 1) continue;
    if (at - start >= SHORTEST) yield text.slice(start, at);
    start = at + 1;
  }
}

/** Words of a page look like data too; what they decode to is noise, and noise has no run of letters. */
function isMeant(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0x1f && b === 0x8b) || (a === 0x50 && b === 0x4b) || a === 0x78 || a === 0x89) return true;
  let legible = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x20 && byte <= 0x7e) legible++;
    else if (byte !== 0) legible = 0;
    if (legible === 6) return true;
  }
  return isUtf8(bytes);
}

function* embedded(bytes: Uint8Array, how: string, depth: number, seen: Seen): Iterable<Reading> {
  const raw = tryRaw(bytes);
  if (raw) yield { how: `${how} › deflate`, text: raw };
  if (!isMeant(bytes)) return;
  try {
    yield* readings(bytes, how, depth + 1, seen);
  } catch (error) {
    if (error instanceof TooDeep || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error;
    // Words of a page that happen to decode to the beginning of an archive.
    yield { how, text: new TextDecoder('utf-8').decode(bytes) };
  }
}

/** Whether bytes begin as data packed by DEFLATE does (RFC 1951, 3.2.3): most noise is told apart by that. */
function mayBeDeflate([a = 0, b = 0, c = 0, d = 0, e = 0]: Uint8Array): boolean {
  const kind = (a >> 1) & 3;
  if (kind === 3) return false;
  if (kind === 0) return (b ^ d) === 255 && (c ^ e) === 255;
  // At most 286 codes of lengths and 30 of distances.
  return kind === 1 || (a >> 3 <= 29 && (b & 31) <= 29);
}

/** Most are a few bytes that mean nothing: these are tried where no memory need be taken for each. */
const SMALL = 1024;
const room = Buffer.alloc(1 << 16);

function tryRaw(bytes: Uint8Array): string | null {
  if (!mayBeDeflate(bytes)) return null;
  const { stackTraceLimit } = Error;
  // A failed attempt to read noise as data says nothing worth a stack.
  Error.stackTraceLimit = 0;
  try {
    if (bytes.length < SMALL) {
      const { length } = inflateSmall(bytes, { out: room });
      if (length < room.length) return room.toString('utf8', 0, length);
    }
    return inflateRawSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
  } catch {
    return null;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const ESCAPE =
  /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}));?|[A-Za-z][A-Za-z0-9]{1,31};)|((?:%[0-9a-fA-F]{2})+)|\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrtbf])/g;
/** Escapes of escapes; nobody honest goes deeper. */
const ROUNDS = 8;

/** Escapes of HTML, addresses, JavaScript and JSON undone, one within another too. */
export function unescapeAll(text: string): string {
  let before = text;
  for (let round = 0; round < ROUNDS && /[&%\\]/.test(before); round++) {
    const after = before.replace(ESCAPE, unescapeOne);
    if (after === before) break;
    before = after;
  }
  return before;
}

function unescapeOne(
  all: string,
  hex?: string,
  decimal?: string,
  percent?: string,
  ...codes: (string | undefined)[]
): string {
  if (hex) return character(Number.parseInt(hex, 16), all);
  if (decimal) return character(Number(decimal), all);
  if (percent) {
    const bytes = Buffer.from(percent.replaceAll('%', ''), 'hex');
    return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
  }
  if (all.startsWith('&')) return named(all);
  const code = codes.slice(0, 3).find(Boolean);
  return code ? character(Number.parseInt(code, 16), all) : ' ';
}

const names = new Map<string, string>();

function named(entity: string): string {
  let meant = names.get(entity);
  if (meant === undefined) {
    // A soft hyphen in the middle of data must not part it.
    meant = decodeHTML(entity).replace(/\p{Cf}/gu, '');
    names.set(entity, meant);
  }
  return meant;
}

function character(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
