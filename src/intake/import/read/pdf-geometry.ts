/** An upright rectangle in points, y downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export type Matrix = readonly [number, number, number, number, number, number];
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function pointAt([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright rectangle round one that a matrix moves. */
export function boxAt(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  return boxRound([pointAt(matrix, x0, y0), pointAt(matrix, x1, y0), pointAt(matrix, x0, y1), pointAt(matrix, x1, y1)]);
}

export function boxRound(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

export function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

export function intersection(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) };
}

/** Subpaths as pdf.js codes them: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): (readonly [number, number])[][] {
  const paths: (readonly [number, number])[][] = [];
  const take = (at: number) => paths.at(-1)?.push(pointAt(matrix, data[at] ?? 0, data[at + 1] ?? 0));
  for (let at = 0; at < data.length; ) {
    const code = data[at++];
    if (code === 0) paths.push([]);
    if (code === 0 || code === 1) take(at);
    else if (code === 2) take(at + 4);
    else if (code === 3) take(at + 2);
    at += code === 2 ? 6 : code === 3 ? 4 : code === 4 ? 0 : 2;
  }
  return paths.filter((path) => path.length > 1);
}
