/**
 * Text without its dress: what the patterns of the families are matched against.
 * Runs of white space are one space (or one line feed for a paragraph's end), emphasis and inline tags are gone, dashes
 * are hyphens, footnote marks, other tags, web addresses and link targets are `HIDDEN`.
 */
export interface PlainText {
  readonly text: string;
  /** For each unit of `text` its offset in the source. */
  readonly at: Uint32Array;
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

const SAME_SIZE: Readonly<Record<string, string>> = {
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

/** By what any of the dresses begins. */
const BEGINNING = /[\s\u200e\u200f\u00ad\u200b-\u200d\u2060\ufeff*_\\&<]/;
const WORD = /[\p{L}\p{N}]/u;

const [UNKNOWN, BEGINS, STAYS] = [0, 1, 2];
/** What is known of each UTF-16 unit: whether a dress may begin with it, or the unit it becomes. */
const kinds = new Uint16Array(65536);

function kindOf(code: number): number {
  const known = kinds[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(code);
  const kind = BEGINNING.test(character) ? BEGINS : (SAME_SIZE[character]?.charCodeAt(0) ?? STAYS);
  kinds[code] = kind;
  return kind;
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

export function plain(source: string): PlainText {
  const units = new Uint16Array(source.length);
  const at = new Uint32Array(source.length);
  let size = 0;

  const emit = (character: string, offset: number): void => {
    units[size] = character.charCodeAt(0);
    at[size] = offset;
    size += 1;
  };
  const emitSpace = (space: string, offset: number): void => {
    const endsParagraph = space.indexOf('\n') !== space.lastIndexOf('\n');
    const last = units[size - 1];
    if (last !== 32 && last !== 10) emit(endsParagraph ? '\n' : ' ', offset);
    else if (endsParagraph) units[size - 1] = 10;
  };
  const isWithinWord = (next: string): boolean =>
    size > 0 && WORD.test(String.fromCharCode(units[size - 1] ?? 0)) && WORD.test(next);

  let i = 0;
  while (i < source.length) {
    const code = source.charCodeAt(i);
    const kind = kindOf(code);
    if (kind !== BEGINS) {
      units[size] = kind === STAYS ? code : kind;
      at[size] = i;
      size += 1;
      i += 1;
      continue;
    }
    if (code === 32 && kindOf(source.charCodeAt(i + 1)) !== BEGINS) {
      emitSpace(' ', i);
      i += 1;
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
    else if (dress === 'mark' && isWithinWord(source.charAt(behind))) emit(character, i);
    i = behind;
  }
  const text = decoder.decode(units.subarray(0, size));
  return { text: text.replace(ADDRESS, (address) => HIDDEN.repeat(address.length)), at: at.subarray(0, size) };
}

const BARE = { dress: null, length: 1 } as const;

function dressAt(text: string, index: number): { dress: Dress | null; length: number } {
  for (const [pattern, dress] of DRESSES) {
    pattern.lastIndex = index;
    if (pattern.test(text)) return { dress, length: pattern.lastIndex - index };
  }
  return BARE;
}
