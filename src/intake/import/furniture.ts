/**
 * Page furniture: what stands on every page and is no part of the text. Footers and headers are told by what they
 * are made of (number, initials of author and typist, page, unit, LIMITE, language), not by where they stand.
 */
const NUMBER = '(?:(?:ST|CM|DS|SN|PE|PE-CONS|XT|WK|AD|LT|PV|EUCO)[ -]?)?\\d{1,5}(?:/\\d{1,2})?/\\d{2,4}(?![\\d/])';
const SUFFIX = '(?:REV|ADD|COR|EXT|DCL|AMD|INIT)(?:[ ]?\\d{1,3})?(?![\\p{L}\\d])';
const INITIALS =
  '(?:[\\p{Lu}]{1,5}\\p{Ll}{0,3}\\p{Lu}{0,3}[,;][ ]?){0,3}[\\p{Lu}]{1,5}\\p{Ll}{0,3}\\p{Lu}{0,3}/\\p{Ll}{1,4}(?:[,/]\\p{Ll}{1,4})*(?![\\p{L}/])' +
  '|(?:\\p{Ll}{1,4}[,/]){1,5}\\p{Ll}{1,4}(?![\\p{L}/])|/\\p{Ll}{1,4}(?![\\p{L}/])';
const UNIT =
  'DG[ ]?[A-Z]{0,2}(?:[ ]?(?:\\d[ ]?[A-Z]?|[IVX]{1,4}(?![\\p{L}])))?(?![\\p{L}\\d])|\\p{Lu}{2,6}(?:\\.\\d{1,2}(?:\\.[A-Z])?)+(?![\\p{L}\\d])' +
  '|(?:DPG|DRI|DQPG|GIP|JUR|TREE|CAB)(?:[ ]\\d[A-Z])?(?![\\p{L}\\d])';
const LANGUAGE =
  '(?:BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV)(?:/[A-Z]{2})?(?![\\p{L}\\d])';
const ANNEX =
  '(?:ANNEXE?|ANHANG|ANLAGE|BILAGA|BIJLAGE|ΠΑΡΑΡΤΗΜΑ)(?:[ ](?:[IVX]{1,5}|\\d{1,2}|[A-Z]))?(?:[ ]to(?=[ ]))?(?![\\p{L}\\d])';

type Kind = 'number' | 'suffix' | 'initials' | 'unit' | 'limite' | 'page' | 'language' | 'annex' | 'digits' | 'letter';
const TOKENS: readonly (readonly [Kind, RegExp])[] = (
  [
    ['page', 'Page[ ]\\d{1,4}(?:[ ](?:of|/)[ ]\\d{1,4})?:?|www\\.parlament\\.gv\\.at|-[ ]?\\d{1,3}[ ]?-'],
    ['number', NUMBER],
    ['suffix', SUFFIX],
    ['limite', '(?:LIMITE|PUBLIC)(?![\\p{L}])'],
    ['unit', UNIT],
    ['initials', INITIALS],
    ['annex', ANNEX],
    ['language', LANGUAGE],
    ['digits', '\\d{1,3}(?![\\d/.])'],
    ['letter', '[\\p{Lu}](?![\\p{L}\\d])|\\p{Ll}{2,3}(?=[ ]\\d)'],
  ] as const
).map(([kind, source]) => [kind, new RegExp(source, 'uy')]);

/** The kinds of the furniture tokens a line is made of; null where it holds anything else. */
export function tokens(line: string): Kind[] | null {
  if (line.length > 2000) return null;
  const found: Kind[] = [];
  for (let at = 0; at < line.length; ) {
    if (/[\s|,;]/.test(line[at] ?? '')) {
      at++;
      continue;
    }
    const hit = match(line, at);
    if (!hit) return null;
    found.push(hit.kind);
    at = hit.end;
  }
  return found;
}

function match(line: string, at: number): { kind: Kind; end: number } | null {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    if (pattern.test(line)) return { kind, end: pattern.lastIndex };
  }
  return null;
}

/** Whether a line is a page header or footer and nothing else. `own`: the document's number as printed. */
export function isFurniture(line: string, own?: string): boolean {
  const plain = line
    .replace(/<[^<>]{0,80}>|[*_#]/g, ' ')
    .replace(/\t/g, ' ')
    .trim();
  if (plain === '' || plain.length > 2000) return false;
  if (/^(?:Conseil|eil) UE$/.test(plain) || plain === 'LIMITE') return true;
  const kinds = tokens(plain);
  if (!kinds) return false;
  const has = (kind: Kind) => kinds.includes(kind);
  if (has('page')) return true;
  if (has('limite') && kinds.length > 1) return true;
  if (has('unit')) return kinds.length > 1 || !/^[A-Z]+$/.test(plain);
  if (has('number') && (has('initials') || has('language'))) return true;
  if (has('number') && has('digits') && kinds[0] === 'number' && own !== undefined && plain.includes(own)) return true;
  return (
    own !== undefined &&
    plain.split(' ')[0] === own.split(' ')[0] &&
    kinds.every((k) => k === 'number' || k === 'suffix')
  );
}

/** What the footers of a declassified document's original still say. */
const OLD_MARKING = '(?:RESTREINT|CONFIDENTIEL|SECRET) UE(?:/EU [A-Z]+)?';
const INLINE = new RegExp(
  `(?<![\\p{L}\\d/])${NUMBER}(?:[ ]${SUFFIX}){0,4}[ ](?:(?:${INITIALS}|\\p{Ll}{2,3})[ ])?\\d{1,3}(?:[ ]${ANNEX})?[ ](?:${UNIT})(?:[ ](?:LIMITE|${OLD_MARKING}))?(?:[ ](?:${LANGUAGE}|E(?:/FR)?(?![\\p{L}\\d])))?`,
  'gu',
);
/** A footer at the end of a line without its unit: number, initials with a capital, page. */
const INLINE_PAGE = new RegExp(
  `[ ]${NUMBER}(?:[ ]${SUFFIX}){0,4}[ ](?:\\p{Lu}{1,4},?[ ]?){1,3}/\\p{Ll}{1,4}[ ]\\d{1,3}$`,
  'u',
);
const INLINE_TAIL = new RegExp(
  `[ ](?:(?:${NUMBER}|(?:/\\d{1,2})?/\\d{2})(?:[ ]${SUFFIX}){0,4}[ ])?(?:${INITIALS}|\\p{Ll}{2,3})[ ](?:\\d{1,3}[ ])?(?:${UNIT})(?:[ ]LIMITE)?(?:[ ]${LANGUAGE})?$`,
  'u',
);

/** Takes footers out of a line into which a conversion has merged them. */
export function withoutInlineFurniture(line: string): string {
  if (!/\/\d{2}/.test(line)) return line;
  let rest = line.replace(INLINE, ' ');
  const tail = rest.slice(-120);
  for (const pattern of [INLINE_TAIL, INLINE_PAGE]) {
    if (pattern.test(tail)) rest = rest.slice(0, -tail.length) + tail.replace(pattern, '');
  }
  return rest === line ? line : rest.replace(/ {2,}/g, ' ').trimEnd();
}
