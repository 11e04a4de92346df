import { slugOfText } from '../archive/address.ts';

/**
 * Locators of a text: how its sections, numbered paragraphs and items are called in a source
 * (`ST-15116-2022-INIT#2.1-4`) and, with a prefix, in the page. The walker is told of headings, items and other
 * blocks in the order of the text and answers with the locator of each.
 *
 * - A heading: `{#id}` if it bears one; its number (`2.1`), a single number below an open section put behind that
 *   section's (`4-2`); else the slug of its words.
 * - A section is opened by a heading with a number or `{#id}`, and by any other heading that is not nested in an
 *   open section.
 * - A numbered or lettered item: its section or parent item, `-`, its own number or letter.
 * - Any other block: its section, `-p` and its place, counted from 1 through the section.
 */
export class LocatorWalker {
  readonly #sections: { level: number; id: string; blocks: number }[] = [];
  readonly #taken: Set<string>;
  #blocksOutside = 0;

  /** `taken`: locators that something else has. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  heading(level: number, words: string, explicit?: string): string {
    while ((this.#sections.at(-1)?.level ?? 0) >= level) this.#sections.pop();
    const parent = this.#sections.at(-1);
    const number = explicit ? null : headingNumber(words);
    const own =
      explicit ?? (number ? (parent && !/[.]/.test(number) ? `${parent.id}-${number}` : number) : slugOfText(words));
    const id = this.#claim(own);
    if (explicit || number || !parent) this.#sections.push({ level, id, blocks: 0 });
    return id;
  }

  /** @param parent locator of the item around it, if any */
  item(label: string, parent: string | null): string {
    const base = parent ?? this.#sections.at(-1)?.id;
    return this.#claim(base ? `${base}-${label}` : label);
  }

  block(): string {
    const section = this.#sections.at(-1);
    if (section) return this.#claim(`${section.id}-p${++section.blocks}`);
    return this.#claim(`p${++this.#blocksOutside}`);
  }

  /** A locator is given once; the next text that would have it gets `-2`, `-3` … behind it. */
  #claim(id: string): string {
    let unique = id;
    for (let n = 2; this.#taken.has(unique); n++) unique = `${id}--${n}`;
    this.#taken.add(unique);
    return unique;
  }
}

/** The number at the beginning of a heading: `2.1`, `4`, from `2.1 Title`, `4. Title`, `4) Title`. */
function headingNumber(words: string): string | null {
  const match = /^(\d{1,3}(?:\.\d{1,3}){0,5})(?:[.)]|(?=\s))\s*\S/.exec(words);
  return match?.[1] ?? null;
}

/** The label at the beginning of an item: `a` from `(a) text` or `a) text`, `ii` from `ii. text`. */
export function itemLabel(words: string): string | null {
  const match = /^\(([a-z]{1,5}|\d{1,3})\)\s|^([a-z]{1,5}|\d{1,3})\)\s|^([ivx]{1,5}|[a-z])\.\s/.exec(words);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
