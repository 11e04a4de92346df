import { Blocks } from './blocks.ts';
import { findNoteTexts, NoteMarks, type NoteText } from './footnotes.ts';
import { HeadingLevels, looksLikeHeading } from './headings.ts';
import { inline, paragraph, toSuperscript } from './inline.ts';
import { ListLevels } from './lists.ts';
import { markedPage } from './page-mark.ts';
import { reflow } from './reflow.ts';
import { isMarkTab, markdownTable, readTable } from './table.ts';
import { withheldBlock, withheldInside, withheldLine } from './withheld.ts';

export interface BodyMarkdown {
  readonly markdown: string;
  readonly warnings: readonly string[];
}

/** Turns the lines of a body, page furniture gone, into Markdown. `decided`: when access was decided, if known. */
export function toMarkdown(lines: readonly string[], decided: string | null): BodyMarkdown {
  return new Builder(reflow(lines), decided).build();
}

class Builder {
  readonly #lines: readonly string[];
  readonly #decided: string | null;
  readonly #notes: Map<number, NoteText>;
  readonly #marks: NoteMarks;
  readonly #levels = new HeadingLevels();
  readonly #lists = new ListLevels();
  readonly #blocks = new Blocks();
  readonly #warnings: string[] = [];
  /** The heading level that stands for the source's topmost one is 2. */
  readonly #shift: number;
  /** Whether the conversion sets a blank line between the lines of a paragraph. */
  readonly #spaced: boolean;
  #previous: string | null = null;
  #at = 0;

  constructor(lines: readonly string[], decided: string | null) {
    this.#lines = lines;
    this.#decided = decided;
    this.#notes = findNoteTexts(lines);
    this.#marks = new NoteMarks(this.#notes, lines);
    const marked = lines.flatMap((line) => /^(#{1,6})\s/.exec(line)?.[1]?.length ?? []);
    this.#shift = marked.includes(1) ? 1 : 0;
    const filled = lines.filter((line) => line.trim() !== '');
    const opened = filled.filter((line, i) => i > 0 && /^\s*\p{Ll}{2}/u.test(line)).length;
    this.#spaced = opened > filled.length / 4 && filled.length > 8;
  }

  build(): BodyMarkdown {
    while (this.#at < this.#lines.length) this.#step();
    if (this.#marks.missing.size > 0) {
      this.#warnings.push(
        `marks of footnotes whose text is not here: ${[...this.#marks.missing].slice(0, 10).join(', ')}`,
      );
    }
    return { markdown: this.#blocks.markdown(), warnings: this.#warnings };
  }

  #step(): void {
    const line = this.#lines[this.#at] ?? '';
    const text = line.trim();
    if (text === '' || /^[-*_–—=]$|^(?:[-*_=–—][ ]?){3,}$/.test(text)) {
      this.#at++;
      return;
    }
    const page = markedPage(text);
    if (page) {
      this.#blocks.pageBegins(page);
      this.#at++;
      return;
    }
    const gap = withheldLine(text);
    const note = this.#notes.get(this.#at);
    const heading = /^(#{1,6})\s+(.*)$/.exec(text);
    const table = readTable(this.#lines, this.#at, this.#notes);
    if (gap) {
      this.#other(withheldBlock(gap, this.#decided), text);
      this.#at++;
    } else if (note) this.#note(note);
    else if (table) {
      const rows = table.rows.map((row) => row.map(({ text: source, line: at }) => this.#marks.apply(source, at)));
      this.#other(markdownTable(rows), 'table');
      this.#at = table.end;
    } else if (heading) this.#heading(heading[2] ?? '', (heading[1]?.length ?? 1) + this.#shift);
    else if (!this.#listItem(line)) this.#text();
  }

  #other(markdown: string, source: string): void {
    if (markdown === '') return;
    this.#blocks.push('other', markdown);
    this.#previous = source;
    this.#lists.close();
  }

  #heading(source: string, marked: number | null): void {
    const plain = source.replace(/^\*\*([^*]+)\*\*$/, '$1').trim();
    const text = this.#inline(plain);
    if (text !== '')
      this.#other(`${'#'.repeat(this.#levels.level(plain, marked, this.#nextText()))} ${text}`, `# ${plain}`);
    this.#at++;
  }

  /** A footnote's text with the lines and list that belong to it. */
  #note(note: NoteText): void {
    const from = this.#at++;
    const parts = [note.text];
    const items: string[] = [];
    const isItem = (line: string) => /^\s*(?:[-–•])\s*\S/.test(line);
    const lead = /^[-–•]\s/.exec(note.text);
    if (lead) {
      items.push(note.text.slice(lead[0].length));
      parts.length = 0;
    }
    for (
      let next = this.#nextFilled(this.#at, /:$/.test(note.text));
      next !== null;
      next = this.#nextFilled(this.#at, false)
    ) {
      const line = this.#lines[next] ?? '';
      if (this.#notes.has(next) || /^(?:#|<table|\||[-*_=–—]+$|\d{1,3}\.\s?\p{Lu})/u.test(line.trim())) break;
      if (isItem(line) && !/^\s*[-*]\s+<sup>/.test(line)) items.push(line.trim().replace(/^[-–•]\s*/, ''));
      else if (items.length === 0) parts.push(line.trim());
      else break;
      this.#at = next + 1;
    }
    if (!note.used) {
      const text = `${toSuperscript(note.number)} ${[...parts, ...items].join(' ')}`;
      this.#other(paragraph(this.#marks.apply(text, from)), text);
      return;
    }
    const body = this.#inline(parts.join(' '), from);
    const list = items.map((item) => `    - ${this.#inline(item, from)}`);
    const blocks =
      list.length > 0
        ? `${body}${body === '' ? '' : '\n\n'}${list.join('\n')}`.replace(/^ {4}- /, body === '' ? '- ' : '    - ')
        : body;
    this.#blocks.push('note', `[^${note.label}]: ${blocks}`);
    this.#lists.close();
  }

  /** The next line with text, directly below or, where `over` allows it, behind one gap. */
  #nextFilled(at: number, over: boolean): number | null {
    if ((this.#lines[at] ?? '').trim() !== '') return at < this.#lines.length ? at : null;
    if (!over) return null;
    let next = at;
    while (next < this.#lines.length && (this.#lines[next] ?? '').trim() === '') next++;
    return next < this.#lines.length && /^\s*[-–•]\s/.test(this.#lines[next] ?? '') ? next : null;
  }

  #listItem(line: string): boolean {
    const bullet = /^(\s*)([-*+•▪–—](?=\s|\p{Lu})|o(?= ))\s*(\S.*)$/u.exec(line);
    const number = bullet ? null : /^(\s*)(\d{1,3})\.\s?(?=[\p{L}“"'«([*_])(.*)$/u.exec(line);
    if (!bullet && !number) return false;
    // The letter is a bullet below other bullets, and where it opens several lines.
    if (bullet?.[2] === 'o' && !this.#lists.isOpen() && !/^\s*o /.test(this.#nextText() ?? '')) return false;
    if (number && this.#isIsolated() && looksLikeHeading(line.trim(), this.#previous, this.#nextText())) {
      this.#heading(line.trim().replace(/^(\d{1,3})\.(?=\S)/, '$1. '), null);
      return true;
    }
    const start = this.#at;
    const source = this.#joined((bullet?.[3] ?? number?.[3] ?? '').trim());
    const text = this.#inline(source, start);
    if (number) {
      const value = Number(number[2]);
      this.#blocks.push('item', `${value}. ${text}`);
      this.#lists.openOrdered(`${value}. `.length);
    } else {
      const indent = this.#lists.indent(source, bullet?.[2] ?? '', bullet?.[1]?.length ?? 0);
      this.#blocks.push('item', `${' '.repeat(indent)}- ${text.replace(/^(\d{1,3})([.)])(?=\s)/, '$1\\$2')}`);
    }
    this.#previous = source;
    this.#gapInside(source);
    return true;
  }

  #text(): void {
    const start = this.#at;
    const line = (this.#lines[start] ?? '').trim();
    if (this.#isIsolated() && !withheldInside(line) && looksLikeHeading(line, this.#previous, this.#nextText())) {
      this.#heading(line, null);
      return;
    }
    const whole = this.#joined(line);
    const source = withheldInside(whole)?.rest ?? whole;
    const text = paragraph(this.#marks.apply(source, start));
    const opened = this.#spaced && /^\p{Ll}/u.test(source) && this.#previous && !/[.:;!?]$/.test(this.#previous);
    if (opened && this.#blocks.continueLast(text)) this.#previous = source;
    else this.#other(text, source);
    this.#gapInside(whole);
  }

  /** A gap inside a paragraph or item is told behind it. */
  #gapInside(source: string): void {
    if (withheldInside(source)) this.#other(withheldBlock({ pages: null }, this.#decided), source);
  }

  /** The line with those that continue it, up to a blank line or a line that begins something of its own. */
  #joined(first: string): string {
    const parts = [first];
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? '';
      const text = line.trim();
      if (text === '' || this.#notes.has(this.#at) || withheldLine(text)) break;
      if (
        /^(?:#{1,6}\s|\||<table|[-*+•▪–—]\s|\d{1,3}\.\s?[\p{Lu}“"*([]|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}|(?:[-*_=–—][ ]?)+$)/u.test(
          text,
        )
      )
        break;
      if (/^o /.test(text) && this.#lists.isOpen()) break;
      // A letter opens a point where the line above has come to an end.
      if (
        /^\((?:\p{Ll}|[ivxl]{1,5})\)\s/u.test(text) &&
        /(?:[;:,.]|\b(?:and|or|et|ou|und|oder|en|och))$/.test(parts.at(-1) ?? '')
      )
        break;
      if (line.includes('\t') && !isMarkTab(line)) break;
      parts.push(text);
    }
    return parts.join(' ').trimEnd().replace(/\\$/, '');
  }

  #isIsolated(): boolean {
    return (this.#lines[this.#at - 1] ?? '').trim() === '' && (this.#lines[this.#at + 1] ?? '').trim() === '';
  }

  #nextText(): string | null {
    for (let i = this.#at + 1; i < this.#lines.length && i < this.#at + 12; i++) {
      const text = (this.#lines[i] ?? '').trim();
      if (text !== '' && !/^[-*_–—]{3,}$/.test(text) && markedPage(text) === null) return text;
    }
    return null;
  }

  #inline(source: string, line = this.#at): string {
    return inline(this.#marks.apply(withoutLeader(source), line));
  }
}

/** A line of a table of contents without its dots and page. */
function withoutLeader(source: string): string {
  return source.length < 400 ? source.replace(/\.{4,}\s?\d{0,4}$/, '') : source;
}
