import { distance } from 'fastest-levenshtein';

/** The candidate nearest to what was typed, if it is near enough to be a slip. */
export function nearest(typed: string, candidates: Iterable<string>): string | null {
  const limit = Math.max(1, Math.min(4, Math.ceil(typed.length / 3)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  const folded = typed.toLowerCase();
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) > limit) continue;
    const d = distance(folded, candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** ` (did you mean "access"?)`, or nothing. */
export function didYouMean(typed: string, candidates: Iterable<string>): string {
  const suggestion = nearest(typed, candidates);
  return suggestion ? ` (did you mean "${suggestion}"?)` : '';
}
