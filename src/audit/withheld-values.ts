import { BREAK, fold, foldedWords, type Words, wordsOf } from './words.ts';

/** Something that an edition must not hold, and the place in the content where it is written. */
export interface Value {
  readonly text: string;
  /** Below the content folder. */
  readonly file: string;
  /** A field (`title.value`), a line, or the like. */
  readonly at: string;
}

/** Why a withheld value is not looked for. */
export const COMMON = {
  short: 'a word or an abbreviation of few letters',
  number: 'a number or a date',
  open: 'also said by something open, or by the site itself',
} as const;

/** A text of so many words or more is known by every run of so many of its words, a shorter one as a whole. */
const RUN = 6;
/** Of a text of more words every third run is enough: whoever copies eight words copies one of them whole. */
const MANY = 16;
const STRIDE = 3;
/** Words of letters that a run must have: numbers meet by chance where a page sets facts side by side. */
const WORDS_OF_LETTERS = 4;
/** A document number: `13944/22`, `9710/1/97`. */
const NUMBER = /^\d{3,6}(?:\/\d+)*\/\d{2,4}\b/;
/** Words of which alone a date in words consists: `first half of 1997`, `by the end of 2015`, `11 July 2022`. */
const DATE =
  /^(?:(?:\d+(?:st|nd|rd|th)?|(?:jan|febr)uary|march|april|may|ju(?:ne|ly)|august|(?:septem|octo|novem|decem)ber|spring|summer|autumn|winter|first|second|third|half|quarter|early|mid|late|beginning|middle|end|year|month|[a-z]{2}|the|and|from|until|since|about|before|after)(?: |$))+$/;

/** What is looked for. */
export interface Needles {
  /** By the number of words, then by the hash of these words. */
  readonly values: readonly Map<number, Value>[];
  /** Marks of the last two words of short values, of all their words, and of runs. */
  readonly endings: Uint32Array;
  readonly shorts: Uint32Array;
  readonly runs: Uint32Array;
  /** Different values that were given, and those of them that can never be looked for. */
  readonly given: number;
  readonly common: Readonly<Record<'short' | 'number', number>>;
}

/** Of values with the same words or the same run the first is kept. */
export function needlesOf(given: Iterable<Value>): Needles {
  const values = Array.from({ length: RUN + 1 }, () => new Map<number, Value>());
  const endings: number[] = [];
  const common = { short: 0, number: 0 };
  const known = new Set<number>();
  for (const value of given) {
    const words = wordsOf(value.text);
    const { count, hash } = words;
    const all = keyOf(mixed(hash, 0, count, FIRST), hash, 0, count);
    if (count === 0 || known.has(all)) continue;
    known.add(all);
    // Of a name the end is looked for: places in a document begin alike.
    const isWhole = count < RUN || isName(value.text);
    const length = Math.min(count, RUN);
    const places = isWhole ? [count - length] : runsIn(words);
    const reason = isWhole ? commonness(value.text) : places.length === 0 ? 'number' : null;
    if (reason) {
      common[reason]++;
      continue;
    }
    if (length > 1 && length < RUN) endings.push(mixed(hash, length - 2, 2, FIRST));
    for (const at of places) {
      const key = keyOf(mixed(hash, at, length, FIRST), hash, at, length);
      if (!values[length]?.has(key)) values[length]?.set(key, value);
    }
  }
  const firsts = values.map((map) => Array.from(map.keys(), (key) => Math.floor(key / 2 ** 21) | 0));
  const [shorts, runs] = [marksOf(firsts.slice(0, RUN).flat()), marksOf(firsts[RUN] ?? [])];
  return { values, endings: marksOf(endings), shorts, runs, given: known.size, common };
}

/** Why a short value cannot be looked for at all, whatever is open. */
function commonness(text: string): 'short' | 'number' | null {
  const words = foldedWords(text);
  if (NUMBER.test(text)) return null;
  if (DATE.test(words.join(' '))) return 'number';
  if (words.join('').length < 5) return 'short';
  const ofLetters = words.filter((word) => /\p{L}{2}/u.test(word)).length;
  return ofLetters > 1 || ofLetters === words.length || (ofLetters > 0 && isName(text)) ? null : 'number';
}

/** An id, an address, a source, a file name: it is looked for as it is written. */
const isName = (text: string) => !/\s/.test(text.trim());

/** Where runs of a text begin; those with most words of letters if none has enough of them; none if it is of numbers. */
function runsIn({ text, count, start, end }: Words): number[] {
  const isOfLetters = Array.from({ length: count }, (_, n) => {
    const first = text.charCodeAt(start[n] ?? 0);
    return (end[n] ?? 0) - (start[n] ?? 0) > 1 && (first < 0x30 || first > 0x39) ? 1 : 0;
  });
  const places: number[][] = Array.from({ length: RUN + 1 }, () => []);
  for (let last = 0, letters = 0; last < count; last++) {
    letters += (isOfLetters[last] ?? 0) - (isOfLetters[last - RUN] ?? 0);
    if (last >= RUN - 1) places[letters]?.push(last + 1 - RUN);
  }
  const all = places.slice(WORDS_OF_LETTERS).flat();
  const enough = count <= MANY ? all : all.filter((at) => at % STRIDE === 0 || at === 0 || at === count - RUN);
  return enough.length > 0 ? enough : (places.slice(2).findLast((list) => list.length > 0) ?? []);
}

/** A withheld value that stands in a text, and how it is written there. */
export interface Hit {
  readonly value: Value;
  readonly said: string;
  /** The words by which it was found: how many, and their hash. */
  readonly length: number;
  readonly key: number;
}

/** Characters whose words are cut at once, so that these stay in a cache of the processor. */
const PART = 1 << 18;

/** The withheld values that a text holds, in order. */
export function hitsOf(needles: Needles, text: string): Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from < text.length; ) {
    const border = from + PART < text.length ? text.indexOf(BREAK, from + PART) : -1;
    const to = border < 0 ? text.length : border;
    addHits(hits, needles, wordsOf(text, from, to));
    from = to + 1;
  }
  return hits;
}

/**
 * Measured: a map of 300,000 hashes takes 600 ns for an answer, as most of its memory is in no cache of the processor; with
 * the marks before it one word in thirty asks it.
 */
function addHits(hits: Hit[], { values, endings, shorts, runs }: Needles, words: Words): void {
  const { count, hash, block } = words;
  for (let last = 0, run = 0; last < count; last++) {
    const word = hash[last] ?? 0;
    const most = last + 1 - (block[last] ?? 0);
    if (isMarked(shorts, word)) addHit(hits, values, words, last, 1, word);
    let sum = most > 1 ? (word + Math.imul(hash[last - 1] ?? 0, FIRST)) | 0 : 0;
    if (most > 1 && isMarked(endings, sum)) {
      for (let n = 2; n < RUN && n <= most; n++) {
        if (n > 2) sum = (sum + Math.imul(hash[last + 1 - n] ?? 0, POWERS[n - 1] ?? 0)) | 0;
        if (isMarked(shorts, sum)) addHit(hits, values, words, last, n, sum);
      }
    }
    // What `mixed` gives for the last words, from what it gave for those before.
    const gone = last < RUN ? 0 : Math.imul(hash[last - RUN] ?? 0, POWERS[RUN] ?? 0);
    run = (Math.imul(run, FIRST) + word - gone) | 0;
    if (most >= RUN && isMarked(runs, run)) addHit(hits, values, words, last, RUN, run);
  }
}

function addHit(hits: Hit[], values: Needles['values'], words: Words, last: number, n: number, sum: number): void {
  const { text, hash, start, end } = words;
  const first = last + 1 - n;
  const key = keyOf(sum, hash, first, n);
  const value = values[n]?.get(key);
  if (!value) return;
  const to = end[last] ?? 0;
  const from = n > 1 && isName(value.text) ? nameBefore(value.text, text, to) : (start[first] ?? 0);
  if (from >= 0) hits.push({ value, said: text.slice(from, to), length: n, key });
}

function isMarked(marks: Uint32Array, hash: number): boolean {
  return (((marks[(hash >>> 5) & (marks.length - 1)] ?? 0) >>> (hash & 31)) & 1) === 1;
}

/** Where a name begins that ends at a place of a text, with the signs between its words; -1 for a part of a longer one. */
function nameBefore(name: string, text: string, to: number): number {
  const [written = ''] = /[\p{L}\p{N}].*[\p{L}\p{N}]/su.exec(name) ?? [];
  const from = to - written.length;
  const isWhole = text[from - 1] !== '-' && text[to] !== '-';
  return isWhole && fold(text.slice(from, to)) === fold(written) ? from : -1;
}

/** Takes out what an open text says. */
export function removeOpen(needles: Needles, text: string): void {
  for (const { length, key } of hitsOf(needles, text)) needles.values[length]?.delete(key);
}

/** Odd factors with bits all over. */
const [FIRST, SECOND] = [0x9e3779b1, 0xc2b2ae35];
/** What the hash of a word is multiplied with when so many words follow. */
const POWERS = Int32Array.from({ length: RUN + 1 });
for (let n = 0, power = 1; n <= RUN; n++, power = Math.imul(power, FIRST)) POWERS[n] = power;

/** A hash of some words in a row, of 32 bits. */
function mixed(hash: Int32Array, at: number, length: number, factor: number): number {
  let sum = 0;
  for (let n = at; n < at + length; n++) sum = (Math.imul(sum, factor) + (hash[n] ?? 0)) | 0;
  return sum;
}

/** A hash of 53 bits, which two different rows of words have by chance never. */
function keyOf(first: number, hash: Int32Array, at: number, length: number): number {
  return (first >>> 0) * 2 ** 21 + (mixed(hash, at, length, SECOND) >>> 11);
}

/** With at least 32 bits for each hash. */
function marksOf(hashes: readonly number[]): Uint32Array {
  const marks = new Uint32Array(2 ** Math.max(11, Math.ceil(Math.log2(hashes.length))));
  for (const hash of hashes) {
    const at = (hash >>> 5) & (marks.length - 1);
    marks[at] = (marks[at] ?? 0) | (1 << (hash & 31));
  }
  return marks;
}
