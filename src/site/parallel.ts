import { diffArrays } from 'diff';
import type { TextPart } from '../markdown/parts.ts';

/** Two texts of one document, part beside part; null where one has no counterpart. */
export type Row = readonly [TextPart | null, TextPart | null];

/**
 * Pairs the parts of two texts: those of the same locator face each other, what stands between them is paired as it
 * comes.
 */
export function parallel(left: readonly TextPart[], right: readonly TextPart[]): Row[] {
  const rows: Row[] = [];
  let onlyLeft: TextPart[] = [];
  let onlyRight: TextPart[] = [];
  let [l, r] = [0, 0];
  const flush = () => {
    for (let i = 0; i < Math.max(onlyLeft.length, onlyRight.length); i++) {
      rows.push([onlyLeft[i] ?? null, onlyRight[i] ?? null]);
    }
    [onlyLeft, onlyRight] = [[], []];
  };
  const names = (parts: readonly TextPart[]) => parts.map(({ locator }) => locator);
  for (const { added, removed, count } of diffArrays(names(left), names(right))) {
    if (removed) onlyLeft = left.slice(l, l + count);
    else if (added) onlyRight = right.slice(r, r + count);
    else {
      flush();
      for (let i = 0; i < count; i++) rows.push([left[l + i] ?? null, right[r + i] ?? null]);
    }
    if (!added) l += count;
    if (!removed) r += count;
  }
  flush();
  return rows;
}
