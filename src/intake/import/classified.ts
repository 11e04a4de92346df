import { fold } from './fold.ts';
import { tokens } from './furniture.ts';
import { labelledLine } from './labels.ts';
import { CAVEATS, LEVELS, NATIONAL, OWNERS, SHORT } from './marking-table.ts';
import { PAGE_MARK } from './page-mark.ts';

export interface Marking {
  /** In folded letters. */
  readonly printed: string;
  /** Index in the folded text. */
  readonly start: number;
}

/** Longer lines are no marking with what stands round it. */
const LONGEST_LINE = 160;
/** A word on its own line is found with a sign damaged from this length on; shorter ones have real words beside them. */
const FUZZY = 8;
/** So many letters may stand beside a marking on its line: what a scan leaves of a frame, a language, initials. */
const STRAY_LETTERS = 3;

/** Signs that a conversion or a scan takes for each other; N is what conversions of 2011 to 2013 lost. */
const blurred = (word: string): string =>
  word
    .replace(/[L1|!J]/g, 'I')
    .replace(/[0Q]/g, 'O')
    .replace(/[5$]/g, 'S')
    .replace(/8/g, 'B')
    .replace(/3/g, 'E')
    .replace(/U/g, 'V')
    .replace(/[N\ufffd]/g, '');
const plain = (word: string): string => word.replace(/[1|!]/g, 'I').replace(/0/g, 'O').replace(/5/g, 'S');
const joined = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** A word and what is left of it without any one of its signs: two words that share one differ in a sign at most. */
function near(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
}

const PHRASES = new Set([...Object.values(NATIONAL).flat(), ...LEVELS, ...SHORT].map(joined));
const OWNED = [...LEVELS].flatMap((level) => OWNERS.flatMap((owner) => [joined(level + owner), joined(owner + level)]));
const EXACT: ReadonlySet<string> = new Set([...PHRASES, ...OWNED]);
const BLURRED: ReadonlySet<string> = new Set(
  [...EXACT]
    .map(blurred)
    .filter((word) => word.length >= FUZZY)
    .flatMap(near),
);
const OWNER_WORDS: ReadonlySet<string> = new Set(OWNERS.map(joined));
const SHORT_WORDS: ReadonlySet<string> = new Set(SHORT.map(joined));
const CAVEAT_WORDS: ReadonlySet<string> = new Set(CAVEATS.flatMap((words) => words.split(' ')));
/** So many words in small letters in a row are a sentence. */
const RUNNING_TEXT = /(?:\p{Ll}{2,}[ ,.;]+){6}/u;
const MOST_WORDS = 7;
const LONGEST_PHRASE = 60;
const MOST_KNOWN = 50_000;

const PREFIXES: ReadonlySet<string> = new Set(
  [...EXACT].map(blurred).flatMap((word) => Array.from(word, (_, i) => word.slice(0, i + 1))),
);
/** Words that were looked up: texts repeat theirs. */
const known = new Map<string, boolean>();

function isPhrase(word: string): boolean {
  if (word.length > LONGEST_PHRASE) return false;
  const before = known.get(word);
  if (before !== undefined) return before;
  const key = blurred(word);
  const found = EXACT.has(plain(word)) || (key.length >= FUZZY && near(key).some((one) => BLURRED.has(one)));
  if (known.size > MOST_KNOWN) known.clear();
  known.set(word, found);
  return found;
}

/** Letters, spaced or not, accents gone; N possibly lost, I read as l, 1 or |, O as 0. */
const SPACED = (word: string) =>
  [...joined(word)]
    .map((c) => (c === 'I' ? '[Il1|!]' : c === 'N' ? '[N\ufffd]?' : c === 'O' ? '[O0]' : c === 'S' ? '[S5]' : c))
    .join('[ .]{0,2}');
const GAP = '[\\s_./–-]{0,3}';
const any = (words: readonly string[]) => `(?:${words.map((word) => word.split(' ').map(SPACED).join(GAP)).join('|')})`;
const WHOLE = `${any(LEVELS)}${GAP}${any(OWNERS)}|${any(OWNERS)}${GAP}${any(LEVELS)}`;
const ABBREVIATED = '(?:TS|[SCR])-UE(?:/EU-(?:TS|[SCR]))?|EU-(?:TS|[SCR])';
const MARKING = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${WHOLE})(?:\\s?/\\s?(?:${WHOLE}))?|${ABBREVIATED})(?![\\p{L}\\d])`,
  'giu',
);
/** Words of classifications in capitals need no owner where there is no prose, but for a few that say much else. */
const WORD = new RegExp(
  `(?<![\\p{L}/-])${any([
    ...LEVELS,
    ...Object.values(NATIONAL)
      .flat()
      .filter((word) => !/^(?:INTERNO|PIIRATUD)$/.test(word)),
  ])}(?![\\p{L}/-])`,
  'u',
);

/**
 * The places where a text *bears* a classification marking, as against mentioning one in a sentence: alone on a line
 * or with what stands round a marking, at the mark of a portion, or among the parts of a page header or footer. In
 * doubt it counts as borne.
 */
export function borneMarkings(text: string): Marking[] {
  const folded = fold(text);
  return [...inText(folded), ...onLines(folded)].sort((a, b) => a.start - b.start);
}

/** The page that a marking stands on, where the text marks its pages; else its line. */
export function placeOf(text: string, { start }: Marking): string {
  const before = fold(text).slice(0, start);
  const page = before.lastIndexOf(PAGE_MARK);
  if (page >= 0) return `page ${Number.parseInt(before.slice(page + 1), 10)}`;
  return `line ${before.split('\n').length}`;
}

/** The first marking in a text, borne or mentioned, as printed; for the part of a first page that holds no prose. */
export function firstMarking(text: string): string | null {
  const folded = fold(text);
  MARKING.lastIndex = 0;
  const found = MARKING.exec(folded) ?? WORD.exec(folded);
  return found ? oneLine(found[0]) : (onLines(folded).next().value?.printed ?? null);
}

function oneLine(marking: string): string {
  return marking.replace(/\s+/g, ' ').trim();
}

function* inText(folded: string): Generator<Marking> {
  for (const match of folded.matchAll(MARKING)) {
    const end = match.index + match[0].length;
    const before = folded.slice(Math.max(0, match.index - 240), match.index).replace(/^[\s\S]*\n/, '');
    const after = folded.slice(end, end + 240).replace(/\n[\s\S]*$/, '');
    // A line that holds nothing else is looked at with the lines around it.
    if (!/[\p{L}\d]/u.test(before + after)) continue;
    if (!isMention(before, after, match[0])) yield { printed: oneLine(match[0]), start: match.index };
  }
}

/** Lines that are a marking and nothing else, one after the other or two or three together; letters set one a line. */
function* onLines(folded: string): Generator<Marking> {
  let above: { line: string; start: number; blank: boolean }[] = [];
  let start = 0;
  let blank = true;
  let letters = '';
  for (const line of folded.split('\n')) {
    const at = start;
    start += line.length + 1;
    const text = line.trim();
    if (text === '') {
      blank = true;
      continue;
    }
    letters = /^\p{L}$/u.test(text) ? (letters + text).slice(-LONGEST_PHRASE) : '';
    if (letters.length >= 5 && isPhrase(letters.toUpperCase())) yield { printed: letters, start: at };
    if (text.length > LONGEST_LINE || RUNNING_TEXT.test(text)) {
      above = [{ line: text.slice(-LONGEST_LINE), start: at, blank }];
      blank = false;
      continue;
    }
    const previous = above.at(-1);
    const goesOn = !blank && previous !== undefined && isProse(previous.line) && !/[.!?:]$/.test(previous.line);
    if (!(goesOn && /[.,;)]$/.test(text))) {
      const printed = markingOn(text, blank || !goesOn) ?? broken(above, text);
      if (printed) yield { printed, start: at };
    }
    above = [...above.slice(-1), { line: text, start: at, blank }];
    blank = false;
  }
}

/** A marking that begins on the line above, or on the one above that. */
function broken(above: readonly { line: string }[], text: string): string | null {
  for (let from = above.length - 1; from >= 0; from--) {
    const pieces = [...above.slice(from).map(({ line }) => line), text];
    if (pieces.some((piece) => piece.length > 40 || wordsOn(piece).some((word) => /^\d+$/.test(word)))) return null;
    const words = wordsOn(pieces.join(' ').replace(/-\s/g, ''));
    if (isPhrase(words.join(''))) return words.join(' ');
  }
  return null;
}

/** The words of a line in capitals, letters that are set apart drawn together: `R E S T R E I N T  U E`, `U.E.`. */
function wordsOn(line: string): string[] {
  return line
    .replace(/<[^<>]{0,80}>|\ue002\d*\ue003/g, ' ')
    .replace(/(?<![\p{L}\d])(?:[\p{L}\d|!](?:[ .]|\. )){1,30}[\p{L}\d|!](?![\p{L}\d])/gu, (run) =>
      run.replace(/[ .]/g, ''),
    )
    .toUpperCase()
    .split(/[^\p{L}\p{N}|!\ufffd$]+/u)
    .map((word) => word.replace(/^[|!]+|[|!]+$/g, ''))
    .filter((word) => word !== '' && !/^[|!$]+$/.test(word));
}

/**
 * The marking that a line consists of; null where it is none. Beside it may stand its owner, how far it may be passed
 * on, the parts of a footer, and three letters more. `apart`: whether the line goes on with no sentence.
 */
function markingOn(line: string, apart: boolean): string | null {
  const words = wordsOn(line);
  if (words.length === 0 || words.length > 24) return null;
  const found: string[] = [];
  const rest: string[] = [];
  let owned = false;
  for (let at = 0; at < words.length; ) {
    const opens = PREFIXES.has(blurred(words[at] ?? ''));
    let length = opens ? Math.min(MOST_WORDS, words.length - at) : 1;
    while (length > 0 && !isPhrase(words.slice(at, at + length).join(''))) length--;
    const word = words.slice(at, at + Math.max(1, length)).join(' ');
    at += Math.max(1, length);
    if (length > 0) {
      found.push(word);
      owned ||= word.includes(' ') || SHORT_WORDS.has(joined(word));
    } else if (OWNER_WORDS.has(word)) owned = true;
    else rest.push(word);
  }
  if (found.length === 0) return null;
  owned ||= found.some((word) => OWNED.includes(plain(joined(word))));
  const stray = rest.filter((word) => !CAVEAT_WORDS.has(word) && !/^\d+$/.test(word));
  if (stray.join('').length > STRAY_LETTERS && !isFooter(line, found)) return null;
  // A level alone is also a word: in a list of levels, as a word that ends a sentence, in small letters inside one.
  const bare = !owned && found.every((word) => !word.includes(' '));
  const listed = /^(?:[-–—•*+o]\s|\(?[\p{L}\d]{1,4}[.)]\s)/u.test(line) && !/[-–—*]$/.test(line);
  if (/[,;:]$/.test(line) && (bare || listed)) return null;
  if (bare && listed) return null;
  if (bare && /[.?]$/.test(line) && /\p{Ll}/u.test(line)) return null;
  if (bare && /^[^\p{L}]*\p{Ll}/u.test(line) && !apart) return null;
  return found.join(' ');
}

/** Whether a line without these words is made of the parts of a page header or footer. */
function isFooter(line: string, found: readonly string[]): boolean {
  const letters = (word: string) => [...word].map((c) => (/[\p{L}\d]/u.test(c) ? `${c}[ .]?` : '[^\\p{L}]*')).join('');
  const words = new RegExp(`(?<!\\p{L})(?:${[...found.map(letters), ...OWNERS].join('|')})(?!\\p{L})`, 'giu');
  const rest = line
    .replace(words, ' ')
    .replace(/[^\p{L}\d/. ]/gu, ' ')
    .trim();
  return rest !== '' && tokens(rest) !== null;
}

/**
 * A mention stands in prose, and what is next to it on both sides is no page furniture; or it is all that follows the
 * number of a previous document.
 */
function isMention(before: string, after: string, marking: string): boolean {
  const label = after.trim() === '' ? labelledLine(before) : null;
  if (label?.field === 'previous' && /^[A-Z]{0,2} ?\d{4,5}(?:\/\d{1,2})?\/\d{2}(?: [A-Z]+ \d+)*$/.test(label.value))
    return true;
  // The mark of a portion: at the head of its paragraph, or behind its last sentence.
  const inBrackets = /[([{]\s?$/.test(before) && /^\s?[)\]}]/.test(after);
  const short = marking.length < 12 && SHORT_WORDS.has(joined(marking));
  const headed = before.replace(/[([{\s*_–-]+$/, '').trim();
  const tailed = after.replace(/^[)\]\s*_–-]+/, '').trim();
  const opens = headed === '' || /^\(?[\p{L}\d.]{1,6}[.)]?$/u.test(headed);
  if (inBrackets && (opens || (short && /[.:;!?]$/.test(headed)))) return false;
  // A cell that holds nothing else.
  const [left = '', right = ''] = [before.split(/[\t|]/).at(-1), after.split(/[\t|]/)[0]];
  if (/[\t|]/.test(before + after) && !/[\p{L}\d]/u.test(left + right)) return false;
  if (/\bthis (?:page|document|annex|paper) is(?: classified)?\s*$/i.test(before) && !/\p{L}/u.test(after))
    return false;
  if (/^["”’]?\s*(?:information|documents?|material|level|informationen)\b/.test(after)) return true;
  if (/\bdoc(?:ument)?s?\.?\s+(?:[A-Z]{2} ?)?\d{3,5}\/\d{2,4}(?: [A-Z]{3} \d+)*\s*\(?$/i.test(before)) return true;
  // In small letters it is a name among other words.
  const alone =
    !/\p{L}{4}/u.test(before + after) || tokens(`${before} ${after}`.trim()) !== null || /\bpage \d/i.test(before);
  if (marking !== marking.toUpperCase() && !alone) return true;
  if (label?.field === 'subject' || /^\s*(?:subject|subj\.?)\s*:/i.test(before))
    if (inBrackets || /[-–—]\s*$/.test(before)) return false;
  const prose = words(before) + words(after);
  if (prose < 3 && !isTitle(before, after)) return false;
  // Between two sentences, before the first or behind the last there is no place for a mention.
  if (
    (headed === '' || /[.!?]["”’)]?$/.test(headed)) &&
    /^\p{Lu}\p{Ll}/u.test(tailed) &&
    !/^[,;:.)]/.test(after.trim())
  )
    return false;
  if (headed !== '' && /[.!?]["”’)]?$/.test(headed) && tailed === '' && !/[,;:.]/.test(after)) return false;
  // A footer merged into a line of prose: initials and a page number before the marking, a language code behind it.
  const tail = before.trimEnd().split(/\s+/).slice(-6).join(' ');
  if (/\/[a-z]{2,4}\b[^a-z]{0,24}$/.test(tail) || /\bDG ?[A-Z]?[ \dA-Z]{0,6}$/.test(tail)) return false;
  if (/\bpage \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i.test(tail)) return false;
  const next = after.trimStart();
  if (/^(?:\/\s?EU\s\w+\s*)?[A-Z]{2}(?:\/[A-Z]{2})?(?:\s*$|\s+\d)/.test(next) && !/[a-z]{3}/.test(next.slice(0, 12)))
    return false;
  if (isTitle(before, after)) return true;
  return words(before.slice(-60)) + words(after.slice(0, 60)) >= 2;
}

/** Words in capitals that make a title with a marking in it: `HANDLING OF RESTREINT UE INFORMATION`. */
function isTitle(before: string, after: string): boolean {
  const link = /\b(?:OF|FOR|ON|AS|AND|OR|DES?|DU|ET|SUR|VON|UND|THE|WITH|TO)\s*["“‘']?$/.test(before.trim());
  const noun =
    /^["”’']?\s*(?:INFORMATION|DOCUMENTS?|MATERIAL|LEVEL|AND|OR|ET|UND|INFORMATIONEN|NETWORKS?|SYSTEMS?)\b/.test(
      after.trim(),
    );
  return (link || noun) && /\p{Lu}{3}/u.test(before.replace(/\b(?:OF|FOR|ON|AS|AND|THE|TO)\b/g, '') + after);
}

/** Words of running text: two small letters or more, no initials such as KB/sbr. */
function words(text: string): number {
  return [...text.matchAll(/(?<![\p{L}/,])\p{Ll}{2,}(?![\p{L}/])|(?<!\p{L})\p{Lu}\p{Ll}{3,}/gu)].length;
}

const isProse = (line: string): boolean => words(line) >= 3;

/** Whether a line is a marking and nothing else but page furniture. */
export function isMarkingLine(line: string): boolean {
  return line.length <= LONGEST_LINE && markingOn(fold(line).trim(), true) !== null;
}
