import { pageDirectives } from './page-mark.ts';

/** Around the label of a footnote in text that is still to be escaped; private use, so no source can hold them. */
export const NOTE_OPEN = '\ue000';
export const NOTE_CLOSE = '\ue001';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A figure of superscripts as ordinary digits. */
export function fromSuperscript(text: string): string {
  return [...text].map((c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c)).join('');
}
export function toSuperscript(digits: string): string {
  return [...digits].map((c) => SUPERSCRIPTS[Number(c)] ?? c).join('');
}

const DROPPED = /<\/?(?:p|span|div|ul|ol|font|u|a|table|thead|tbody|tr|td|th|sup|sub|small|center)\b[^<>]{0,300}>/gi;

/**
 * One stretch of source text as inline Markdown that cannot do anything: known tags become Markdown or go, every
 * other `<` is an entity, and what Markdown, GFM or directives would take for syntax is escaped. Emphasis stays.
 */
export function inline(source: string): string {
  if (!/[\\<`:\]![~\ue000-\ue003]/.test(source)) return source.replace(/[\t ]+/g, ' ').trim();
  const markdown = source
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/<\/?(?:b|strong)(?:\s[^<>]{0,200})?>/gi, '**')
    .replace(/<\/?(?:i|em)(?:\s[^<>]{0,200})?>/gi, '*')
    .replace(/<(?:br|li)\b[^<>]{0,200}>|<\/li>/gi, ' ')
    .replace(DROPPED, '')
    .replace(/\\/g, '\\\\')
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/`/g, '\\`')
    .replace(/:(?=[A-Za-z:])/g, '\\:')
    .replace(/\](?=[([])/g, ']\\')
    .replace(/!(?=\[)/g, '!\\')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/~(?=~)/g, '\\~')
    .replace(/[\t ]+/g, ' ')
    .trim()
    .replaceAll(` ${NOTE_OPEN}`, NOTE_OPEN)
    .replace(new RegExp(`${NOTE_OPEN}([^${NOTE_CLOSE}]{1,12})${NOTE_CLOSE}`, 'g'), '[^$1]')
    .replace(new RegExp(`[${NOTE_OPEN}${NOTE_CLOSE}]`, 'g'), '');
  return pageDirectives(markdown);
}

/** Inline Markdown that is to begin a paragraph: its first characters must not make it anything else. */
export function paragraph(source: string): string {
  return inline(source)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([#>|=+~-]|\*(?=\s|\*\*\s*$|$))/, '\\$1')
    .replace(/^\[(?!\^)([^\]]{0,200})\]:/, '\\[$1]:')
    .replace(/^([*_][ ]?){3,}$/, (rule) => `\\${rule}`);
}

/** Inline Markdown for a cell of a table. */
export function cell(source: string): string {
  return inline(source).replace(/\|/g, '\\|');
}
