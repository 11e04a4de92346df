import { cell } from './inline.ts';

/** What goes beyond is no table but a conversion gone wrong; its text then stands in the last column. */
const MOST_COLUMNS = 40;

/** A cell and the line it stands on. */
interface SourceCell {
  readonly text: string;
  readonly line: number;
}

export interface SourceTable {
  readonly rows: readonly (readonly SourceCell[])[];
  /** Index of the line behind it. */
  readonly end: number;
}

/** The table that begins at a line: HTML, pipes, or two and more lines of cells set off by tabs; else null. */
export function readTable(
  lines: readonly string[],
  at: number,
  notes: ReadonlyMap<number, unknown>,
): SourceTable | null {
  const text = (lines[at] ?? '').trim();
  if (/^<table\b/i.test(text)) return htmlTable(lines, at);
  if (/^\|.*\|$/.test(text)) return pipeTable(lines, at);
  if (text.includes('\t') && !isMarkTab(text)) return tabTable(lines, at, notes);
  return null;
}

function cellsOf(texts: readonly string[], line: number): SourceCell[] {
  const kept =
    texts.length > MOST_COLUMNS
      ? [...texts.slice(0, MOST_COLUMNS - 1), texts.slice(MOST_COLUMNS - 1).join(' ')]
      : texts;
  return kept.map((text) => ({ text: text.trim(), line }));
}

function htmlTable(lines: readonly string[], at: number): SourceTable | null {
  const end = nextClosing(lines)[at] ?? -1;
  if (end < 0) return null;
  const rows = htmlRows(lines.slice(at, end + 1).join('\n'));
  return rows.length > 0 ? { rows: rows.map((row) => cellsOf(row, at)), end: end + 1 } : null;
}

const closings = new WeakMap<readonly string[], Int32Array>();

/** For each line the next one, itself included, that closes a table; -1 where none does. */
function nextClosing(lines: readonly string[]): Int32Array {
  const known = closings.get(lines);
  if (known) return known;
  const next = new Int32Array(lines.length);
  for (let i = lines.length - 1, last = -1; i >= 0; i--) {
    if (/<\/table>/i.test(lines[i] ?? '')) last = i;
    next[i] = last;
  }
  closings.set(lines, next);
  return next;
}

function pipeTable(lines: readonly string[], at: number): SourceTable | null {
  const rows: SourceCell[][] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const text = (lines[end] ?? '').trim();
    if (!/^\|.*\|$/.test(text)) break;
    if (!/^\|[\s:|-]*\|$/.test(text)) rows.push(cellsOf(text.slice(1, -1).split(/(?<!\\)\|/), end));
  }
  return rows.length > 0 ? { rows, end } : null;
}

/** A blank line inside such a table is the end of a page. */
function tabTable(lines: readonly string[], at: number, notes: ReadonlyMap<number, unknown>): SourceTable | null {
  const rows: SourceCell[][] = [];
  let end = at;
  for (let i = at; i < lines.length && i <= end + 4; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (!line.includes('\t') || notes.has(i)) break;
    rows.push(cellsOf(line.split('\t'), i));
    end = i + 1;
  }
  return rows.length > 1 ? { rows, end } : null;
}

/** A table in GFM; the first row is its head. Rows shorter than the widest are filled up. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const width = Math.min(
    MOST_COLUMNS,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cell(row[i] ?? '')).join(' | ')} |`.replace(/ {2,}/g, ' ');
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

/** Whether a tab only sets off the mark of a paragraph: `1.<tab>Text`, `–<tab>Text`, `(a)<tab>Text`. */
export function isMarkTab(line: string): boolean {
  const tab = line.trimStart().indexOf('\t');
  return (
    tab < 0 ||
    (tab < 8 &&
      /^\s*(?:[-–—•*+o]|\(?[\divxlc]{1,5}[.)]|\(?\p{L}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|<sup>.{1,6}<\/sup>)\t[^\t]*$/u.test(
        line,
      ))
  );
}

/** The rows of an HTML table, tags inside its cells left for `inline`. */
function htmlRows(html: string): string[][] {
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
