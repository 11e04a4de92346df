/** Stands between two blocks of a text: no run of words goes on over it. The record separator of ASCII: no wide character. */
export const BREAK = '\x1e';
/** Stands for a tag inside a block. The unit separator. */
export const TAG_MARK = '\x1f';

/** The words of a text. They are valid until the next call of `wordsOf`, which uses the same memory. */
export interface Words {
  /** The text in which the words stand: the given one, or its plain form. */
  readonly text: string;
  readonly count: number;
  /** Of each word: a 32-bit hash of its folded letters, its place in the text, and the first word of its block. */
  readonly hash: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly block: Int32Array;
}

/** Classes of UTF-16 units below the first that is a letter or a digit. */
const [SEPARATES, IGNORED, SEVERAL, ENDS_BLOCK] = [0, 1, 2, 3];

/** The folded letter of each UTF-16 unit (without case and accents), or its class. */
const folds = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code === BREAK.charCodeAt(0)) return ENDS_BLOCK;
  if (code >= 0xd800 && code <= 0xdfff) return SEVERAL;
  const plain = fold(String.fromCharCode(code));
  if (plain === '') return IGNORED;
  if (!/[\p{L}\p{N}]/u.test(plain)) return SEPARATES;
  return plain.length === 1 ? plain.charCodeAt(0) : SEVERAL;
});

/** A text without case, accents, soft hyphens and signs of no width. */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

let words = { hash: new Int32Array(0), start: new Int32Array(0), end: new Int32Array(0), block: new Int32Array(0) };

/** Cuts a part of a text into words: runs of letters and digits of any alphabet. */
export function wordsOf(text: string, from = 0, to = text.length): Words {
  const most = ((to - from) >> 1) + 1;
  if (words.hash.length < most) {
    const room = () => new Int32Array(most * 2);
    words = { hash: room(), start: room(), end: room(), block: room() };
  }
  const { hash, start, end, block } = words;
  let count = 0;
  let first = 0;
  let at = from;
  while (at < to) {
    let letter = folds[text.charCodeAt(at)] ?? 0;
    if (letter > ENDS_BLOCK) {
      start[count] = at;
      // FNV-1a.
      let sum = 0x811c9dc5 | 0;
      do {
        if (letter !== IGNORED) sum = Math.imul(sum ^ letter, 0x01000193);
        if (++at === to) break;
        letter = folds[text.charCodeAt(at)] ?? 0;
      } while (letter > ENDS_BLOCK || letter === IGNORED);
      hash[count] = sum;
      end[count] = at;
      block[count++] = first;
    } else {
      // A sign of several letters: rare enough to fold the whole text for it.
      if (letter === SEVERAL) return wordsOf(withoutSeverals(text.slice(from, to)));
      if (letter === ENDS_BLOCK) first = count;
      at++;
    }
  }
  return { text, count, hash, start, end, block };
}

/** The text with ligatures, fractions and letters beyond 16 bits written out; what has no plain form becomes a space. */
function withoutSeverals(text: string): string {
  return [...text.normalize('NFKD')].map((sign) => (folds[sign.charCodeAt(0)] === SEVERAL ? ' ' : sign)).join('');
}

/** The words of a short text, folded. */
export function foldedWords(text: string): string[] {
  const { text: plain, count, start, end } = wordsOf(text);
  return Array.from({ length: count }, (_, n) => fold(plain.slice(start[n], end[n])));
}
