import type { Match } from './family.ts';
import { plain } from './plain.ts';
import { families } from './resolve.ts';
import type { FoundReference, Reference } from './types.ts';

/** Longer than any spelling of one reference. */
const LONGEST = 200;

/** A digit, the name of a plan, or markup that may hide one: a text without it has no reference. */
const SIGN = /[\d*_\\&<\u00ad\u200b-\u200f\u2060\ufeff]|[Pp]lan|PLAN|AP/;

/** What may stand behind a reference that stands alone: a marking, subject codes, a language, the end of a file name. */
const BEHIND =
  /^(?:[ _/]\(?(?:LIMITE|LIMITÉ|PUBLIC|RESTREINT UE(?:\/EU RESTRICTED)?|[A-Z][A-Z/-]{1,14} \d{1,4}|(?:OR\. )?(?:EN|FR|DE|IT|ES|NL|DA|EL|PT|FI|SV))\)?){0,12}(?:\.(?:pdf|docx?|txt|md|html?))?$/i;

/** Every reference in plain text or Markdown, in order, none overlapping another. Linear in the length of the text. */
export function findReferences(text: string): FoundReference[] {
  if (!SIGN.test(text)) return [];
  const source = plain(text);
  return matchesIn(source.text, false).map(({ reference, start, end }) => {
    const from = source.at(start);
    const to = source.at(end - 1) + 1;
    return { reference, start: from, end: to, text: text.slice(from, to) };
  });
}

/** The reference that the whole text is, in any spelling and case; else null. */
export function parseReference(text: string): Reference | null {
  if (text.length > LONGEST) return null;
  const stripped = plain(text)
    .text.replaceAll('\n', ' ')
    .replace(/^[ ("'[{]{0,4}(?:docs?\.? |documents? |No\.? )?/i, '')
    .replace(/[ "',;.\]}]{1,4}$/, '')
    .replace(/^([^()]*)\)$/, '$1')
    // `9319-19`, as on web sites.
    .replace(/^([A-Z-]{0,8} ?\d{4,5})-(\d{2})$/i, '$1/$2');
  return wholly(stripped) ?? wholly(stripped.toUpperCase());
}

function wholly(text: string): Reference | null {
  const [match, second] = matchesIn(text, true);
  if (match === undefined || second !== undefined || match.start !== 0) return null;
  return BEHIND.test(text.slice(match.end)) ? match.reference : null;
}

/** Of matches that overlap, the first stays, and of those that begin together the longest. */
function matchesIn(text: string, alone: boolean): Match[] {
  const all = Object.values(families).flatMap((family): Match[] =>
    family.sign.test(text) ? family.find(text, alone) : [],
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return all.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}
