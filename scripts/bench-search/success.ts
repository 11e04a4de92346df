import type { Engine } from '../../src/search/engine.ts';
import { ask } from '../../src/search/testing/site.ts';
import type { KnownItem } from './known-items.ts';
import { mean, rankOf } from './measures.ts';

export interface Success {
  readonly kind: string;
  readonly queries: number;
  readonly at1: number;
  readonly at5: number;
  readonly mrr: number;
}

/** Success by class of query; `missed` is told each query whose first result is not the answer. */
export async function measureSuccess(
  engine: Engine,
  items: readonly KnownItem[],
  missed: (item: KnownItem, rank: number, got: readonly string[]) => void,
): Promise<Success[]> {
  const ranks = new Map<string, number[]>();
  for (const item of items) {
    const got = await ask(engine, item.query);
    const rank = rankOf(got, item.answers);
    if (rank !== 1) missed(item, rank, got);
    ranks.set(item.kind, [...(ranks.get(item.kind) ?? []), rank]);
  }
  return [...ranks].map(([kind, list]) => ({
    kind,
    queries: list.length,
    at1: mean(list.map((rank) => Number(rank === 1))),
    at5: mean(list.map((rank) => Number(rank > 0 && rank <= 5))),
    mrr: mean(list.map((rank) => (rank > 0 ? 1 / rank : 0))),
  }));
}
