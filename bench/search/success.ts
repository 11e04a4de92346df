import type { Engine } from '../../src/search/engine.ts';
import { ask } from '../../tests/support/search/site.ts';
import type { QueryClass } from './known-items.ts';
import { mean, rankOf } from './measures.ts';

export interface Success {
  readonly class: string;
  readonly queries: number;
  readonly at1: number;
  readonly at5: number;
  readonly mrr: number;
  /** Fewer were answered than the floor of the class says. */
  readonly fallen: boolean;
}

type Missed = (name: string, query: string, rank: number, got: readonly string[]) => void;

/** Success by class of query; `missed` gets each query whose first result is not the answer. */
export async function measureSuccess(
  engine: Engine,
  classes: readonly QueryClass[],
  missed: Missed,
): Promise<Success[]> {
  const rows: Success[] = [];
  for (const { name, floor, queries } of classes) {
    const ranks: number[] = [];
    for (const { query, answers } of queries) {
      const got = await ask(engine, query);
      const rank = rankOf(got, answers);
      if (rank !== 1) missed(name, query, rank, got);
      ranks.push(rank);
    }
    const at1 = mean(ranks.map((rank) => Number(rank === 1)));
    const at5 = mean(ranks.map((rank) => Number(rank > 0 && rank <= 5)));
    const mrr = mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0)));
    const fallen = at1 < floor[0] || at5 < floor[1];
    rows.push({ class: name, queries: queries.length, at1, at5, mrr, fallen });
  }
  return rows;
}
