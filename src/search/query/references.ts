import { findReferences, formatReference, parseReference, type Reference } from '../../archive/reference/index.ts';

/** A reference in a query. */
export interface QueryReference {
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly text: string;
  /** A reading that counts only if the archive knows it: a bare `7.3` may be a section or a date. */
  readonly tentative: boolean;
}

/** Words people put before a number. */
const BEFORE =
  /^(?:(?:the|see|show|find|open|council|eu|register|document|documents|doc|docs|dok|dokument|note|paper|file|no|nr|number|ref|reference)[.:°]? )*/i;

/** A query without the words that people put before a number. */
export const afterLead = (text: string) => text.replace(BEFORE, '').replace(/[?!. ]+$/, '');

const BARE_ACTION = /(?<![\w./,-])((?:19|20)\d{2}|\d{1,2})\.(\d{1,2})(?![\w/]|[.,-]\d)/g;
const PLAN = /(?<![\w-])(?:action plan|plan|ap) ?(?:no\.? ?|nr\.? ?|number )?(\d{1,2})(?![\w./,-])/gi;
const POINT = /(?<![\w-])points? (\d{1,2}) (?:of )?(?:the )?1997(?!\d)/gi;
/** `action 7-3`, `action 7/3`. */
const LOOSE_ACTION = /(?<![\w-])actions? ((?:19|20)\d{2}|\d{1,2})[-/ ](\d{1,2})(?![\w./-])/gi;
/** `13944 22`, `13944-22`, `13944 / 22`, `ST13944-22`: a Council number without its slash, or with too much around it. */
const LOOSE_COUNCIL =
  /^(?:([a-z]{2,7})[ .-]?)?(\d{4,5})(?:[ \\-]| [/-] )(\d{2}|\d{4})((?: (?:rev|add|cor|ext|dcl) ?\d{1,2})*)$/i;
/** `7806/2019`: a document, or, where the archive has none of this number, an act. */
const FULL_YEAR = /(?<![\w./-])(\d{4,5})\/((?:19|20)\d{2})(?![\w/])/g;
/** `2015-07` and `2014-2015` are a month and two years before they are documents. */
const YEARS = /^(?:19|20)\d{2}(?:[ -]| [/-] )(?:\d{2}|(?:19|20)\d{2})$/;

/** Every reference in a query, in any spelling and case, in order; sure ones before tentative ones at the same place. */
export function referencesIn(text: string): QueryReference[] {
  const lead = BEFORE.exec(text)?.[0].length ?? 0;
  const rest = text
    .slice(lead)
    .replace(/[?!]+$/, '')
    .trim();
  const whole = YEARS.test(rest) ? null : (parseReference(rest) ?? looseCouncil(rest));
  if (whole) return [{ reference: whole, start: lead, end: text.length, text: rest, tentative: false }];
  const sure = sureIn(text).map((found) => ({ ...found, tentative: false }));
  const free = ({ start, end }: { start: number; end: number }) =>
    sure.every((other) => end <= other.start || start >= other.end);
  return [...sure, ...tentativeIn(text).filter(free)].sort((a, b) => a.start - b.start);
}

/** The grammar of printed texts knows some families in capitals only; queries are often in small letters. */
function sureIn(text: string) {
  const found = findReferences(text);
  const capitals = text.toUpperCase();
  if (found.length > 0 || capitals.length !== text.length) return found;
  return findReferences(capitals).map((one) => ({ ...one, text: text.slice(one.start, one.end) }));
}

/** An address of the web that leads to something with a reference is read as that reference: it was copied from a browser. */
export function readAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/gi, (address) => {
    const parts = address.split(/[/?&=#]+/).map(decoded);
    const reference = parts.map(parseReference).find((one) => one !== null);
    return reference ? formatReference(reference, 'printed') : address;
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone % is no encoding.
    return part;
  }
}

function looseCouncil(text: string): Reference | null {
  const match = LOOSE_COUNCIL.exec(text);
  if (!match) return null;
  const [, series = 'ST', number, year, suffix = ''] = match;
  return parseReference(`${series.toUpperCase()} ${number}/${year?.slice(-2)}${suffix.toUpperCase()}`);
}

function tentativeIn(text: string): QueryReference[] {
  const found: QueryReference[] = [];
  const add = (match: RegExpMatchArray, reference: Reference) => {
    const start = match.index ?? 0;
    found.push({ reference, start, end: start + match[0].length, text: match[0], tentative: true });
  };
  for (const match of [...text.matchAll(BARE_ACTION), ...text.matchAll(LOOSE_ACTION)]) {
    const action = parseReference(`Action ${match[1]}.${match[2]}`);
    if (action) add(match, action);
  }
  for (const match of text.matchAll(FULL_YEAR)) {
    const document = parseReference(`ST ${match[1]}/${match[2]?.slice(-2)}`);
    if (document) add(match, document);
  }
  for (const match of text.matchAll(POINT)) {
    const action = parseReference(`Action 1997.${match[1]}`);
    if (action) add(match, action);
  }
  for (const match of text.matchAll(PLAN)) {
    const plan = parseReference(`plan ${match[1]}`);
    if (plan) add(match, plan);
  }
  return found;
}
