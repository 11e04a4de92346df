import type { Catalogue } from '../catalogue.ts';
import type { Item } from '../item.ts';
import { listSources } from '../source.ts';
import type { TimelineEvent } from './event.ts';
import { historyEvents, reportedDates, shortLabel, witnessesIn } from './history.ts';

/** A plan in its period. Without one, what happened in the plan and its actions shows when there was a plan. */
export function planEvent(archive: Catalogue, item: Item<'action-plans'>): TimelineEvent {
  const { period } = item.entry.record;
  const actions = archive.incoming(item.address).flatMap(({ kind, from }) => (kind === 'plan' ? [from] : []));
  return {
    id: `action-plans.${item.id}`,
    kind: 'plan',
    shape: 'bar',
    date: period?.value ?? null,
    planned: period?.mode === 'planned',
    inferred: period?.inferred !== undefined,
    title: item.title,
    label: shortLabel(item),
    item,
    sources: period?.inferred === undefined ? listSources(period?.source) : [],
    known: witnessesIn([item, ...actions].flatMap((one) => reportedDates(historyEvents(archive, one)))),
  };
}
