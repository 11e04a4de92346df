/** A portion that the source says is not there. */
export interface Withheld {
  /** What the source says of its pages; null where it says nothing. */
  readonly pages: string | null;
}

/** Words that stand for a portion that is not there, in the languages and brackets of the register. */
const WORDS =
  'DELETED|NOT DECLASSIFIED|(?:PARTS? |TEXT |PAGES? )?NOT (?:ACCESSIBLE|AVAILABLE|OPEN) TO THE PUBLIC|(?:TEXT |PART |PASSAGE )?(?:WITHHELD|REDACTED)' +
  '|SUPPRIMÉE?|NON ACCESSIBLE AU PUBLIC|NON DÉCLASSIFIÉE?|GESTRICHEN|GESCHWÄRZT|NICHT FREIGEGEBEN|GESCHRAPT|NIET TOEGANKELIJK VOOR HET PUBLIEK';
const WHOLE = new RegExp(`^(?:${WORDS})(?![\\p{L}])`, 'u');
const ANY_CASE = new RegExp(`^(?:\\((?:${WORDS})\\)|\\[(?:${WORDS})\\]|<(?:${WORDS})>|\\{(?:${WORDS})\\})$`, 'iu');
/** Blocks of black, and letters put in the place of others. */
const BLACK = /[█▇■▆]{2,}|x{6,}/;
const TAIL = new RegExp(`^(.*[.:;,!?)])\\s+(?:[[(<]?(?:${WORDS})[\\])>]?)\\.?$`, 'u');

/**
 * A line that stands for a withheld portion: `DELETED`, alone, in brackets or with words in capitals on how far the gap
 * goes, `NOT DECLASSIFIED`, a black bar, or three dots that a note explains. In parentheses the source may give the
 * last page of the gap, hence `until 26`.
 */
export function withheldLine(line: string): Withheld | null {
  const trimmed = line.replace(/\*\*/g, '').trim();
  if (trimmed.length > 160) return null;
  if (/^[█▇■▆\s.]+$/.test(trimmed) && BLACK.test(trimmed)) return { pages: null };
  if (ANY_CASE.test(trimmed)) return { pages: null };
  if (/^[[(]?(?:…|\.{3})[\])]?\s?(?:<sup>\d{1,3}<\/sup>|[⁰¹²³⁴-⁹]{1,3})$/.test(trimmed)) return { pages: null };
  const text = trimmed
    .replace(/[*_#[\]|<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!WHOLE.test(text)) return null;
  const rest = text.replace(WHOLE, '');
  const pages = /\(\s*pages?\s+(\d{1,4})(?:\s*(?:-|–|to|until|and)\s*(\d{1,4}))?\s*\)/i.exec(rest);
  const words = rest.replace(pages?.[0] ?? '', '').trim();
  if (words !== '' && words !== words.toUpperCase()) return null;
  if (!pages) return { pages: null };
  return {
    pages: pages[2]
      ? `${pages[1]}-${pages[2]}`
      : /UNTIL|TO THE END/.test(words)
        ? `until ${pages[1]}`
        : (pages[1] ?? null),
  };
}

/** A paragraph of which a portion is withheld: what is left of it. Null where nothing of it is. */
export function withheldInside(text: string): { rest: string } | null {
  const tail = TAIL.exec(text)?.[1];
  if (tail) return { rest: tail };
  return BLACK.test(text) ? { rest: text } : null;
}

/** The directive of the archive for a portion that an edition may not show; it arrives empty. */
export function withheldBlock(gap: Withheld, decided: string | null): string {
  const attributes = [
    gap.pages ? `pages="${gap.pages}"` : '',
    decided ? `decided="${decided}"` : '',
    'reason="not open to the public"',
  ].filter(Boolean);
  return `:::withheld{${attributes.join(' ')}}\n:::`;
}
