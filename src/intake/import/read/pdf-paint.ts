import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  type Box,
  boxAt,
  boxRound,
  holds,
  IDENTITY,
  intersection,
  type Matrix,
  multiply,
  pointAt,
  subpathsOf,
} from './pdf-geometry.ts';
import { UnreadableError } from './reading.ts';

/** A character where it is printed: `x0` to `x1` on the base line `y`, in points, y downwards. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Degrees by which it is turned, clockwise. */
  readonly angle: number;
}

export const CONCEALMENTS = ['covered', 'invisible', 'layer', 'outside'] as const;
export type Concealment = (typeof CONCEALMENTS)[number];

/** What a page prints, and what it holds and does not show. */
export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Thin lines: borders of tables, rules above footnotes. */
  readonly rules: readonly Box[];
  /** Small dark shapes, as wide as high: bullets that are drawn rather than written. */
  readonly dots: readonly Box[];
  readonly pictures: number;
  /** Characters of which the file does not say what they are. */
  readonly nameless: number;
  /** Whether the text is what a program recognised in a picture of the page, and laid over it unseen. */
  readonly recognised: boolean;
  /** Characters that run another way than the text, each in a frame turned upright. */
  readonly turned: readonly Glyph[];
  readonly concealed: Readonly<Record<Concealment, readonly Glyph[]>>;
}

interface State {
  matrix: Matrix;
  clip: Box;
  fill: string;
  alpha: number;
  plain: boolean;
  lineWidth: number;
  font: string;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

interface Drawn extends Glyph {
  readonly order: number;
  readonly fill: string;
  readonly why: Concealment | null;
  /** Set in the mode that leaves no ink. */
  readonly unseen: boolean;
}

interface Area extends Box {
  readonly order: number;
  /** Null for a picture. */
  readonly fill: string | null;
}

interface FontFace {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** Of the shape that pdf.js hands over. */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** No page of a document holds more characters. */
const MOST_GLYPHS = 200_000;
const THIN = 3;
/** A picture of that part of a page is a picture of the page. */
const SCANNED = 0.6;
/** Writing as skew as this is upright: what a scanner pulled in slantwise. */
const SKEW = 10;
const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintSolidColorImageMask,
]);

/** The layers of a PDF, as pdf.js tells them. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

/**
 * Follows the painting of a page, operation by operation, without annotations: only so can be told what was painted
 * over, in the colour of the paper, on a layer that is switched off, or beyond the edge. A page whose text stands on
 * its side or its head is turned.
 */
export async function paintPage(page: PDFPageProxy, layers: Layers): Promise<PaintedPage> {
  // 0: no annotations.
  const operations = await page.getOperatorList({ annotationMode: 0 });
  const painted = paint(page, layers, operations, page.rotate);
  const angles = new Map<number, number>();
  for (const { angle } of painted.turned) angles.set(angle, (angles.get(angle) ?? 0) + 1);
  const [angle, count] = [...angles].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (angle % 90 !== 0 || count <= painted.glyphs.length) return painted;
  return paint(page, layers, operations, (page.rotate - angle + 720) % 360);
}

function paint(
  page: PDFPageProxy,
  layers: Layers,
  { fnArray, argsArray }: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>,
  rotation: number,
): PaintedPage {
  const viewport = page.getViewport({ scale: 1, rotation });
  const painter = new Painter(
    viewport.transform as unknown as Matrix,
    viewport.width,
    viewport.height,
    layers,
    (name) => {
      try {
        return page.commonObjs.get(name) as FontFace;
      } catch {
        // A font that could not be loaded; its characters have widths of their own.
        return null;
      }
    },
  );
  for (let i = 0; i < fnArray.length; i++) painter.do(fnArray[i] as number, argsArray[i] as unknown[] | null);
  return painter.result();
}

class Painter {
  readonly #page: Box;
  readonly #layers: Layers;
  readonly #fontOf: (name: string) => FontFace | null;
  readonly #fonts = new Map<string, FontFace | null>();
  readonly #stack: State[] = [];
  readonly #drawn: Drawn[] = [];
  readonly #areas: Area[] = [];
  readonly #rules: Box[] = [];
  /** One an open marked-content sequence: whether it is shown. */
  readonly #marked: boolean[] = [];
  #state: State;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #clipNext = false;
  #order = 0;
  #pictures = 0;
  #nameless = 0;
  #scanned = false;
  readonly #turned: Glyph[] = [];

  constructor(
    matrix: Matrix,
    width: number,
    height: number,
    layers: Layers,
    fontOf: (name: string) => FontFace | null,
  ) {
    this.#page = { x0: 0, y0: 0, x1: width, y1: height };
    this.#layers = layers;
    this.#fontOf = fontOf;
    this.#state = {
      matrix,
      clip: this.#page,
      fill: '#000000',
      alpha: 1,
      plain: true,
      lineWidth: 1,
      font: '',
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  do(operation: number, parameters: unknown[] | null): void {
    const args = (parameters ?? []) as never[];
    const state = this.#state;
    this.#order++;
    switch (operation) {
      case OPS.save:
        this.#stack.push({ ...state });
        break;
      case OPS.restore:
        this.#state = this.#stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ ...state });
        if (Array.isArray(args[0])) state.matrix = multiply(state.matrix, args[0] as unknown as Matrix);
        if (args[1]) this.#clip(args[1] as unknown as ArrayLike<number>);
        break;
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? state;
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as unknown as [string, unknown][]) {
          if (key === 'ca') state.alpha = Number(value);
          if (key === 'BM') state.plain = value === 'source-over' || value === 'normal';
          if (key === 'LW') state.lineWidth = Number(value);
          if (key === 'Font') [state.font, state.fontSize] = value as [string, number];
        }
        break;
      case OPS.setFillRGBColor:
        state.fill = String(args[0]);
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.fill = operation === OPS.setFillTransparent ? 'none' : 'pattern';
        break;
      case OPS.setLineWidth:
        state.lineWidth = Number(args[0]);
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipNext = true;
        break;
      case OPS.constructPath:
        this.#path(
          Number(args[0]),
          args[1] as unknown as ArrayLike<number>[] | null,
          args[2] as unknown as ArrayLike<number> | null,
        );
        break;
      case OPS.beginMarkedContent:
        this.#marked.push(true);
        break;
      case OPS.beginMarkedContentProps:
        this.#marked.push(args[0] !== 'OC' || this.#layers.isVisible(args[1]));
        break;
      case OPS.endMarkedContent:
        this.#marked.pop();
        break;
      default:
        if (IMAGES.has(operation)) this.#picture(operation !== OPS.paintSolidColorImageMask);
        else this.#textOperation(operation, args);
    }
  }

  #textOperation(operation: number, args: never[]): void {
    const state = this.#state;
    switch (operation) {
      case OPS.beginText:
        this.#text = this.#line = IDENTITY;
        break;
      case OPS.setTextMatrix: {
        const given = (args.length === 1 ? args[0] : args) as ArrayLike<number>;
        this.#text = this.#line = Array.from(given) as unknown as Matrix;
        break;
      }
      case OPS.setLeadingMoveText:
        state.leading = -Number(args[1]);
        this.#move(Number(args[0]), Number(args[1]));
        break;
      case OPS.moveText:
        this.#move(Number(args[0]), Number(args[1]));
        break;
      case OPS.nextLine:
        this.#move(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = Number(args[0]);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = Number(args[0]);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = Number(args[0]);
        break;
      case OPS.setHScale:
        state.scale = Number(args[0]) / 100;
        break;
      case OPS.setTextRise:
        state.rise = Number(args[0]);
        break;
      case OPS.setTextRenderingMode:
        state.mode = Number(args[0]);
        break;
      case OPS.setFont:
        [state.font, state.fontSize] = args as unknown as [string, number];
        break;
      case OPS.showText:
        this.#show(args[0] as unknown as (PdfGlyph | number | null)[]);
        break;
    }
  }

  #move(x: number, y: number): void {
    this.#text = this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
  }

  #font(): FontFace | null {
    const { font } = this.#state;
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const face = this.#fontOf(font);
    this.#fonts.set(font, face);
    return face;
  }

  #show(glyphs: readonly (PdfGlyph | number | null)[]): void {
    const { fontSize, charSpacing, wordSpacing, scale, rise, matrix, mode, fill, alpha } = this.#state;
    const font = this.#font();
    const unit = font?.fontMatrix?.[0] ?? 0.001;
    const bold = Boolean(font?.bold || font?.black || /bold|black|heavy/i.test(font?.name ?? ''));
    const shown = !this.#marked.includes(false);
    let x = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        x -= (glyph * fontSize) / 1000;
        continue;
      }
      const width = glyph.width * fontSize * unit;
      const placed = multiply(matrix, this.#text);
      const [x0, y] = pointAt(placed, x * scale, rise);
      const [x1, y1] = pointAt(placed, (x + width) * scale, rise);
      const size = Math.abs(fontSize) * Math.hypot(placed[2], placed[3]);
      x += width + charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const text = lettersOf(glyph.unicode);
      if (NAMELESS.test(text)) this.#nameless++;
      if (text === '') continue;
      const angle = angleOf(placed, fontSize * scale);
      if (angle !== 0) {
        const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        const frame = { x0: x0 * cos + y * sin, x1: x1 * cos + y1 * sin, y: y * cos - x0 * sin };
        this.#turned.push({ text, ...frame, size, bold, angle });
        continue;
      }
      const unseen = mode === 3 || mode === 7;
      const why = !shown ? 'layer' : unseen || alpha === 0 || fill === 'none' || size < 1.5 ? 'invisible' : null;
      const outside =
        !holds(this.#state.clip, (x0 + x1) / 2, y - size * 0.3) || !holds(this.#page, (x0 + x1) / 2, y - size * 0.3);
      const place = { text, x0, x1, y, size, bold, angle };
      this.#drawn.push({ ...place, order: this.#order, fill, unseen, why: why ?? (outside ? 'outside' : null) });
    }
    if (this.#drawn.length > MOST_GLYPHS)
      throw new UnreadableError(`a page holds more than ${MOST_GLYPHS} characters: it is no document`);
    this.#text = multiply(this.#text, [1, 0, 0, 1, x * scale, 0]);
  }

  #picture(covers: boolean): void {
    const box = boxAt(this.#state.matrix, 0, 0, 1, 1);
    this.#pictures++;
    const { x1, y1 } = this.#page;
    const seen = intersection(box, this.#page);
    if ((seen.x1 - seen.x0) * (seen.y1 - seen.y0) > x1 * y1 * SCANNED) this.#scanned = true;
    if (covers && this.#state.alpha > 0.99 && this.#state.plain)
      this.#areas.push({ ...box, order: this.#order, fill: null });
  }

  #clip(box: ArrayLike<number>): void {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box);
    this.#state.clip = intersection(this.#state.clip, boxAt(this.#state.matrix, x0, y0, x1, y1));
  }

  #path(operation: number, data: ArrayLike<number>[] | null, extent: ArrayLike<number> | null): void {
    const { matrix, alpha, plain, fill, lineWidth } = this.#state;
    if (this.#clipNext && extent) this.#clip(extent);
    this.#clipNext = false;
    const paths = data?.[0] ? subpathsOf(data[0], matrix) : [];
    if (FILLS.has(operation) && fill !== 'none' && !this.#marked.includes(false)) {
      const boxes = paths.map(boxRound);
      const frame = boxes.length === 2 && boxes.some((a) => boxes.some((b) => a !== b && contains(a, b)));
      for (const box of boxes) {
        if (frame) this.#rules.push(...edges(box));
        else if (box.x1 - box.x0 < THIN || box.y1 - box.y0 < THIN) this.#rules.push(box);
        else if (alpha > 0.99 && plain) this.#areas.push({ ...box, order: this.#order, fill });
      }
    }
    if (!STROKES.has(operation)) return;
    const half = (lineWidth * Math.hypot(matrix[0], matrix[1])) / 2;
    for (const path of paths) {
      for (let i = 1; i < path.length; i++) {
        const box = boxRound([path[i - 1] as readonly [number, number], path[i] as readonly [number, number]]);
        if (box.x1 - box.x0 > 1 && box.y1 - box.y0 > 1) continue;
        const wide = { x0: box.x0 - half, y0: box.y0 - half, x1: box.x1 + half, y1: box.y1 + half };
        // A line as thick as writing is how some programs black out.
        if (half * 2 < THIN) this.#rules.push(box);
        else if (alpha > 0.99 && plain) this.#areas.push({ ...wide, order: this.#order, fill: '#000000' });
      }
    }
  }

  result(): PaintedPage {
    const glyphs: Drawn[] = [];
    const concealed: Record<Concealment, Glyph[]> = { covered: [], invisible: [], layer: [], outside: [] };
    const printed = this.#drawn.filter(({ why, text }) => why === null && text.trim() !== '').length;
    const unseen = this.#drawn.filter((glyph) => glyph.why === 'invisible' && glyph.unseen).length;
    const recognised = this.#scanned && unseen > printed;
    for (const glyph of this.#drawn) {
      const layer = recognised && glyph.why === 'invisible' && glyph.unseen;
      const why = layer ? null : (glyph.why ?? this.#concealment(glyph));
      if (why === null) glyphs.push(glyph);
      else concealed[why].push(glyph);
    }
    const { x1: width, y1: height } = this.#page;
    return {
      width,
      height,
      glyphs,
      rules: this.#rules,
      dots: this.#areas.filter(isDot),
      pictures: this.#pictures,
      nameless: this.#nameless,
      recognised,
      turned: this.#turned,
      concealed,
    };
  }

  #concealment(glyph: Drawn): Concealment | null {
    const x = (glyph.x0 + glyph.x1) / 2;
    const y = glyph.y - glyph.size * 0.3;
    const light = lightness(glyph.fill);
    let ground: Area | null = null;
    for (const area of this.#areas) {
      if (!holds(area, x, y)) continue;
      if (area.order > glyph.order) return 'covered';
      ground = area;
    }
    // Behind a picture nothing can be said of the ground.
    if (ground?.fill === null || light === null) return null;
    const paper = ground ? lightness(ground.fill) : 1;
    return paper !== null && Math.abs(paper - light) < 0.08 ? 'invisible' : null;
  }
}

/** Degrees, clockwise, by which writing is turned: 0 for what is upright, else a multiple of 15. */
function angleOf([a, b]: Matrix, direction: number): number {
  const sign = direction < 0 ? -1 : 1;
  const degrees = (Math.atan2(b * sign, a * sign) * 180) / Math.PI;
  return Math.abs(degrees) <= SKEW ? 0 : Math.round(degrees / 15) * 15 || 0;
}

/** Codes that TeX's fonts give to signs without names, in place of the control characters they arrive as. */
const TEX: Readonly<Record<string, string>> = {
  '\u000b': 'ff',
  '\u000c': 'fi',
  '\u000d': 'fl',
  '\u000e': 'ffi',
  '\u000f': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0012': '„',
  '\u0013': '«',
  '\u0014': '»',
  '\u0015': '–',
  '\u0016': '—',
  '\u0017': '',
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
};

/** Control characters are no text: a font that does not say what its signs are has them for want of others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const NAMELESS = /^[\u0001-\u0008\u000e-\u001f\u007f-\u009f]$/;

function lettersOf(unicode: string): string {
  return TEX[unicode] ?? unicode;
}

function isDot({ x0, x1, y0, y1, fill }: Area): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const light = fill === null ? null : lightness(fill);
  return light !== null && light < 0.5 && width > THIN && width < 7 && Math.abs(width - height) < 1;
}

function contains(outer: Box, inner: Box): boolean {
  return outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
}

function edges({ x0, y0, x1, y1 }: Box): Box[] {
  return [
    { x0, y0, x1, y1: y0 },
    { x0, y0: y1, x1, y1 },
    { x0, y0, x1: x0, y1 },
    { x0: x1, y0, x1, y1 },
  ];
}

/** From 0, black, to 1; null for what is no plain colour. */
function lightness(colour: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return null;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((hex) => Number.parseInt(hex, 16) / 255);
  return 0.3 * r + 0.59 * g + 0.11 * b;
}
