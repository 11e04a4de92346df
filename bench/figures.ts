import type { Cost } from './measure.ts';

/** The figures of a cost; `failure` is none. */
export const FIGURES = ['wall', 'cpu', 'process', 'memory'] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = Readonly<Record<Figure, number | null>>;

/** The one in the middle, or half-way between the two there. Throws where there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('there is no median of nothing');
  return (low + high) / 2;
}

/** Each figure on its own; null where one run does not tell it. */
export function medians(costs: readonly Cost[]): Figures {
  return figuresOf((figure) => {
    const values = costs.map((cost) => cost[figure]).filter((value) => value !== null);
    return values.length === costs.length ? median(values) : null;
  });
}

/** How many times what `one` took `other` takes. */
export function ratios(one: Figures, other: Figures): Figures {
  return figuresOf((figure) => {
    const [a, b] = [one[figure], other[figure]];
    return a === null || b === null || a === 0 ? null : b / a;
  });
}

/**
 * The exponent `e` of growth by which a figure follows size: `value = c · size^e`. 1 is linear, 0 constant. Null where
 * two points do not tell: a figure is unknown or nothing, or both sizes are the same.
 */
export function exponent(from: Point, to: Point): number | null {
  if (!from.value || !to.value || from.size === to.size) return null;
  return Math.log(to.value / from.value) / Math.log(to.size / from.size);
}

export interface Point {
  readonly size: number;
  readonly value: number | null;
}

export function figuresOf(value: (figure: Figure) => number | null): Figures {
  return { wall: value('wall'), cpu: value('cpu'), process: value('process'), memory: value('memory') };
}
