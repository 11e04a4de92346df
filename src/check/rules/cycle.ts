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
      const trail: string[] = [];
      const stack: { key: string; next: number }[] = [{ key: start, next: 0 }];
      // Depth first without recursion: chains of versions may be long.
      while (stack.length > 0) {
        const top = stack.at(-1) as { key: string; next: number };
        const entry = entries.get(top.key);
        if (top.next === 0) trail.push(top.key);
        const edge = entry && !done.has(top.key) ? earlier(entry)[top.next++] : undefined;
        if (!edge || !entry) {
          done.add(top.key);
          trail.pop();
          stack.pop();
          continue;
        }
        const target = `${entry.collection}/${edge[0]}`;
        const back = trail.indexOf(target);
        if (back < 0) {
          if (entries.has(target) && !done.has(target)) stack.push({ key: target, next: 0 });
          continue;
        }
        const round = [...trail.slice(back), target].map((key) => key.slice(key.indexOf('/') + 1));
        yield {
          entry,
          path: edge[1],
          message: `the chain comes back to itself: ${round.join(' → ')}`,
          fix: 'remove the link that does not lead to something earlier',
        };
      }
    }
  },
};
