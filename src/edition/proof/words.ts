import type { HashFilter } from './hash-filter.ts';

/**
 * A text as it is compared: without case, accents and characters that show nothing. UTF-16 units, of which the first
 * `length` count.
 */
export interface Folded {
  readonly codes: Uint16Array;
  readonly length: number;
}

/** What each UTF-16 unit becomes: one unit, or one of these. */
const folds = new Int32Array(65536).fill(-1);
const [UNKNOWN, NOTHING, SEVERAL] = [-1, -2, -3];
/** What becomes several units, and what is written with two. */
const severals = new Map<string, string>();

let page = new Uint16Array(1 << 16);

/** Folds a text, into memory that the next call uses again. */
export function foldText(text: string): Folded {
  const length = text.length;
  if (page.length < length + LONGEST) page = new Uint16Array(length * 2 + LONGEST);
  let used = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    let fold = folds[code] ?? UNKNOWN;
    if (fold === UNKNOWN) fold = learn(code);
    if (fold >= 0) page[used++] = fold;
    else if (fold === SEVERAL) {
      const whole = isPair(text, at) ? text.slice(at, at + 2) : text.charAt(at);
      at += whole.length - 1;
      const plain = severalOf(whole);
      if (page.length < used + plain.length + length - at) page = grown(page);
      for (let one = 0; one < plain.length; one++) page[used++] = plain.charCodeAt(one);
    }
  }
  return { codes: page, length: used };
}

/** A folded text as a string. */
export function fold(text: string): string {
  return sliceOf(foldText(text));
}

export function sliceOf({ codes, length }: Folded, start = 0, end = length): string {
  return Buffer.from(codes.buffer, codes.byteOffset + start * 2, (end - start) * 2).toString('utf16le');
}

/** Of one character; no decomposition of Unicode is longer. */
const LONGEST = 64;

function learn(code: number): number {
  let fold = SEVERAL;
  if (code < 0xd800 || code > 0xdfff) {
    const plain = plainOf(String.fromCharCode(code));
    if (plain.length < 2) fold = plain.length === 0 ? NOTHING : plain.charCodeAt(0);
  }
  folds[code] = fold;
  return fold;
}

function severalOf(whole: string): string {
  const known = severals.get(whole);
  if (known !== undefined) return known;
  const plain = plainOf(whole);
  severals.set(whole, plain);
  return plain;
}

/** The two forms of a small sigma are one: which of them a capital becomes depends on its neighbours. */
function plainOf(character: string): string {
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

const isPair = (text: string, at: number) => (text.codePointAt(at) ?? 0) > 0xffff;

function grown(codes: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(codes.length * 2);
  larger.set(codes);
  return larger;
}

/** Stands between blocks of a page: no run of words goes on behind it. */
export const BREAK = '\u2029';
const BREAK_CODE = BREAK.charCodeAt(0);

/** Stands where two blocks of a page were pushed together; it parts no word. One of Unicode's noncharacters. */
export const SEAM = '\ufdd0';
export const SEAM_CODE = SEAM.charCodeAt(0);

/** Length of the runs of words by which withheld text is known. */
export const RUN = 6;

/** Where a run of words stands in a folded text. */
export interface RunPlace {
  start: number;
  end: number;
  /** How many of its words are of letters, three at least. */
  letters: number;
  /** How many of these have five at least. */
  long: number;
  /** Whether a seam lies in it. */
  seamed: boolean;
}

/** @param place used again for the next run */
export type UseRun = (first: number, second: number, place: Readonly<RunPlace>) => void;

/**
 * Goes through the runs of words of a folded text. Signs between words do not matter.
 * @param known words that can be part of a run; runs with others are left out
 */
export function forEachRun({ codes, length }: Folded, use: UseRun, known?: HashFilter): void {
  const hashes = new Int32Array(RUN);
  const starts = new Int32Array(RUN);
  const letters = new Uint8Array(RUN);
  const place: RunPlace = { start: 0, end: 0, letters: 0, long: 0, seamed: false };
  let words = 0;
  // Words up to the last seam; one that it lies in counts.
  let seam = 0;
  for (let at = 0; at < length; at++) {
    let kind = kindAt(codes, at);
    if (kind === OTHER) {
      if (codes[at] === SEAM_CODE) seam = words;
      else if (codes[at] === BREAK_CODE) seam = words = 0;
      continue;
    }
    const start = at;
    let word = FIRST_SEED;
    let onlyLetters = true;
    let [end, signs, parted] = [at, 0, false];
    for (; at < length; at++) {
      kind = kindAt(codes, at);
      if (kind === OTHER) {
        if (codes[at] !== SEAM_CODE) break;
        parted = true;
        continue;
      }
      // Only a seam that letters follow lies in the word.
      if (parted) seam = words + 1;
      parted = false;
      signs++;
      end = at + 1;
      if (kind === NUMBER) onlyLetters = false;
      word = Math.imul(word ^ (codes[at] ?? 0), 0x01000193);
    }
    if (known && !known.has(word)) seam = words = 0;
    else {
      const slot = words % RUN;
      hashes[slot] = word;
      starts[slot] = start;
      letters[slot] = onlyLetters ? Math.min(signs, 255) : 0;
      if (++words >= RUN) {
        let [runFirst, runSecond] = [FIRST_SEED, SECOND_SEED];
        place.letters = place.long = 0;
        for (let n = words - RUN; n < words; n++) {
          const one = n % RUN;
          const hash = hashes[one] ?? 0;
          runFirst = Math.imul(runFirst ^ hash, 0x9e3779b1);
          runFirst ^= runFirst >>> 15;
          runSecond = Math.imul(runSecond + hash, 0xc2b2ae35);
          runSecond ^= runSecond >>> 16;
          const many = letters[one] ?? 0;
          if (many >= 3) place.letters++;
          if (many >= 5) place.long++;
        }
        place.start = starts[(words - RUN) % RUN] ?? 0;
        place.end = end;
        place.seamed = seam > words - RUN;
        use(runFirst >>> 0, runSecond >>> 0, place);
      }
      if (parted) seam = words;
    }
    if (at < length && codes[at] === BREAK_CODE) seam = words = 0;
  }
}

/** The words of a folded text: the hash of each, and where it stands. */
export function forEachWord({ codes, length }: Folded, use: (word: number, start: number, end: number) => void): void {
  for (let at = 0; at < length; at++) {
    if (kindAt(codes, at) === OTHER) continue;
    const start = at;
    let first = FIRST_SEED;
    for (; at < length && kindAt(codes, at) !== OTHER; at++) first = Math.imul(first ^ (codes[at] ?? 0), 0x01000193);
    use(first, start, at);
  }
}

const FIRST_SEED = 0x811c9dc5 | 0;
const SECOND_SEED = 0x27d4eb2f | 0;

const OTHER = 1;
const LETTER = 2;
const NUMBER = 3;
/** What each UTF-16 unit is; 0 before somebody asked. */
const kinds = new Uint8Array(65536);

function kindAt(codes: Uint16Array, at: number): number {
  const code = codes[at] ?? 0;
  const known = kinds[code];
  if (known) return known;
  if (code >= 0xd800 && code <= 0xdfff) {
    // Either half of a pair tells of the character that both make.
    const [high, low] = code < 0xdc00 ? [code, codes[at + 1] ?? 0] : [codes[at - 1] ?? 0, code];
    return kindOf(String.fromCharCode(high, low));
  }
  const kind = kindOf(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/^\p{L}$/u.test(character)) return LETTER;
  return /^\p{N}$/u.test(character) ? NUMBER : OTHER;
}
