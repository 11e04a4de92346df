/** Files beyond this size are refused. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** Nor is text: the longest Council document holds a few megabytes of it. */
export const MAX_TEXT_BYTES = 20 * 1024 * 1024;
/** Nor has any that many lines. */
const MAX_LINES = 1_000_000;

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly error: string };

/** File formats that are not read, by their first bytes. */
const FORMATS: readonly (readonly [signature: string, name: string])[] = [
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word file, or one with a password: save it as .docx without a password'],
  ['{\\rtf', 'a rich text file: save it as .docx'],
  ['\u0089PNG', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
];

/** Reads the bytes of a text file in UTF-8, UTF-16 or Windows-1252; says why where that is impossible. */
export function decode(bytes: Uint8Array): Decoded {
  const size = bytes.length;
  if (size === 0) return { ok: false, error: 'the file is empty' };
  if (size > MAX_TEXT_BYTES) {
    const most = MAX_TEXT_BYTES / 1024 / 1024;
    return {
      ok: false,
      error: `the text is larger than ${most} MB, more than any document: split it or convert it again`,
    };
  }
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const format = FORMATS.find(([signature]) => start.startsWith(signature));
  if (format) return { ok: false, error: `the file is ${format[1]}` };

  const warnings: string[] = [];
  const utf16 = utf16Order(bytes);
  let text: string;
  if (utf16) {
    text = new TextDecoder(utf16).decode(bytes);
  } else {
    if (isBinary(bytes)) return { ok: false, error: 'the file is binary, not text' };
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      text = new TextDecoder('windows-1252').decode(bytes);
      warnings.push('not UTF-8: read as Windows-1252 (Latin-1)');
    }
  }
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '');
    warnings.push('NUL characters left out');
  }
  if (hasMoreLines(text, MAX_LINES))
    return { ok: false, error: `the file has more than ${MAX_LINES} lines: it is no document` };
  if (!/\S/.test(text)) return { ok: false, error: 'the file holds no text' };
  return { ok: true, text, warnings };
}

/** UTF-16 by its byte order mark, or by every other byte of the beginning being zero. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2048);
  if (sample.length < 16) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Text has next to no control characters; one in fifty is more than any conversion leaves. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65536);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  return controls > sample.length / 50 && controls > 2;
}

function hasMoreLines(text: string, most: number): boolean {
  const lineEnd = /[\n\r\v\f\u0085\u2028\u2029]/g;
  for (let count = 0; count <= most; count++) if (!lineEnd.test(text)) return false;
  return true;
}
