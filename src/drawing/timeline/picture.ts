import { type Box, type Label, LINE_HEIGHT, Placed, widthOf } from './labels.ts';

/** A figure of the picture: its outline as an SVG path, and the room it takes. */
export interface Shape extends Box {
  readonly className: string;
  readonly path: string;
  /** The events it stands for, in order. */
  readonly ids: readonly string[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
  /** How many marks the picture has no place for: undated, or more than its rows hold. */
  readonly left: number;
}

/** Words keep this distance from what follows them. */
export const AIR = 3;

/** Collects the figures and words of a picture while it is laid out. */
export class Sheet {
  readonly shapes: Shape[] = [];
  readonly labels: Label[] = [];
  readonly placed: Placed;
  readonly width: number;

  constructor(width: number) {
    this.width = width;
    this.placed = new Placed({ x: 0, y: 0, width, height: Number.POSITIVE_INFINITY });
  }

  shape(className: string, path: string, box: Box, ids: readonly string[] = []): void {
    this.shapes.push({ className, path, ids, ...rounded(box) });
  }

  rect(className: string, box: Box, ids: readonly string[] = []): void {
    const { x, y, width, height } = rounded(box);
    this.shape(className, `M${x} ${y}h${width}v${height}h${-width}z`, box, ids);
  }

  line(className: string, x: number, y: number, toX: number, toY: number): void {
    const box = { x: Math.min(x, toX), y: Math.min(y, toY), width: Math.abs(toX - x), height: Math.abs(toY - y) };
    this.shape(className, `M${round(x)} ${round(y)}L${round(toX)} ${round(toY)}`, box);
  }

  /** Writes words at the first of the starts where they are free; tells where, or null. */
  write(className: string, text: string, y: number, starts: readonly number[], air = AIR): Label | null {
    const width = widthOf(text) + air;
    const label = this.placed.first(
      starts.map((x) => ({ x: round(x), y, width, height: LINE_HEIGHT, text, className })),
    );
    if (label) this.labels.push(label);
    return label;
  }
}

export const round = (value: number): number => Math.round(value * 10) / 10;

function rounded({ x, y, width, height }: Box): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
