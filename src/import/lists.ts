type LabelKind = 'letter' | 'roman' | 'none';

/**
 * The depth of bullet items. Items with a label of their own (`a)`, `ii.`) are nested by the kind of label, since
 * conversions lose the indentation; others by their indentation.
 */
export class ListLevels {
  readonly #open: LabelKind[] = [];
  #lastLetter = '';
  /** Columns that the text of an open ordered item is indented by. */
  #base = 0;

  close(): void {
    this.#open.length = 0;
    this.#base = 0;
  }

  openOrdered(width: number): void {
    this.#open.length = 0;
    this.#base = width;
  }

  /** Spaces to put before the bullet of an item. */
  indent(text: string, indented: boolean): number {
    const kind = this.#labelKind(text);
    // A bullet at the margin ends the ordered list above it.
    if (!indented && this.#open.length === 0) this.#base = 0;
    const at = this.#open.lastIndexOf(kind);
    if (kind === 'none') this.#open.length = indented ? Math.min(1, this.#open.length) : 0;
    else if (at >= 0) this.#open.length = at;
    this.#open.push(kind);
    return this.#base + 2 * (this.#open.length - 1);
  }

  #labelKind(text: string): LabelKind {
    const label = /^\(?([a-z]{1,4})[.)]\s/.exec(text)?.[1];
    if (!label) return 'none';
    const roman = /^(?:x{0,3}(?:ix|iv|v?i{0,3}))$/.test(label);
    const nextLetter = label.length === 1 && label.charCodeAt(0) === this.#lastLetter.charCodeAt(0) + 1;
    if (roman && !nextLetter && (label !== 'i' || this.#lastLetter !== 'h')) return 'roman';
    if (label.length > 1) return 'none';
    this.#lastLetter = label;
    return 'letter';
  }
}
