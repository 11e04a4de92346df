import type { Element, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { htmlToHast } from 'satteri';
import { withoutOwnMarks } from '../page-mark.ts';
import { plural, type ReadText } from './reading.ts';

const SKIPPED = new Set(
  'script style template noscript iframe object embed svg math head title select button'.split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** A web page as text. What a browser would not show is left out and counted. */
export function readHtml(html: string): ReadText {
  const writer = new HtmlWriter(false);
  const { text, hidden } = writer.write(withoutOwnMarks(html));
  const warnings = hidden.length > 0 ? [`left out: ${plural(hidden.length, 'hidden part')} of the page`] : [];
  return { ok: true, text, asides: [{ where: 'hidden text', text: hidden.join('\n') }], warnings };
}

/** Turns HTML into the lines that the importer reads. */
export class HtmlWriter {
  readonly #tabs: boolean;
  readonly #lines: string[] = [];
  readonly #hidden: string[] = [];

  /** `tabs`: whether a tab in the text means a tab, as in what mammoth writes. */
  constructor(tabs: boolean) {
    this.#tabs = tabs;
  }

  write(html: string): { text: string; hidden: readonly string[] } {
    this.#blocks(htmlToHast(html) as Root, '');
    return {
      text: `${this.#lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()}\n`,
      hidden: this.#hidden,
    };
  }

  /** Children of a block: runs of inline content become paragraphs, blocks follow their own form. */
  #blocks(parent: Root | Element, indent: string): void {
    let run: RootContent[] = [];
    const flush = () => {
      this.#paragraph(run, indent);
      run = [];
    };
    for (const node of parent.children) {
      if (node.type === 'element' && BLOCKS.has(node.tagName)) {
        flush();
        if (!this.#isHidden(node)) this.#block(node, indent);
      } else run.push(node);
    }
    flush();
  }

  #block(node: Element, indent: string): void {
    const { tagName } = node;
    const level = /^h([1-6])$/.exec(tagName)?.[1];
    if (level) {
      const words = this.#inline(node.children).replace(/\n/g, ' ').replaceAll('**', '').trim();
      if (words) this.#lines.push('', `${'#'.repeat(Number(level))} ${words}`, '');
    } else if (tagName === 'hr') this.#lines.push('', '---', '');
    else if (tagName === 'pre') this.#lines.push('', ...textOf(node).split('\n'), '');
    else if (tagName === 'table') this.#table(node, indent);
    else if (tagName === 'ul' || tagName === 'ol') this.#list(node, indent);
    else this.#blocks(node, indent);
  }

  #paragraph(nodes: readonly RootContent[], indent: string): void {
    const text = this.#inline(nodes);
    if (text === '') return;
    // A page that begins with the paragraph stands before it.
    const [, mark = '', words = ''] = /^((?:\*\*)?\ue002\d+\ue003)?([\s\S]*)$/.exec(text) ?? [];
    if (mark) this.#lines.push('', mark.replaceAll('*', ''));
    this.#lines.push(
      '',
      ...`${mark.startsWith('**') ? '**' : ''}${words}`.split('\n').map((line) => indent + line.trimStart()),
      '',
    );
  }

  #list(list: Element, indent: string): void {
    let number = Number(list.properties.start ?? 1);
    for (const item of list.children) {
      if (item.type !== 'element' || this.#isHidden(item)) continue;
      if (item.tagName !== 'li') {
        this.#block(item, `${indent}  `);
        continue;
      }
      const inner = item.children.filter((node) => node.type !== 'element' || !/^[uo]l$/.test(node.tagName));
      const words = this.#inline(inner).replace(/\n/g, ' ');
      const mark = /^(?:\*\*)?(\ue002\d+\ue003)/.exec(words)?.[1];
      if (mark) this.#lines.push('', mark, '');
      const text = mark ? words.replace(mark, '') : words;
      const note = /^(?:foot|end)note-/.test(String(item.properties.id ?? ''));
      // A note's text is told by its mark, as in the text of a PDF.
      if (note) this.#lines.push('', `<sup>${number}</sup> ${text.replace(/\s*↑\s*$/, '')}`, '');
      else if (text) this.#lines.push(`${indent}${list.tagName === 'ol' ? `${number}.` : '-'} ${text}`);
      number++;
      for (const node of item.children) {
        if (node.type === 'element' && /^[uo]l$/.test(node.tagName)) this.#list(node, `${indent}  `);
      }
    }
    if (indent === '') this.#lines.push('');
  }

  #table(table: Element, indent: string): void {
    const rows = elementsIn(table, 'tr').filter((row) => !this.#isHidden(row));
    const cells = rows.map((row) => elementsOf(row).filter((cell) => !this.#isHidden(cell)));
    if (
      cells.every(([label, text, ...more]) => label && text && more.length === 0 && LABEL.test(textOf(label).trim()))
    ) {
      for (const [label, text] of cells as [Element, Element][])
        this.#labelled(this.#inline(label.children), text, indent);
      return;
    }
    // A table of one column, or round tables and nothing of its own beside them, only places what it holds.
    const nested = elementsIn(table, 'table').length > 0;
    const columns = new Set(cells.map((row) => row.length));
    if (!cells.some((row) => row.length > 1) || (nested && (cells.length < 2 || columns.size > 1))) {
      for (const cell of cells.flat()) this.#blocks(cell, indent);
      return;
    }
    this.#lines.push('');
    for (const row of this.#grid(cells)) {
      if (row.some((text) => text !== ''))
        this.#lines.push(`| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`);
    }
    this.#lines.push('');
  }

  /** A paragraph whose number stands in a cell of its own. */
  #labelled(label: string, text: Element, indent: string): void {
    const from = this.#lines.length;
    this.#blocks(text, indent);
    const first = this.#lines.findIndex((line, i) => i >= from && line.trim() !== '');
    if (first < 0) this.#lines.push('', `${indent}${label}`, '');
    else this.#lines[first] = `${indent}${label} ${(this.#lines[first] ?? '').trimStart()}`;
  }

  /** The words of cells in rows and columns: a cell over several rows stands in each, one over several columns in the first. */
  #grid(rows: readonly (readonly Element[])[]): string[][] {
    const grid: string[][] = rows.map(() => []);
    for (const [at, row] of rows.entries()) {
      let column = 0;
      for (const cell of row) {
        while (grid[at]?.[column] !== undefined) column++;
        const text = this.#inline(cell.children).replace(/\s*\n\s*/g, ' ');
        const [wide, high] = [spanOf(cell.properties.colSpan), spanOf(cell.properties.rowSpan)];
        for (const line of grid.slice(at, at + high)) {
          for (let i = 0; i < wide; i++) line[column + i] = i === 0 ? text : '';
        }
      }
    }
    return grid.map((row) => Array.from(row, (text) => text ?? ''));
  }

  /** Inline content; blocks inside it are set off by line ends. */
  #inline(nodes: readonly RootContent[]): string {
    const parts = nodes.map((node) => this.#inlineNode(node)).join('');
    return parts
      .replace(/[ ]*\n[ ]*/g, '\n')
      .replace(/ {2,}/g, ' ')
      .replace(/\n{2,}/g, '\n')
      .replace(/\*\*([.,:;]?)\*\*/g, '$1')
      .trim();
  }

  #inlineNode(node: RootContent): string {
    if (node.type === 'text') return node.value.replace(this.#tabs ? /[ \n\r\f]+/g : /[ \t\n\r\f]+/g, ' ');
    if (node.type !== 'element' || this.#isHidden(node)) return '';
    const { tagName, children } = node;
    if (tagName === 'br') return '\n';
    if (tagName === 'table') return `\n${this.#tableInLine(node)}\n`;
    const inner = children.map((child) => this.#inlineNode(child)).join('');
    if (tagName === 'sup') {
      const number = /^\s*[[(]?(\d{1,3})[)\]]?\s*$/.exec(inner)?.[1];
      return number ? `<sup>${number}</sup>` : inner;
    }
    if (/^(?:b|strong)$/.test(tagName)) return wrapped(inner, '**');
    if (/^(?:i|em)$/.test(tagName)) return wrapped(inner, '*');
    return BLOCKS.has(tagName) ? `\n${inner}\n` : inner;
  }

  /** A table inside a cell: `Leader: NL; Others: BE`. */
  #tableInLine(table: Element): string {
    const rows = elementsIn(table, 'tr').map((row) => elementsOf(row).map((cell) => this.#inline(cell.children)));
    return rows
      .map((row) => row.filter((text) => text !== '').join(': '))
      .filter((text) => text !== '')
      .join('; ');
  }

  /** Notes down what an element hides; what nobody is meant to read, such as scripts, is not even that. */
  #isHidden(element: Element): boolean {
    const { tagName, properties } = element;
    if (SKIPPED.has(tagName)) return true;
    const style = String(properties.style ?? '');
    const hidden =
      (properties.hidden !== undefined && properties.hidden !== false) ||
      /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?:[;\s]|\.0+[;\s]|$)/i.test(style);
    const text = hidden ? textOf(element).trim() : '';
    if (text) this.#hidden.push(text);
    return hidden;
  }
}

/** A number or bullet that opens a paragraph, in a cell of its own. */
const LABEL = /^(?:\(?(?:\d{1,3}|[ivxlc]{1,6}|\p{L})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[—–•-])$/iu;

const elementsOf = (row: Element): Element[] =>
  row.children.filter((node): node is Element => node.type === 'element' && /^t[dh]$/.test(node.tagName));

/** How many rows or columns a cell takes; no table has more. */
function spanOf(value: unknown): number {
  return Math.min(100, Math.max(1, Number(value ?? 1) || 1));
}

function wrapped(text: string, sign: string): string {
  const words = text.trim();
  if (words === '' || words.includes('\n') || /^[\ue002\ue003\d]*$/.test(words)) return text;
  const [before = '', after = ''] = text.split(words);
  return `${before}${sign}${words}${sign}${after}`;
}

function elementsIn(parent: Element, name: string): Element[] {
  const found: Element[] = [];
  const pending = [...parent.children].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type !== 'element') continue;
    if (node.tagName === name) found.push(node);
    if (node.tagName !== 'table') pending.push(...[...node.children].reverse());
  }
  return found;
}
