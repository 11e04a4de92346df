import { cleanQuery } from './clean.ts';
import { fold, foldName } from './fold.ts';
import { type Period, periodsIn } from './periods.ts';
import { afterLead, type QueryReference, readAddresses, referencesIn } from './references.ts';
import { DEFINING_WORDS, QUESTION_WORDS, STOP_WORDS } from './stop-words.ts';
import { spellingsOf } from './variants.ts';

/** Words of a query that count; more only cost time. */
export const MOST_UNITS = 30;

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
  /** How often it was typed: who repeats a word means it. */
  readonly times: number;
  /** Every word that begins so: `smuggl*`. */
  readonly begins: boolean;
}

/** What a reader wants to know, taken apart. Pure: says nothing of what the archive holds. */
export interface Query {
  /** The query on one line, without invisible signs. */
  readonly text: string;
  /** It was longer than counts. */
  readonly cut: boolean;
  readonly references: readonly QueryReference[];
  readonly periods: readonly Period[];
  /** A document's number without its year: `10784`, `DS 1321`. */
  readonly number: { readonly series: string | undefined; readonly digits: string } | null;
  /** Exact phrases, as typed between quotation marks. */
  readonly phrases: readonly string[];
  readonly units: readonly Unit[];
  /** What no result may have: `-word`, `NOT word`. */
  readonly without: readonly Unit[];
  /** Signs of other searches that mean nothing here: `title:`, `+`. */
  readonly signs: readonly string[];
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
  const periods = periodsIn(rest).filter(
    ({ start, end }) => !references.some((one) => !one.tentative && start < one.end && end > one.start),
  );
  const sure = references.filter(({ tentative }) => !tentative);
  const { plain, without, signs } = takeOperators(blank(rest, [...sure, ...periods.filter(({ inWords }) => !inWords)]));
  const words = wordsOf(plain);
  const content = contentWords(words);
  const said = references.length + phrases.length + periods.length > 0;
  const units = unitsOf(content.length > 0 || said ? content : words);
  const [, one = '', other = ''] = COMPARED.exec(text) ?? [];
  const names = [...new Set([text, content.join(' '), one, other].map(foldName))].filter(Boolean);
  const meaning = words.some((word) => DEFINING_WORDS.has(fold(word))) || /^what(?:'s| is| are) /i.test(text);
  const [, series, digits] = NUMBER.exec(afterLead(text)) ?? [];
  const number = digits ? { series: series?.toUpperCase(), digits } : null;
  return { text, cut, references, periods, number, phrases, units, without: unitsOf(without), signs, names, meaning };
}

/** Two things that are asked for together. */
const COMPARED =
  /\b(?:differences?|relations?|relationship|link|links|compare|comparison)\b(?: between| of)? (.+) (?:and|with|to|vs\.?|versus) (.+?)\??$/i;
const NUMBER = /^(?:([a-z]{2,7})[ -]?)?(\d{4,5})$/i;

/** The words between spaces and brackets, without the signs around them; a `*` behind a word stays. */
function wordsOf(text: string): string[] {
  return text
    .split(/[ ()[\]]/)
    .map(trimWord)
    .filter(Boolean);
}

const EXCLUDED = /(?<!\S)(?:-|NOT )(\p{L}[^\s"]*)/gu;
/** Signs that other searches know: fields, weights, plus. */
const FOREIGN = /(?<!\S)(?:[+~^!](?=\p{L})|\p{L}+:(?=[\p{L}"]))|(?<=\p{L})[~^]\d*(?!\S)/gu;

/** The operators of a query, taken out of it; `OR` stays as a sign between words. */
function takeOperators(text: string): { plain: string; without: string[]; signs: string[] } {
  const without = Array.from(text.matchAll(EXCLUDED), ([, word = '']) => trimWord(word));
  const rest = text.replace(EXCLUDED, ' ');
  const signs = Array.from(rest.matchAll(FOREIGN), ([sign]) => sign);
  return { plain: rest.replace(FOREIGN, ' ').replace(/(?<!\S)AND(?!\S)/g, ' '), without, signs: [...new Set(signs)] };
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
    .replace(/[^\p{L}\p{N}*]+$/u, '')
    .replace(/'s$/i, '');
}

/** Without stop-words; capitals in a query of mixed case are an acronym (`WHO`, `IT`), not a stop-word. */
function contentWords(words: readonly string[]): string[] {
  const mixed = words.some((word) => word !== word.toUpperCase());
  const acronym = (word: string) => mixed && /^\p{Lu}{2,}$/u.test(word) && !/^(?:AND|NOT)$/.test(word);
  const asked = words.some((word) => QUESTION_WORDS.has(fold(word)));
  const kept = words.filter((word) => acronym(word) || !(STOP_WORDS.has(fold(word)) || QUESTION_WORDS.has(fold(word))));
  const subject = kept.filter((word) => acronym(word) || !DEFINING_WORDS.has(fold(word)));
  return subject.length > 0 && (asked || subject.length < kept.length) && kept.length <= 6 ? subject : kept;
}

function unitsOf(words: readonly string[]): Unit[] {
  const units = new Map<string, Unit>();
  let either = false;
  for (const [index, word] of words.entries()) {
    if (word === 'OR') either = units.size > 0;
    const spellings = word === 'OR' ? [] : spellingsOfTyped(word);
    const key = spellings[0]?.join(' ');
    if (!key) continue;
    const known = units.get(key);
    const [before] = either ? [...units].slice(-1) : [];
    if (before) units.set(before[0], { ...before[1], spellings: [...before[1].spellings, ...spellings] });
    else if (known) units.set(key, { ...known, times: known.times + 1 });
    else {
      const last = index === words.length - 1;
      units.set(key, { text: word.replace(/\*$/, ''), spellings, last, times: 1, begins: word.endsWith('*') });
    }
    either = false;
  }
  return [...units.values()].slice(0, MOST_UNITS);
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
