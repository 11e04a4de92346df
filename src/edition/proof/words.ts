/** Folded pieces of text that is not ASCII: there are few different ones. */
const folded = new Map<string, string>();
const MOST_KEPT = 20_000;

/** Text as it is compared: without case, accents and characters that show nothing. */
export function fold(text: string): string {
  return text.replace(/[^\0-\x7f]+/g, foldPiece).toLowerCase();
}

function foldPiece(piece: string): string {
  let plain = folded.get(piece);
  if (plain === undefined) {
    plain = piece.normalize('NFKD').replace(/[\p{M}\p{Cf}]+/gu, '');
    if (folded.size < MOST_KEPT && piece.length < 40) folded.set(ownCopy(piece), plain);
  }
  return plain;
}

/** A piece of a text that does not keep all of the text in memory, as a slice does. */
export function ownCopy(piece: string): string {
  return piece.length < SLICED ? piece : Buffer.from(piece, 'utf16le').toString('utf16le');
}
/** Shorter pieces are copied by the engine itself. */
const SLICED = 13;

/** Stands between blocks of a page: no run of words goes on behind it. */
export const BREAK = '\u2029';
const BREAK_CODE = BREAK.charCodeAt(0);

/** Length of the runs of words by which withheld text is known. */
export const RUN = 6;

/** A run of words in a folded text: two hashes of its words, where it stands, how many of its words are of letters. */
export type UseRun = (first: number, second: number, start: number, end: number, letters: number) => void;

/**
 * Goes through the runs of words of a folded text. Signs between words do not matter.
 * @param knows tells by its hash whether a word can be part of a run; runs with others are left out
 */
export function forEachRun(text: string, use: UseRun, knows?: (word: number) => boolean): void {
  const firsts = new Int32Array(RUN);
  const seconds = new Int32Array(RUN);
  const starts = new Int32Array(RUN);
  const lettered = new Uint8Array(RUN);
  let words = 0;
  const length = text.length;
  for (let at = 0; at < length; at++) {
    let kind = kindAt(text, at);
    if (kind === OTHER) {
      if (text.charCodeAt(at) === BREAK_CODE) words = 0;
      continue;
    }
    const start = at;
    let [first, second] = [FIRST_SEED, SECOND_SEED];
    let onlyLetters = true;
    for (; at < length; at++) {
      kind = kindAt(text, at);
      if (kind === OTHER) break;
      if (kind === NUMBER) onlyLetters = false;
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 13);
    }
    if (knows && !knows(first)) words = 0;
    else {
      const slot = words % RUN;
      firsts[slot] = first;
      seconds[slot] = second;
      starts[slot] = start;
      lettered[slot] = onlyLetters && at - start >= 3 ? 1 : 0;
      if (++words >= RUN) {
        let [runFirst, runSecond, letters] = [FIRST_SEED, SECOND_SEED, 0];
        for (let n = words - RUN; n < words; n++) {
          const one = n % RUN;
          runFirst = Math.imul(runFirst ^ (firsts[one] ?? 0), 0x9e3779b1);
          runFirst ^= runFirst >>> 15;
          runSecond = Math.imul(runSecond + (seconds[one] ?? 0), 0xc2b2ae35);
          runSecond ^= runSecond >>> 16;
          letters += lettered[one] ?? 0;
        }
        use(runFirst >>> 0, runSecond >>> 0, starts[(words - RUN) % RUN] ?? 0, at, letters);
      }
    }
    if (at < length && text.charCodeAt(at) === BREAK_CODE) words = 0;
  }
}

/** The words of a folded text, by their hashes. */
export function forEachWord(text: string, use: (word: number) => void): void {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    let first = FIRST_SEED;
    for (let at = 0; at < word.length; at++) first = Math.imul(first ^ word.charCodeAt(at), 0x01000193);
    use(first);
  }
}

const FIRST_SEED = 0x811c9dc5 | 0;
const SECOND_SEED = 0x27d4eb2f | 0;

const OTHER = 1;
const LETTER = 2;
const NUMBER = 3;
/** What each UTF-16 unit is; 0 before somebody asked. */
const kinds = new Uint8Array(65536);

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = kinds[code];
  if (known) return known;
  if (code >= 0xd800 && code <= 0xdfff) {
    // Either half of a pair tells of the character that both make.
    const whole = code < 0xdc00 ? text.slice(at, at + 2) : text.slice(at - 1, at + 1);
    return kindOf(whole);
  }
  const kind = kindOf(text.charAt(at));
  kinds[code] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/^\p{L}$/u.test(character)) return LETTER;
  return /^\p{N}$/u.test(character) ? NUMBER : OTHER;
}
