import type { Item } from '../archive/item.ts';

type Action = Item<'actions'>;

/** A number of a plan, with its action where the archive knows it. */
export interface NumberedCell {
  readonly number: string;
  readonly action: Action | undefined;
}

/**
 * The numbers of a plan from 1 to the highest that is known: how many actions it has at least, and which of them the
 * archive knows. Actions that are not numbered in their plan have no cell.
 */
export function numberedIn(actions: readonly Action[]): {
  readonly cells: readonly NumberedCell[];
  readonly known: number;
  readonly unknown: number;
} {
  const byNumber = new Map(
    actions.flatMap((action) => {
      const [, plan, number] = /^(\d+)\.(\d+)$/.exec(action.id) ?? [];
      return plan && number ? [[Number(number), { plan, action }] as const] : [];
    }),
  );
  const highest = Math.max(0, ...byNumber.keys());
  const plan = [...byNumber.values()][0]?.plan;
  // A number that is far off says nothing of how many there are.
  if (highest > MOST) return { cells: [], known: 0, unknown: 0 };
  const cells = Array.from({ length: highest }, (_, index) => ({
    number: `${plan}.${index + 1}`,
    action: byNumber.get(index + 1)?.action,
  }));
  return { cells, known: byNumber.size, unknown: highest - byNumber.size };
}

const MOST = 200;
