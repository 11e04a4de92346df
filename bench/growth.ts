import type { BenchResult } from './bench.ts';
import { exponent, type Figures, figuresOf } from './figures.ts';

/** How the figures of a build grow between two sizes of the archive. */
export interface Growth extends Figures {
  readonly of: string;
  readonly step: string;
  /** Documents. */
  readonly from: number;
  readonly to: number;
}

/** The exponents of growth from each size to the next. */
export function growthOf(results: readonly BenchResult[]): Growth[] {
  const sorted = [...results].sort((a, b) => a.documents - b.documents);
  return sorted.slice(1).flatMap((larger, index) => {
    const smaller = sorted[index];
    return smaller ? between(smaller, larger) : [];
  });
}

function between(smaller: BenchResult, larger: BenchResult): Growth[] {
  return larger.rows.flatMap((row) => {
    const same = smaller.rows.find(({ of, step }) => of === row.of && step === row.step);
    if (!same || same.failure !== null || row.failure !== null) return [];
    const [from, to] = [smaller.documents, larger.documents];
    const figures = figuresOf((figure) =>
      exponent({ size: from, value: same[figure] }, { size: to, value: row[figure] }),
    );
    return [{ of: row.of, step: row.step, from, to, ...figures }];
  });
}
