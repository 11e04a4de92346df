import type { Catalogue } from '../catalogue.ts';
import { parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import { listSources } from '../source.ts';
import { dayBefore, periodOf, type TimelineEvent } from './event.ts';
import { extentOf, historyEvents } from './history.ts';

/**
 * A plan without a period is known by what happened in it, until something is known of the plan after it; without
 * that, by the plan that came after it.
 */
export function planEvent(archive: Catalogue, item: Item<'action-plans'>): TimelineEvent {
  const { record } = item.entry;
  const next = nextPlan(archive, item);
  const known = knownExtent(archive, item);
  const end = next && startOf(archive, next);
  const clipped =
    known && end && end <= known.to && end > known.from ? { from: known.from, to: dayBefore(end) } : known;
  const period = record.period?.value;
  return {
    id: `action-plans.${item.id}`,
    kind: 'plan',
    shape: 'bar',
    date: period ?? (clipped && periodOf(clipped)),
    inferred: period || !clipped ? undefined : 'evidence',
    title: item.title,
    label: record.number === undefined ? item.title : `Plan ${record.number}`,
    item,
    sources: listSources(record.period?.source ?? record.title?.source),
    known: clipped ?? undefined,
    before: next && `action-plans.${next.id}`,
  };
}

function nextPlan(archive: Catalogue, { entry, address }: Item<'action-plans'>): Item<'action-plans'> | undefined {
  const follower = archive
    .incoming(address)
    .find(({ kind, from }) => kind === 'follows' && from.collection === 'action-plans');
  if (follower) return follower.from as Item<'action-plans'>;
  const { number } = entry.record;
  if (number === undefined) return undefined;
  return archive
    .list('action-plans')
    .filter((plan) => (plan.entry.record.number ?? 0) > number)
    .sort((a, b) => (a.entry.record.number ?? 0) - (b.entry.record.number ?? 0))[0];
}

/** First and last day of the events that a plan and its actions have. */
function knownExtent(archive: Catalogue, plan: Item<'action-plans'>): { from: string; to: string } | null {
  const actions = archive.incoming(plan.address).flatMap(({ kind, from }) => (kind === 'plan' ? [from] : []));
  return extentOf([plan, ...actions].flatMap((item) => historyEvents(archive, item)));
}

function startOf(archive: Catalogue, plan: Item<'action-plans'>): string | null {
  const period = plan.entry.record.period?.value;
  return (period && parseDate(period).earliest) || (knownExtent(archive, plan)?.from ?? null);
}
