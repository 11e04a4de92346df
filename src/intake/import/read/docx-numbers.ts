import { xmlAttribute, xmlTags } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2`, with the counters of this level and those above. */
  text: string;
  /** Whether all counters show as figures. */
  legal: boolean;
  /** Style whose paragraphs stand on this level. */
  style: string | null;
}

interface List {
  readonly abstract: string;
  /** Level by level: where this list begins to count again. */
  readonly starts: Map<number, number>;
}

/** The lists that a Word file declares. */
interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Bullets by the depth of their list, in place of those of symbol fonts. */
const BULLETS = ['•', 'o', '▪'] as const;

/**
 * Word's XML with the numbers and bullets that Word prints before paragraphs as text, and no lists any more: numbers
 * run on over paragraphs without one, begin again where the file says so, and are figures, letters or roman.
 */
export function withNumbers(xml: string, numberingXml: string, stylesXml: string): string {
  const numbering = readNumbering(numberingXml);
  if (numbering.lists.size === 0) return xml;
  const styles = styleLists(stylesXml);
  const counters = new Counters(numbering);
  const parts: string[] = [];
  let at = 0;
  let list: { id: string | null; level: number | null } | null = null;
  let style: string | null = null;
  // The properties of a paragraph may hold older ones of their own.
  let depth = 0;
  for (const { name, kind, source, end } of xmlTags(xml)) {
    if (name === 'w:pPr' && kind !== 'empty') depth += kind === 'open' ? 1 : -1;
    if (name === 'w:pPr' && kind === 'open' && depth === 1) {
      list = null;
      style = null;
    } else if (depth === 1 && name === 'w:pStyle') style = xmlAttribute(source, 'w:val');
    else if (depth === 1 && name === 'w:numPr' && kind === 'open') list = { id: null, level: null };
    else if (depth === 1 && list && name === 'w:numId') list.id = xmlAttribute(source, 'w:val');
    else if (depth === 1 && list && name === 'w:ilvl') list.level = Number(xmlAttribute(source, 'w:val'));
    else if (name === 'w:pPr' && kind === 'close' && depth === 0) {
      const inherited = style === null ? undefined : styles.get(style);
      const id = list?.id ?? inherited?.id;
      const level = list?.level ?? inherited?.level ?? counters.levelOfStyle(id, style) ?? 0;
      const label = id ? counters.next(id, level) : null;
      if (!label) continue;
      parts.push(xml.slice(at, end), `<w:r><w:t xml:space="preserve">${escapeXml(label)} </w:t></w:r>`);
      at = end;
    }
  }
  parts.push(xml.slice(at));
  return parts.join('');
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

class Counters {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  levelOfStyle(id: string | null | undefined, style: string | null): number | null {
    const abstract = id ? this.#numbering.lists.get(id)?.abstract : undefined;
    const levels = abstract === undefined ? undefined : this.#numbering.levels.get(abstract);
    for (const [index, level] of levels ?? []) if (style !== null && level.style === style) return index;
    return null;
  }

  /** What is printed before the next paragraph of a list; null for none. */
  next(id: string, depth: number): string | null {
    const list = this.#numbering.lists.get(id);
    const levels = list && this.#numbering.levels.get(list.abstract);
    const level = levels?.get(depth);
    if (!list || !levels || !level) return null;
    if (level.format === 'bullet') return BULLETS[Math.min(depth, BULLETS.length - 1)] ?? null;
    const values = this.#values.get(list.abstract) ?? [];
    this.#values.set(list.abstract, values);
    const start = list.starts.get(depth);
    const again = start !== undefined && !this.#restarted.has(`${id} ${depth}`);
    this.#restarted.add(`${id} ${depth}`);
    const last = values[depth];
    values[depth] = again ? start : last === undefined ? level.start : last + 1;
    values.length = depth + 1;
    const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const of = levels.get(Number(digit) - 1);
      const value = values[Number(digit) - 1] ?? of?.start ?? 1;
      return printed(value, level.legal ? 'decimal' : (of?.format ?? 'decimal'));
    });
    return text.trim() === '' ? null : text.trim();
  }
}

function printed(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** A to Z, then AA, BB. */
function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(9, Math.floor((value - 1) / 26) + 1));
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

function readNumbering(xml: string): Numbering {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let abstract: Map<number, Level> | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let depth = 0;
  for (const { name, kind, source } of xmlTags(xml)) {
    const value = xmlAttribute(source, 'w:val') ?? '';
    if (kind === 'close') {
      if (name === 'w:abstractNum') abstract = null;
      if (name === 'w:num') list = null;
      if (name === 'w:lvl') level = null;
    } else if (name === 'w:abstractNum') {
      abstract = new Map();
      levels.set(xmlAttribute(source, 'w:abstractNumId') ?? '', abstract);
    } else if (name === 'w:lvl' && abstract) {
      level = { start: 1, format: 'decimal', text: '', legal: false, style: null };
      abstract.set(Number(xmlAttribute(source, 'w:ilvl')), level);
    } else if (name === 'w:lvlOverride') depth = Number(xmlAttribute(source, 'w:ilvl'));
    if (kind === 'close') continue;
    if (name === 'w:num') {
      list = { abstract: '', starts: new Map() };
      lists.set(xmlAttribute(source, 'w:numId') ?? '', list);
    } else if (name === 'w:abstractNumId' && list) Object.assign(list, { abstract: value });
    else if (name === 'w:startOverride' && list) list.starts.set(depth, Number(value));
    else if (level && name === 'w:start') level.start = Number(value);
    else if (level && name === 'w:numFmt') level.format = value;
    else if (level && name === 'w:lvlText') level.text = unescapeXml(value);
    else if (level && name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
    else if (level && name === 'w:pStyle') level.style = value;
  }
  return { levels, lists };
}

const unescapeXml = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** Lists that styles put their paragraphs on, their own or that of the style they are based on. */
function styleLists(xml: string): ReadonlyMap<string, { id: string; level: number | null }> {
  const own = new Map<string, { id: string | null; level: number | null; base: string | null }>();
  let style: { id: string | null; level: number | null; base: string | null } | null = null;
  for (const { name, kind, source } of xmlTags(xml)) {
    if (name === 'w:style' && kind === 'open') {
      style = { id: null, level: null, base: null };
      own.set(xmlAttribute(source, 'w:styleId') ?? '', style);
    } else if (name === 'w:style') style = null;
    else if (style && name === 'w:basedOn') style.base = xmlAttribute(source, 'w:val');
    else if (style && name === 'w:numId') style.id = xmlAttribute(source, 'w:val');
    else if (style && name === 'w:ilvl') style.level = Number(xmlAttribute(source, 'w:val'));
  }
  const found = new Map<string, { id: string; level: number | null }>();
  for (const name of own.keys()) {
    let at = own.get(name);
    for (let hops = 0; at && at.id === null && at.base !== null && hops < 20; hops++) at = own.get(at.base);
    if (at?.id) found.set(name, { id: at.id, level: own.get(name)?.level ?? at.level });
  }
  return found;
}
