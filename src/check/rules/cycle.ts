import type { Entry } from '../../archive/collections.ts';
import type { Rule } from '../rule.ts';

/** Relations that lead back in time, so that no chain of them can close. */
function earlier(entry: Entry): readonly (readonly [id: string, path: readonly (string | number)[]])[] {
  const many = (key: string, relations: readonly { to: string }[] | undefined) =>
    (relations ?? []).map(({ to }, index) => [to, [key, index]] as const);
  switch (entry.collection) {
    case 'documents':
      return ((entry as Entry<'documents'>).record.previous ?? []).map(
        (id, index) => [id, ['previous', index]] as const,
      );
    case 'actions':
      return many('follows', (entry as Entry<'actions'>).record.follows);
    case 'action-plans':
      return many('follows', (entry as Entry<'action-plans'>).record.follows);
    case 'strategies':
      return many('supersedes', (entry as Entry<'strategies'>).record.supersedes);
    case 'acts': {
      const { supersedes, repeals } = (entry as Entry<'acts'>).record;
      return [...many('supersedes', supersedes), ...many('repeals', repeals)];
    }
    case 'working-parties': {
      const { predecessor } = (entry as Entry<'working-parties'>).record;
      return predecessor ? [[predecessor.to, ['predecessor']]] : [];
    }
    default:
      return [];
  }
}

export const cycle: Rule = {
  code: 'CYCLE',
  contract: 'No chain of previous, follows, supersedes or predecessor comes back to where it began.',
  *check({ content }) {
    const entries = new Map(content.entries.map((entry) => [`${entry.collection}/${entry.id}`, entry]));
    const done = new Set<string>();
    for (const start of entries.keys()) {
      // Depth first without recursion: chains of versions may be long. The keys of the trail are in its order.
      const trail = new Map<string, Step>();
      const enter = (key: string) => {
        const entry = entries.get(key);
        if (entry && !done.has(key)) trail.set(key, { entry, edges: earlier(entry), next: 0 });
      };
      const stack = [start];
      enter(start);
      for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
        const step = trail.get(key);
        const edge = step?.edges[step.next++];
        if (!step || !edge) {
          done.add(key);
          trail.delete(key);
          stack.pop();
          continue;
        }
        const target = `${step.entry.collection}/${edge[0]}`;
        if (!trail.has(target)) {
          stack.push(target);
          enter(target);
          continue;
        }
        const round = [...stack.slice(stack.indexOf(target)), target].map((one) => one.slice(one.indexOf('/') + 1));
        yield {
          entry: step.entry,
          path: edge[1],
          message: `the chain comes back to itself: ${round.join(' → ')}`,
          fix: 'remove the link that does not lead to something earlier',
        };
      }
    }
  },
};

/** An entry of the trail, with the links that lead on from it. */
interface Step {
  readonly entry: Entry;
  readonly edges: ReturnType<typeof earlier>;
  next: number;
}
