import { cleanQuery } from './clean.ts';
import { type DayMention, daysIn } from './days.ts';
import { fold, foldName } from './fold.ts';
import { type QueryReference, readAddresses, referencesIn } from './references.ts';
import { DEFINING_WORDS, QUESTION_WORDS, STOP_WORDS } from './stop-words.ts';
import { spellingsOf } from './variants.ts';

/** Words of a query that count; more only cost time. */
export const MOST_UNITS = 24;

/**
 * One thing that is looked for, in all its spellings. Each spelling is a list of index terms that must all be there:
 * `organisation` is `[[organisation], [organization]]`, `cross-border` is `[[crossborder], [cross, border]]`.
 */
export interface Unit {
  /** As typed. */
  readonly text: string;
  readonly spellings: readonly (readonly string[])[];
  /** The last word typed, which may be unfinished. */
  readonly last: boolean;
}

/** What a reader wants to know, taken apart. Pure: says nothing of what the archive holds. */
export interface Query {
  /** The query on one line, without invisible signs. */
  readonly text: string;
  /** It was longer than counts. */
  readonly cut: boolean;
  readonly references: readonly QueryReference[];
  readonly days: readonly DayMention[];
  /** Exact phrases, as typed between quotation marks. */
  readonly phrases: readonly string[];
  readonly units: readonly Unit[];
  /** The whole query as the name of something, and without the words of a question around it. */
  readonly names: readonly string[];
  /** It asks what a word means. */
  readonly meaning: boolean;
}

export function understand(typed: string): Query {
  const { text: cleaned, cut } = cleanQuery(typed);
  const text = readAddresses(cleaned);
  const { phrases, rest } = takePhrases(text);
  // What stands between quotation marks is a phrase, unless it is nothing but a reference.
  const quoted = phrases.length === 1 && rest.trim() === '' ? referencesIn(phrases[0] ?? '') : [];
  const references =
    quoted.length === 1 && !quoted[0]?.tentative && isWhole(quoted[0], phrases[0]) ? quoted : referencesIn(rest);
  const days = daysIn(rest);
  const plain = blank(rest, [...references.filter(({ tentative }) => !tentative), ...days]);
  const words = plain
    .split(/[ ()[\]]/)
    .map(trimWord)
    .filter(Boolean);
  const content = contentWords(words);
  const units = unitsOf(content.length > 0 || references.length + phrases.length + days.length > 0 ? content : words);
  const names = [...new Set([foldName(text), foldName(content.join(' '))])].filter(Boolean);
  const meaning = words.some((word) => DEFINING_WORDS.has(fold(word))) || /^what(?:'s| is| are) /i.test(text);
  return { text, cut, references, days, phrases, units, names, meaning };
}

function isWhole(found: QueryReference | undefined, text: string | undefined): boolean {
  return found !== undefined && text !== undefined && found.end - found.start >= text.length;
}

/** Closed quotation marks hold a phrase; a lone mark is nothing. */
function takePhrases(text: string): { phrases: string[]; rest: string } {
  const parts = text.split('"');
  if (parts.length % 2 === 0) parts.splice(-2, 2, parts.slice(-2).join(' '));
  const phrases = parts.filter((_, index) => index % 2 === 1).map((part) => part.trim());
  return {
    phrases: phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase)),
    // Length stays, so that offsets into the text stay right.
    rest: parts.map((part, index) => (index % 2 === 1 ? ' '.repeat(part.length) : part)).join(' '),
  };
}

function blank(text: string, ranges: readonly { start: number; end: number }[]): string {
  return ranges.reduce(
    (result, { start, end }) => result.slice(0, start) + ' '.repeat(end - start) + result.slice(end),
    text,
  );
}

function trimWord(word: string): string {
  return word
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/'s$/i, '');
}

/** Without stop-words; capitals in a query of mixed case are an acronym (`WHO`, `IT`), not a stop-word. */
function contentWords(words: readonly string[]): string[] {
  const mixed = words.some((word) => word !== word.toUpperCase());
  const acronym = (word: string) => mixed && /^\p{Lu}{2,}$/u.test(word);
  const asked = words.some((word) => QUESTION_WORDS.has(fold(word)));
  const kept = words.filter((word) => acronym(word) || !(STOP_WORDS.has(fold(word)) || QUESTION_WORDS.has(fold(word))));
  const subject = kept.filter((word) => acronym(word) || !DEFINING_WORDS.has(fold(word)));
  return subject.length > 0 && (asked || subject.length < kept.length) && kept.length <= 6 ? subject : kept;
}

function unitsOf(words: readonly string[]): Unit[] {
  const units: Unit[] = [];
  const seen = new Set<string>();
  for (const [index, word] of words.entries()) {
    const spellings = spellingsOfTyped(word);
    const key = spellings[0]?.join(' ');
    if (!key || seen.has(key)) continue;
    seen.add(key);
    units.push({ text: word, spellings, last: index === words.length - 1 });
  }
  return units.slice(0, MOST_UNITS);
}

function spellingsOfTyped(word: string): string[][] {
  const folded = fold(word);
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const joined = parts.join('');
  if (!joined) return [];
  if (folded.includes('/')) return [[folded.replace(/[^\p{L}\p{N}/]/gu, '')], ...(/\d/.test(folded) ? [] : [parts])];
  const whole = [joined, ...spellingsOf(joined)].map((spelling) => [spelling]);
  const long = parts.filter((part) => part.length > 2);
  return parts.length > 1 && long.length > 1 && !/\d/.test(joined) ? [...whole, long] : whole;
}
