import type { Family, Match } from './family.ts';
import type { CouncilReference } from './types.ts';
import { twoDigits, yearOf } from './year.ts';

/** `13944/22`, `13708/2/18`, `10241/2019`; a fifth digit of the year is a footnote mark. */
const PRINTED = /(?<!\d)(\d{1,6})(?:\/(\d{1,2}))?\/(\d{2,5})(?!\d)/g;
/** `13944-2022` and `13944 2022`: only with a series before it. */
const REGISTER = /(?<!\d)(\d{1,6})[ _-](\d{4})(?!\d)/g;
/** `st13944.en22`, `st13708-re02.en18`: names of files in the register. */
const FILE =
  /(?<![A-Za-z0-9])(st|cm|ds|sn|pe|xt|wk|pv|ad|lt)(\d{4,6})((?:-[a-z]{2,3}\d{2}){0,4})\.[a-z]{2}(\d{2})(?!\d)/gi;

const SERIES = /(?<![A-Za-z0-9/_=-])(PE[ -]{0,2}CO[N\ufffd ]?S|ST|st|CM|DS|SN|PE|XT|WK|PV|AD|LT|EUCO)[ _-]?$/;
const SUFFIX = /[ _/-]{0,2}(?:(REV|ADD|COR|CORR|EXT|DCL|AMD)\.?[ _-]?(\d{1,3})(?!\d)|INIT(?![A-Za-z0-9]))/iy;
const TAIL =
  /(?: \([a-z]{2}(?:, ?[a-z]{2}){0,8}\))?(?: ?[+&,;]| and| et| und)(?: and| et)? (?=(?:REV|ADD|COR|CORR|EXT|DCL|AMD)\.? ?\d)/iy;

/** The end of `ADD 1-3`, `ADD 1 to 3`, `ADD 1 to ADD 3`: as of any range, its two ends are taken. */
const RANGE_END =
  /(?:-| (?:to|à|bis|till|t\/m) )(?:(ADD|COR|REV)\.? ?)?(\d{1,2})(?![\d/.-]| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iy;

/** Subject codes between a number and its suffix or tail: `12345/94 ENFOPOL 161 REV 1`, `5382/96 ENFOCUSTOM 3 + ADD 1`. */
const CODES = /(?: (?!(?:REV|ADD|COR|EXT|DCL|AMD) )[A-Z][A-Z/-]{1,14} \d{1,4}){1,6}/y;

/** Before a number: part of a word, another number, a sum of money, a telephone number. */
const NOT_AFTER =
  /(?:[\p{L}\d_/@#€$£%=+?&]|\d[-.,:]|\p{L}-|\b(?:tel|fax|phone|telephone|EUR|USD|GBP|CHF|ISO|application No)[.:]{0,2} ?|\+\d[\d ()-]{0,20})$/iu;
/** Behind a number: the rest of a longer number, a name, an act or a procedure. */
const NOT_BEFORE =
  /^(?:[\p{L}\d_/@€$£%]|[.:]\d|,\d{1,3}(?![\d/])|-\d(?!\d{3,4}\/)| ?(?:%|€|EUR\b)| ?\((?:COD|CNS|NLE|APP|AVC|SYN|ACC|BUD|INI|RSP)\))/u;
/** Words whose own numbering has four digits, a slash and a year. */
const NUMBERED_OTHERWISE =
  /(?:\b(?:regulation|directive|decision|recommendation|resolution|law|act|decree|order|case|conv|cig|règlement|décision|loi)s? ?(?:\([^()]{1,20}\) ?)?(?:(?:No|Nr|n°)\.? ?)?|\(\p{L}{2,8}(?:, ?\p{L}{2,8})?\) ?(?:No|Nr|n°|αριθ)\.? ?)$/iu;

const FILE_SUFFIXES: Readonly<Record<string, string>> = {
  re: 'REV',
  ad: 'ADD',
  co: 'COR',
  ex: 'EXT',
  dc: 'DCL',
  am: 'AMD',
};

/** A part of a suffix: `REV-2`. */
type Part = string;

export const council: Family<CouncilReference> = {
  sign: /\d[ /_-]\d|\.[a-z]{2}\d/i,

  find(text, alone) {
    const found = [...findPrinted(text, alone), ...findRegister(text), ...findFiles(text)];
    return found.sort((a, b) => a.start - b.start);
  },

  key: ({ series, number, year, suffix }) => `${series}-${number}-${year}-${suffix}`,

  printed(reference) {
    const { series, number, year, suffix } = reference;
    const revision = /^REV-(\d+)/.exec(suffix)?.[1];
    const digits = [number, ...(revision ? [revision] : []), twoDigits(year)].join('/');
    const parts = partsOf(suffix).map((part) => part.replace('-', ' '));
    return [...(readsAlone(reference) ? [] : [series]), digits, ...parts].join(' ');
  },

  slug: (reference) => council.key(reference).toLowerCase(),

  link: (reference) => ({
    url: `https://data.consilium.europa.eu/doc/document/${council.key(reference)}/en/pdf`,
    exactness: 'register',
  }),
};

function* findPrinted(text: string, alone: boolean): Generator<Match<CouncilReference>> {
  for (const match of text.matchAll(PRINTED)) {
    const [whole, digits = '', middle, yearDigits = ''] = match;
    const series = seriesBefore(text, match.index);
    const start = match.index - (series?.length ?? 0);
    const glued = yearDigits.length === 5 && (series !== null || middle !== undefined || digits.length === 5);
    const year = yearOf(glued ? yearDigits.slice(0, 4) : yearDigits);
    if (year === null || middle?.startsWith('0')) continue;
    const end = match.index + whole.length - (glued ? 1 : 0);
    const suffix = readSuffixBehindCodes(text, end);
    const cued = series !== null || suffix.named;
    if (series === null && !/^[1-9]\d{3,4}$/.test(digits)) continue;
    if (!cued && isOtherNumber(digits, middle, glued ? '' : yearDigits, alone)) continue;
    if (NOT_AFTER.test(text.slice(Math.max(0, start - 24), start))) continue;
    const range = rangeBehind(text, suffix);
    if (!glued && range === null && NOT_BEFORE.test(text.slice(suffix.end, suffix.end + 8))) continue;
    if (series === null && digits.length === 4 && NUMBERED_OTHERWISE.test(text.slice(Math.max(0, start - 40), start))) {
      continue;
    }
    const parts = withRevision(suffix.parts, middle);
    const document = { kind: 'council', series: series?.name ?? 'ST', number: Number(digits), year } as const;
    yield { reference: { ...document, suffix: suffixOf(parts) }, start, end: suffix.end };
    if (range) yield { ...range, reference: { ...document, suffix: suffixOf(withLast(parts, range.last)) } };
    yield* findTails(text, range?.end ?? suffix.end, document, parts);
  }
}

function* findRegister(text: string): Generator<Match<CouncilReference>> {
  for (const match of text.matchAll(REGISTER)) {
    const [whole, digits = '', yearDigits = ''] = match;
    const series = seriesBefore(text, match.index);
    const year = yearOf(yearDigits);
    if (series === null || year === null) continue;
    const suffix = readSuffix(text, match.index + whole.length);
    if (digits.length < 3 && !suffix.named) continue;
    const document = { kind: 'council', series: series.name, number: Number(digits), year } as const;
    const start = match.index - series.length;
    yield { reference: { ...document, suffix: suffixOf(suffix.parts) }, start, end: suffix.end };
    yield* findTails(text, suffix.end, document, suffix.parts);
  }
}

function* findFiles(text: string): Generator<Match<CouncilReference>> {
  for (const match of text.matchAll(FILE)) {
    const [whole, series = '', digits = '', codes = '', yearDigits = ''] = match;
    const year = yearOf(yearDigits);
    const parts = [...codes.matchAll(/-([a-z]{2})[a-z]?(\d{2})/gi)].map(([, code = '', n]) => {
      const word = FILE_SUFFIXES[code.toLowerCase()];
      return word === undefined ? null : `${word}-${Number(n)}`;
    });
    if (year === null || !parts.every((part) => part !== null)) continue;
    const reference: CouncilReference = {
      kind: 'council',
      series: series.toUpperCase(),
      number: Number(digits),
      year,
      suffix: suffixOf(parts),
    };
    yield { reference, start: match.index, end: match.index + whole.length };
  }
}

/** `11415/16 + ADD 1 + ADD 2`: each tail is a document of the same number, and of the same revision. */
function* findTails(
  text: string,
  from: number,
  document: Omit<CouncilReference, 'suffix'>,
  base: readonly Part[],
): Generator<Match<CouncilReference>> {
  const revision = base.slice(0, 1).filter((part) => part.startsWith('REV-'));
  let end = from;
  while (true) {
    TAIL.lastIndex = skipCodes(text, end);
    const joint = TAIL.exec(text);
    if (joint === null) return;
    const start = joint.index + joint[0].length;
    const tail = readSuffix(text, start);
    if (tail.parts.length === 0) return;
    const parts = tail.parts[0]?.startsWith('REV-') ? tail.parts : [...revision, ...tail.parts];
    yield { reference: { ...document, suffix: suffixOf(parts) }, start, end: tail.end };
    const range = rangeBehind(text, tail);
    if (range) yield { ...range, reference: { ...document, suffix: suffixOf(withLast(parts, range.last)) } };
    end = range?.end ?? tail.end;
  }
}

/** The last of a range of documents whose first has this suffix, and where it stands; null where none follows. */
function rangeBehind(
  text: string,
  first: { readonly parts: readonly Part[]; readonly end: number },
): { last: Part; start: number; end: number } | null {
  const [, word, number] = /^([A-Z]{3})-(\d+)$/.exec(first.parts.at(-1) ?? '') ?? [];
  RANGE_END.lastIndex = first.end;
  const match = word === undefined ? null : RANGE_END.exec(text);
  if (match === null || Number(match[2]) <= Number(number)) return null;
  if (match[1] !== undefined && match[1].toUpperCase() !== word) return null;
  const end = first.end + match[0].length;
  const start = end - match[0].replace(/^(?:-| \S+ )/, '').length;
  return { last: `${word}-${Number(match[2])}`, start, end };
}

function withLast(parts: readonly Part[], last: Part): readonly Part[] {
  return [...parts.slice(0, -1), last];
}

function seriesBefore(text: string, index: number): { name: string; length: number } | null {
  const match = SERIES.exec(text.slice(Math.max(0, index - 12), index));
  if (match === null) return null;
  const [whole, name = ''] = match;
  return { name: name.length > 4 ? 'PE-CONS' : name.toUpperCase(), length: whole.length };
}

function readSuffix(text: string, from: number): { parts: Part[]; end: number; named: boolean } {
  const parts: Part[] = [];
  let end = from;
  let named = false;
  while (true) {
    SUFFIX.lastIndex = end;
    const match = SUFFIX.exec(text);
    if (match === null) return { parts, end, named };
    const [whole, word, number] = match;
    if (word !== undefined) parts.push(`${word.slice(0, 3).toUpperCase()}-${Number(number)}`);
    end += whole.length;
    named = true;
  }
}

function readSuffixBehindCodes(text: string, from: number): ReturnType<typeof readSuffix> {
  const suffix = readSuffix(text, from);
  if (suffix.named) return suffix;
  const behind = readSuffix(text, skipCodes(text, from));
  return behind.named ? behind : suffix;
}

function skipCodes(text: string, from: number): number {
  CODES.lastIndex = from;
  return from + (CODES.exec(text)?.[0].length ?? 0);
}

/** The number in the middle of `9396/1/15` is a revision, which may be named again behind it. */
function withRevision(parts: readonly Part[], middle: string | undefined): readonly Part[] {
  const named = parts[0]?.startsWith('REV-') || parts.includes(`REV-${middle}`);
  return middle === undefined || named ? parts : [`REV-${middle}`, ...parts];
}

/**
 * A regulation (`1049/2001`); and whatever begins with a year: years (`2013/14`), dates (`2022/11/03`), acts without
 * their kind (`2010/64`). Numbers of Council documents in that range are rare, and alone they are read as such.
 */
function isOtherNumber(digits: string, middle: string | undefined, yearDigits: string, alone: boolean): boolean {
  if (digits.length !== 4) return false;
  return middle === undefined && yearDigits.length === 4 ? true : !alone && yearOf(digits) !== null;
}

/** Whether the printed number is found in running text without its series. */
function readsAlone({ series, number, year, suffix }: CouncilReference): boolean {
  if (series !== 'ST' || number < 1000 || number > 99_999) return false;
  const revision = /^REV-(\d+)/.exec(suffix)?.[1];
  return suffix !== 'INIT' || !isOtherNumber(String(number), revision, twoDigits(year), false);
}

function suffixOf(parts: readonly Part[]): string {
  return parts.length === 0 ? 'INIT' : parts.join('-');
}

function partsOf(suffix: string): Part[] {
  return suffix.match(/[A-Z]{3}-\d{1,3}/g) ?? [];
}
