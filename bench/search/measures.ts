/** Discounted gain of the first `depth` results against the best order possible; every relevant document gains 1. */
export function ndcg(results: readonly string[], relevant: ReadonlySet<string>, depth = 10): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  const best = Array.from({ length: Math.min(depth, relevant.size) }, (_, rank) => gain(rank));
  const got = results.slice(0, depth).map((one, rank) => (relevant.has(one) ? gain(rank) : 0));
  return sum(best) === 0 ? 0 : sum(got) / sum(best);
}

/** The rank of the first result that answers, from 1; 0 where none does. */
export function rankOf(results: readonly string[], answers: readonly string[]): number {
  return results.findIndex((one) => answers.includes(one)) + 1;
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
export const mean = (numbers: readonly number[]) => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length);

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
