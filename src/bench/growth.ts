import type { BenchResult, BenchRow } from './bench.ts';
import { exponent, type Figures, figuresOf } from './figures.ts';
import { together } from './measure.ts';

/** How a step's figures grow between two sizes of the archive. */
export interface Growth extends Figures {
  readonly of: string;
  /** `all`: the steps of it together. */
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

type Row = Omit<BenchRow, 'written'>;

/** The steps of each edition as one. */
export function totals(rows: readonly Row[]): Row[] {
  const editions = Map.groupBy(rows, ({ of }) => of);
  return [...editions].flatMap(([of, list]) => (list.length > 1 ? [{ of, step: 'all', ...together(list) }] : []));
}

function between(smaller: BenchResult, larger: BenchResult): Growth[] {
  const [before, after] = [smaller, larger].map(({ rows }) => [...rows, ...totals(rows)] as readonly Row[]);
  return (after ?? []).flatMap((row) => {
    const same = before?.find(({ of, step }) => of === row.of && step === row.step);
    if (!same || same.failure !== null || row.failure !== null) return [];
    const [from, to] = [smaller.documents, larger.documents];
    const figures = figuresOf((figure) =>
      exponent({ size: from, value: same[figure] }, { size: to, value: row[figure] }),
    );
    return [{ of: row.of, step: row.step, from, to, ...figures }];
  });
}
