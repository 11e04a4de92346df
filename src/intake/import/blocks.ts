/** A stretch of output; `item` blocks follow each other without a blank line. */
interface Block {
  readonly kind: 'item' | 'note' | 'other';
  readonly text: string;
}

/** Blocks of Markdown in the order of the text, with the beginnings of pages. */
export class Blocks {
  readonly #blocks: Block[] = [];
  /** Pages that begin before the next block. */
  #pages: string[] = [];

  pageBegins(page: string): void {
    this.#pages.push(page);
  }

  push(kind: Block['kind'], text: string): void {
    // A footnote is shown elsewhere: it holds no beginning of a page.
    if (kind !== 'note') this.#place(kind, text);
    else this.#blocks.push({ kind, text });
  }

  /** Appends to the last block where that is a plain one; false where it is not. */
  continueLast(text: string): boolean {
    const last = this.#blocks.at(-1);
    if (last?.kind !== 'other') return false;
    const marks = this.#pages.map((page) => `:page[${page}]`).join('');
    this.#pages = [];
    this.#blocks[this.#blocks.length - 1] = { kind: 'other', text: `${last.text} ${marks}${text}` };
    return true;
  }

  markdown(): string {
    const parts: string[] = [];
    let last: Block | null = null;
    for (const block of this.#blocks) {
      if (last) parts.push(last.kind === 'item' && block.kind === 'item' ? '\n' : '\n\n');
      parts.push(block.text);
      last = block;
    }
    parts.push(...this.#pages.map((page) => `${parts.length > 0 ? '\n\n' : ''}::page[${page}]`));
    return parts.length === 0 ? '' : `${parts.join('')}\n`;
  }

  /** In a paragraph or item the page stands inside, so that it parts no list; before other blocks on its own. */
  #place(kind: Block['kind'], text: string): void {
    const pages = this.#pages;
    this.#pages = [];
    if (pages.length > 0 && (kind === 'item' || !/^(?:#{1,6} |\||:::|\[\^)/.test(text))) {
      const marks = pages.map((page) => `:page[${page}]`).join('');
      const label = kind === 'item' ? (/^ *(?:-|\d+\.) /.exec(text)?.[0] ?? '') : '';
      this.#blocks.push({ kind, text: `${label}${marks}${text.slice(label.length)}` });
      return;
    }
    for (const page of pages) this.#blocks.push({ kind: 'other', text: `::page[${page}]` });
    this.#blocks.push({ kind, text });
  }
}
