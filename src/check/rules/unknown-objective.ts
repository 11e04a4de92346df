import type { Entry } from '../../archive/collections.ts';
import { objectivesIn, parseObjective } from '../../archive/objective.ts';
import { didYouMean } from '../../archive/suggest.ts';
import type { Rule } from '../rule.ts';

export const unknownObjective: Rule = {
  code: 'UNKNOWN-OBJECTIVE',
  contract: 'An objective that an action serves is one of a strategy or action plan of the archive.',
  *check({ content, exists }) {
    const known = new Map<string, ReadonlySet<string>>();
    for (const entry of content.entries) {
      if (entry.collection !== 'strategies' && entry.collection !== 'action-plans') continue;
      const { objectives } = (entry as Entry<'strategies'> | Entry<'action-plans'>).record;
      known.set(entry.id, new Set([...objectivesIn(objectives)].map(({ id }) => id)));
    }
    for (const entry of content.entries) {
      if (entry.collection !== 'actions') continue;
      const { objectives = [] } = (entry as Entry<'actions'>).record;
      for (const [index, { objective }] of objectives.entries()) {
        const path = ['objectives', index, 'objective'];
        const { owner, id } = parseObjective(objective);
        const ids = known.get(owner);
        if (ids?.has(id)) continue;
        if (ids) {
          const fix = `its objectives are: ${[...ids].slice(0, 12).join(', ')}${didYouMean(id, ids)}`;
          yield { entry, path, message: `"${owner}" has no objective "${id}"`, fix };
        } else if (!exists('strategies', owner) && !exists('action-plans', owner)) {
          const fix = `begin with the id of a strategy or action plan: 2019/1/b${didYouMean(owner, known.keys())}`;
          yield { entry, path, message: `no strategy or action plan is called "${owner}"`, fix };
        }
      }
    }
  },
};
