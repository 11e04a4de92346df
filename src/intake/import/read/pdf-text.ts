import { pageMark } from '../page-mark.ts';
import { joinLines, median, type PdfBlock, type PdfLine, type PdfTable } from './pdf-lines.ts';

/** A page without its running headers and footers. */
export interface PdfPage {
  readonly number: number;
  readonly blocks: readonly PdfBlock[];
  /** Base lines of short rules, such as stand above footnotes. */
  readonly noteRule: number | null;
}

const ITEM = /^(?:[-–—•*o]\s|\(?[\divxlca-z]{1,4}[.)]\s|\d{1,3}\.\d|<sup>)/;
const ENDED = /[.:;!?]["”’)\]]?(?:<sup>\d+<\/sup>)?$/;

/** Writes pages as the text that the importer reads; a page but the first is marked where its text begins. */
export function textOfPages(pages: readonly PdfPage[]): string {
  const lines = pages.flatMap(({ blocks }) => blocks.filter((block): block is PdfLine => block.kind === 'line'));
  const writer = new Writer(bodySize(lines), pitch(pages));
  for (const page of pages) writer.page(page);
  return writer.text();
}

/** The size most characters have. */
function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** The usual distance between the lines of a paragraph, in sizes of their letters. */
function pitch(pages: readonly PdfPage[]): number {
  const steps: number[] = [];
  for (const { blocks } of pages) {
    for (let i = 1; i < blocks.length; i++) {
      const [a, b] = [blocks[i - 1], blocks[i]];
      if (a?.kind !== 'line' || b?.kind !== 'line' || Math.abs(a.size - b.size) > 0.6) continue;
      if (b.y > a.y && isFull(a, b)) steps.push((b.y - a.y) / b.size);
    }
  }
  return steps.length > 0 ? Math.min(2.2, median(steps)) : 1.25;
}

/** Whether the line above had no room for the first word of the next: then only the margin parts the two. */
function isFull(line: PdfLine, next: PdfLine): boolean {
  return line.x1 + next.firstWord + line.size * 0.2 > line.right - 1;
}

class Writer {
  readonly #size: number;
  readonly #pitch: number;
  readonly #out: string[] = [];
  /** Footnotes of a page, until the paragraph that runs over its end has ended. */
  #notes: string[] = [];
  #last: PdfLine | null = null;
  #table: PdfTable | null = null;
  #pending: number | null = null;

  constructor(size: number, pitch: number) {
    this.#size = size;
    this.#pitch = pitch;
  }

  page({ number, blocks, noteRule }: PdfPage): void {
    if (number > 1) this.#pending = number;
    const notesAt = this.#notesFrom(blocks, noteRule);
    const body = blocks.slice(0, notesAt);
    for (const [index, block] of body.entries()) {
      if (block.kind === 'table') this.#writeTable(block);
      else this.#writeLine(block, index === 0);
    }
    this.#collectNotes(blocks.slice(notesAt));
  }

  text(): string {
    this.#gap();
    return `${this.#out
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  }

  /** Index of the first footnote at the foot of a page: small print that a number begins, or what a short rule parts. */
  #notesFrom(blocks: readonly PdfBlock[], noteRule: number | null): number {
    let first = blocks.length;
    for (let i = blocks.length - 1; i >= 0; i--) {
      const block = blocks[i];
      if (block?.kind !== 'line' || block.size > this.#size * 0.95) break;
      if (/^(?:<sup>\d{1,3}<\/sup>|\d{1,3}\s|\(\d{1,3}\)\s)/.test(block.text)) first = i;
    }
    const ruled = noteRule === null ? -1 : blocks.findIndex((block) => block.kind === 'line' && block.y > noteRule);
    if (ruled < 0) return first;
    const opening = blocks[ruled];
    return opening?.kind === 'line' && /^(?:<sup>\d{1,3}<\/sup>|\(?\d{1,3}\)?\s)/.test(opening.text)
      ? Math.min(first, ruled)
      : first;
  }

  #collectNotes(blocks: readonly PdfBlock[]): void {
    let last: PdfLine | null = null;
    for (const block of blocks) {
      if (block.kind !== 'line') continue;
      const numbered = block.text.replace(/^\(?(\d{1,3})\)?\s+(?=\S)/, '<sup>$1</sup> ').replaceAll('\t', ' ');
      if (last === null || numbered.startsWith('<sup>') || !isFull(last, block)) this.#notes.push(numbered);
      else this.#notes.push(joinLines(this.#notes.pop() ?? '', block.text.replaceAll('\t', ' ')));
      last = block;
    }
  }

  /** Ends the paragraph; what had to wait for its end follows. */
  #gap(): void {
    this.#out.push('');
    if (this.#notes.length > 0) this.#out.push('---', '', ...this.#notes.flatMap((note) => [note, '']));
    this.#notes = [];
    if (this.#pending !== null) this.#out.push(pageMark(this.#pending), '');
    this.#pending = null;
    this.#last = null;
    this.#table = null;
  }

  #writeLine(line: PdfLine, first: boolean): void {
    const last = this.#last;
    const overPage = last !== null && this.#pending !== null;
    const overColumn = last !== null && !overPage && line.y < last.y - last.size;
    const heading = this.#isHeading(line);
    const continues =
      last !== null &&
      !heading &&
      (overPage
        ? first && this.#runsOn(last, line)
        : overColumn
          ? this.#runsOn(last, line)
          : this.#follows(last, line));
    if (!continues) {
      this.#gap();
      this.#out.push(
        heading ? `## ${line.text}` : line.bold ? `**${line.text.replaceAll('\t', '** \t**')}**` : line.text,
      );
      // A heading of two lines is one.
      this.#last = heading ? null : line;
      return;
    }
    const mark = this.#pending === null ? '' : pageMark(this.#pending);
    this.#pending = null;
    const soft = !ITEM.test(line.text) && !line.text.includes('\t') && isFull(last, line);
    const inCell = Math.abs(line.x0 - last.cellX) < 4 && last.cellX > last.x0 + 4;
    const sign = line.bold ? '**' : '';
    if (overPage || overColumn || soft) {
      const above = (this.#out.pop() ?? '').replace(line.bold ? /\*\*$/ : /$^/, '');
      this.#out.push(`${joinLines(above, mark + line.text)}${sign}`);
    } else this.#out.push(`${inCell ? '\t' : ''}${sign}${line.text}${sign}`);
    this.#last = { ...line, x0: inCell ? last.x0 : line.x0, cellX: inCell ? last.cellX : line.cellX };
  }

  /** Whether a line stands as close to the one above as the lines of a paragraph do. */
  #follows(last: PdfLine, line: PdfLine): boolean {
    const step = (line.y - last.y) / Math.max(line.size, last.size);
    return step < this.#pitch * 1.22 && Math.abs(last.size - line.size) < this.#size * 0.2 && last.bold === line.bold;
  }

  /** Whether a paragraph goes on over the end of a page. */
  #runsOn(last: PdfLine, line: PdfLine): boolean {
    if (ITEM.test(line.text) || last.bold !== line.bold || Math.abs(last.size - line.size) > 1) return false;
    return /^[\p{Ll}(]/u.test(line.text) || (!ENDED.test(last.text) && isFull(last, line));
  }

  #isHeading(line: PdfLine): boolean {
    return line.size > this.#size * 1.12 && line.text.length < 160 && /\p{L}/u.test(line.text);
  }

  #writeTable(table: PdfTable): void {
    const width = (rows: PdfTable['rows']) => Math.max(0, ...rows.map((row) => row.length));
    const goesOn = this.#table !== null && this.#pending !== null && width(this.#table.rows) === width(table.rows);
    const head = this.#table?.rows[0]?.join('\0');
    const page = this.#pending;
    if (goesOn) this.#pending = null;
    else this.#gap();
    const rows = goesOn && table.rows[0]?.join('\0') === head ? table.rows.slice(1) : table.rows;
    for (const [index, row] of rows.entries()) {
      const mark = goesOn && page !== null && index === 0 ? pageMark(page) : '';
      this.#out.push(`| ${mark}${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
    }
    this.#last = null;
    this.#table = goesOn ? this.#table : table;
  }
}
