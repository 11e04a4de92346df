/** What tells the depth of an item: a label of its own, or a bullet that is used below others. */
type Sign = 'letter' | 'roman' | 'o' | '▪' | 'none';

/**
 * The depth of bullet items. Items with a label of their own (`a)`, `ii.`) are nested by the kind of label, since
 * conversions lose the indentation; the bullets `o` and `▪` stand below others; the rest are nested by indentation.
 */
export class ListLevels {
  readonly #open: { readonly sign: Sign; readonly column: number }[] = [];
  #lastLetter = '';
  /** Columns that the text of an open ordered item is indented by. */
  #base = 0;

  close(): void {
    this.#open.length = 0;
    this.#base = 0;
  }

  isOpen(): boolean {
    return this.#open.length > 0;
  }

  openOrdered(width: number): void {
    this.#open.length = 0;
    this.#base = width;
  }

  /** Spaces to put before the bullet of an item; `column`: how far its bullet is indented in the source. */
  indent(text: string, bullet: string, column: number): number {
    const below = bullet === 'o' || (bullet === '▪' && this.#open.some((item) => item.sign === 'o'));
    const sign = below ? (bullet as Sign) : this.#labelSign(text);
    // A bullet at the margin ends the ordered list above it.
    if (column < 2 && this.#open.length === 0) this.#base = 0;
    const at = this.#open.findLastIndex((item) => item.sign === sign);
    if (sign !== 'none' && at >= 0) this.#open.length = at;
    while (sign === 'none' && (this.#open.at(-1)?.column ?? Number.NEGATIVE_INFINITY) > column - 2) this.#open.pop();
    this.#open.push({ sign, column });
    return this.#base + 2 * (this.#open.length - 1);
  }

  #labelSign(text: string): Sign {
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
