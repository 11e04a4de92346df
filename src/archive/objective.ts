import type { Objective } from './schema/parts.ts';

/** A reference to an objective taken apart: `2019/1/b` → the strategy or plan `2019`, the objective `1/b` in it. */
export function parseObjective(reference: string): { owner: string; id: string } {
  const slash = reference.indexOf('/');
  return { owner: reference.slice(0, slash), id: reference.slice(slash + 1) };
}

/** All objectives of a tree, each before its children. */
export function* objectivesIn(tree: readonly Objective[] | undefined): Iterable<Objective> {
  for (const objective of tree ?? []) {
    yield objective;
    yield* objectivesIn(objective.children);
  }
}
