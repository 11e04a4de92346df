import { cueIn } from './cues.ts';
import { isFurniture } from './furniture.ts';
import { withheldLine } from './withheld.ts';

/**
 * Levels for headings that the source numbers but a conversion marks at random. A number that goes on from the last
 * one of a level belongs to that level; a 1 opens a level below; `2.1` stands below 2. The page's own title is level
 * 1, so headings start at 2.
 */
export class HeadingLevels {
  /** The last number of each open level, from level 2 on. */
  readonly #open: number[] = [];
  #last: { level: number; numbered: boolean } | null = null;

  /** `marked`: the level the source gives, null where it gives none; `next`: the text that follows. */
  level(text: string, marked: number | null, next: string | null): number {
    const match = /^(\d{1,3})(?:((?:\.\d{1,3})+)[.)]?|[.)])\s/.exec(text);
    const level = match ? this.#numbered(Number(match[1]), match[2] ?? '', marked, next) : this.#plain(text, marked);
    this.#last = { level, numbered: match !== null };
    return level;
  }

  #plain(text: string, marked: number | null): number {
    if (marked !== null) return clamp(marked);
    if (!this.#last || text === text.toUpperCase()) return 2;
    return this.#last.numbered ? clamp(this.#last.level + 1) : this.#last.level;
  }

  #numbered(number: number, rest: string, marked: number | null, next: string | null): number {
    const depth = rest.split('.').length - 1;
    if (depth > 0) return clamp(2 + depth);
    // Where two levels could go on, one that is divided further is the upper one.
    const divided = /^#*\s*\**1\./.test(next ?? '');
    const at = divided ? this.#open.indexOf(number - 1) : this.#open.lastIndexOf(number - 1);
    if (at >= 0) {
      this.#open.length = at + 1;
      this.#open[at] = number;
      return clamp(2 + at);
    }
    if (number === 1 || this.#open.length === 0) {
      // Deeper than this nobody counts.
      if (this.#open.length < 4) this.#open.push(number);
      return clamp(1 + this.#open.length);
    }
    return clamp(marked ?? 1 + this.#open.length);
  }
}

function clamp(level: number): number {
  return Math.min(6, Math.max(2, level));
}

const ANNEX = /^(?:ANNEX|ADDENDUM|APPENDIX|ENCLOSURE|ANNEXE|ANHANG|BILAGA|BIJLAGE)(?: [IVXLC\dA-Z]{1,5})?$/;

/** Whether a paragraph of one line, not marked as a heading by the source, is one by its form. */
export function looksLikeHeading(text: string, previous: string | null, next: string | null): boolean {
  const bold = /^\*\*[^*]{2,160}\*\*$/.test(text);
  const plain = bold ? text.slice(2, -2).trim() : text;
  if (plain.length > 160 || /[.;,]$|^(?:\d{1,3}\.)+\d{0,2}\s.*:$|[[(](?:…|\.{3})[\])]$/.test(plain) || !next)
    return false;
  if (bold) return /^[\p{Lu}\d]/u.test(plain);
  if (ANNEX.test(plain)) return true;
  const opensText = /^[\p{Lu}"“–-]/u.test(next) && !/^\d{1,3}\. /.test(next);
  // A number is divided by the one that follows it.
  const number = /^((?:\d{1,3}\.)*\d{1,3})\.? ?[\p{Lu}“"]/u.exec(plain)?.[1];
  if (number && next.startsWith(`${number}.`) && /^[\d.]+\s/.test(next)) return true;
  if (number?.includes('.')) return plain.length <= 120 && /^(?:\p{Lu}|\d|\()/u.test(next);
  if (isTitle(plain)) return true;
  if (number) return opensText;
  if (cueIn(plain) === 0 && / \p{Ll}/u.test(plain) && plain.split(' ').length > 5) return false;
  const ended = previous === null || /[.!?:;,)\]”"’]$/.test(previous) || previous.startsWith('#');
  const listFollows = /^[-–•] ?\S/.test(next);
  return (
    ended &&
    !previous?.endsWith(':') &&
    !/[:?!]$/.test(plain) &&
    plain.length <= 120 &&
    /^\p{Lu}\p{L}/u.test(plain) &&
    plain.split(' ').length <= 16 &&
    (opensText || listFollows)
  );
}

/** A title that shows as such wherever it stands: in capitals, numbered or not, or the name of an annex. */
export function isTitle(line: string): boolean {
  const words = line.replace(/^(?:[IVX]{1,5}|\d{1,2}|[A-Z])[.)]\s+|\*\*/g, '');
  if (words.length > 100 || words !== words.toUpperCase() || !/\p{Lu}{4}/u.test(words)) return false;
  if (ANNEX.test(words)) return true;
  return !/[\d:|\t;]|[.,]$|^[-–•(<[]/.test(words) && withheldLine(line) === null && !isFurniture(line);
}
