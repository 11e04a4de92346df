/** A rectangle of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Words in the picture with the room they take; `x` and `y` of the text are its start and baseline. */
export interface Label extends Box {
  readonly text: string;
  readonly className: string;
}

export const FONT_SIZE = 12;
export const LINE_HEIGHT = 15;

/** Widths in em, on the safe side for the usual sans-serif faces: no font is measured when a page is built. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'’|!()[\]]/, 0.36],
  [/[ftr /-]/, 0.42],
  [/[mW@%]/, 0.98],
  [/[wM]/, 0.86],
  [/[A-Z]/, 0.76],
  [/[0-9]/, 0.62],
];
const OTHER = 0.64;

/** Width of words set at a font size. */
export function widthOf(text: string, size = FONT_SIZE): number {
  let em = 0;
  for (const letter of text)
    em += letter > '\u2fff' ? 1.05 : (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER);
  return Math.ceil(em * size);
}

/** The words cut to a width, with an ellipsis; null where less than three letters fit. */
export function fitted(text: string, width: number, size = FONT_SIZE): string | null {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, middle).join('')}…`, size) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? null : `${letters.slice(0, low).join('').trimEnd()}…`;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Keeps what has been placed apart. Looks only at neighbours, so that thousands of labels stay quick. */
export class Placed {
  readonly #columns = new Map<number, Box[]>();
  readonly #bounds: Box;

  constructor(bounds: Box) {
    this.#bounds = bounds;
  }

  /** Whether a box lies inside the picture and clear of all that has been placed. */
  isFree(box: Box): boolean {
    const { x, y, width, height } = this.#bounds;
    if (box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height) return false;
    return this.#columnsOf(box).every((column) => !this.#columns.get(column)?.some((other) => overlap(box, other)));
  }

  add(box: Box): void {
    for (const column of this.#columnsOf(box)) {
      const boxes = this.#columns.get(column);
      if (boxes) boxes.push(box);
      else this.#columns.set(column, [box]);
    }
  }

  /** Places the first of the boxes that is free. */
  first<B extends Box>(boxes: readonly B[]): B | null {
    const free = boxes.find((box) => this.isFree(box)) ?? null;
    if (free) this.add(free);
    return free;
  }

  #columnsOf({ x, width }: Box): number[] {
    const first = Math.floor(x / 50);
    return Array.from({ length: Math.floor((x + width) / 50) - first + 1 }, (_, index) => first + index);
  }
}
