import { cell } from './inline.ts';

/** A table in GFM; the first row is its head. Rows shorter than the widest are filled up. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cell(row[i] ?? '')).join(' | ')} |`.replace(/ {2,}/g, ' ');
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

/** Cells of a tab-separated line. */
export function tabCells(line: string): string[] {
  return line.split('\t').map((part) => part.trim());
}

/** Whether a tab only sets off the mark of a paragraph: `1.<tab>Text`, `–<tab>Text`, `(a)<tab>Text`. */
export function isMarkTab(line: string): boolean {
  const tab = line.trimStart().indexOf('\t');
  return tab < 0 || (tab < 8 && /^\s*(?:[-–—•*+o]|\(?[\divxlc]{1,5}[.)]|\(?\p{L}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|<sup>.{1,6}<\/sup>)\t[^\t]*$/u.test(line));
}

/** The rows of an HTML table, tags inside its cells left for `inline`. */
export function htmlRows(html: string): string[][] {
  const rows: string[][] = [];
  let current: string | null = null;
  for (const part of html.split(/(<\/?(?:tr|td|th)\b[^<>]{0,300}>)/i)) {
    const tag = /^<(\/?)(tr|td|th)\b/i.exec(part);
    if (!tag) {
      if (current !== null) current += part.replace(/\n/g, ' ');
      continue;
    }
    if (current !== null) rows.at(-1)?.push(current.trim());
    current = null;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '' && name === 'tr') rows.push([]);
    else if (tag[1] === '') {
      if (rows.length === 0) rows.push([]);
      current = '';
    }
  }
  if (current !== null) rows.at(-1)?.push(current.trim());
  return rows.filter((row) => row.some((text) => text !== ''));
}
