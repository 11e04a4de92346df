/**
 * Text without its dress: what the patterns of the families are matched against.
 * Runs of white space are one space (or one line feed for a paragraph's end), emphasis and inline tags are gone, dashes
 * are hyphens, footnote marks, other tags, web addresses and link targets are `HIDDEN`.
 */
export interface PlainText {
  readonly text: string;
  /** The offset in the source of a unit of `text`. */
  at(index: number): number;
}

/** Stands for what is no text: it ends every pattern and begins none. */
const HIDDEN = '\u0001';

/** What becomes of a stretch of the source that matches. */
type Dress = 'space' | 'nothing' | 'hyphen' | 'hidden' | 'mark';

/** Tried in this order at each character that is not plain already. */
const DRESSES: readonly (readonly [RegExp, Dress])[] = [
  [/[\s\u200e\u200f]+/y, 'space'],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]+/y, 'nothing'],
  [/\*+|_+/y, 'mark'],
  [/\\(?=[!-/:-@[-`{-~\s])/y, 'nothing'],
  [/&(?:nbsp|ensp|emsp|thinsp|#160|#8239|#xa0|#x202f);|<br ?\/?>/iy, 'space'],
  [/&(?:ndash|mdash|#8211|#x2013);/iy, 'hyphen'],
  [/<sup>[ (]{0,2}\d{1,3}[ )]{0,2}<\/sup>/iy, 'hidden'],
  [/<\/?(?:sup|sub|b|strong|i|em|u|ins|small|mark|span|a)(?: [^<>]{0,500})?>/iy, 'nothing'],
  [/<[/!]?[a-z-][^<>]{0,500}>/iy, 'hidden'],
];

/** Web addresses, and the targets of links in Markdown. */
const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"()]*|www\.[^\s<>"()]*|\]\([^\s()]*\)/gi;

const VARIANT = /[‐‑‒–—−⁄∕／º˚]/g;
const VARIANTS: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '⁄': '/',
  '∕': '/',
  '／': '/',
  º: '°',
  '˚': '°',
};

/** The beginning of markup, or of a space that counts as one with others. A single space between plain characters is none. */
const BEGINNING =
  /[\t-\r\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff*_\\&<]| (?=[\s\u00ad\u200b-\u200f\u2060*_\\&<])/g;
const WORD = /[\p{L}\p{N}]/u;

export function plain(source: string): PlainText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let last = '';

  const emit = (piece: string, offset: number): void => {
    pieces.push(piece);
    offsets.push(offset);
    last = piece.charAt(piece.length - 1);
  };
  const emitSpace = (space: string, offset: number): void => {
    const endsParagraph = space.indexOf('\n') !== space.lastIndexOf('\n');
    if (last !== ' ' && last !== '\n') emit(endsParagraph ? '\n' : ' ', offset);
    else if (endsParagraph) pieces[pieces.length - 1] = '\n';
  };

  let i = 0;
  while (i < source.length) {
    const begin = source.charAt(i) === ' ' ? i : beginningFrom(source, i);
    if (begin > i) {
      emit(
        source.slice(i, begin).replace(VARIANT, (sign) => VARIANTS[sign] ?? sign),
        i,
      );
      i = begin;
      continue;
    }
    const { dress, length } = dressAt(source, i);
    const behind = i + length;
    const character = source.charAt(i);
    if (dress === null) emit(character, i);
    else if (dress === 'space') emitSpace(source.slice(i, behind), i);
    else if (dress === 'hyphen') emit('-', i);
    else if (dress === 'hidden') emit(HIDDEN, i);
    // Between letters or digits an underscore is no emphasis: `st_13944_2022`.
    else if (dress === 'mark' && WORD.test(last) && WORD.test(source.charAt(behind))) emit(character, i);
    i = behind;
  }
  const text = pieces.join('').replace(ADDRESS, (address) => HIDDEN.repeat(address.length));
  let at: readonly number[] | undefined;
  return {
    text,
    at(index) {
      at ??= offsetsOfUnits(pieces, offsets);
      return at[index] ?? 0;
    },
  };
}

function offsetsOfUnits(pieces: readonly string[], offsets: readonly number[]): number[] {
  const at: number[] = [];
  for (const [number, offset] of offsets.entries()) {
    const { length = 0 } = pieces[number] ?? '';
    for (let unit = 0; unit < length; unit++) at.push(offset + unit);
  }
  return at;
}

function beginningFrom(text: string, index: number): number {
  BEGINNING.lastIndex = index;
  return BEGINNING.exec(text)?.index ?? text.length;
}

const BARE = { dress: null, length: 1 } as const;

function dressAt(text: string, index: number): { dress: Dress | null; length: number } {
  for (const [pattern, dress] of DRESSES) {
    pattern.lastIndex = index;
    if (pattern.test(text)) return { dress, length: pattern.lastIndex - index };
  }
  return BARE;
}
