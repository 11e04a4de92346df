import type { Catalogue } from '../catalogue.ts';
import { formatDate, parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import { listSources } from '../source.ts';
import { dayBefore, eventId, periodOf, type TimelineEvent } from './event.ts';
import { historyEvents, shortLabel } from './history.ts';
import { planEvent } from './plan.ts';

/** What one entry brings to a timeline: itself where it has a date or a period, and its history. */
export function entryEvents(archive: Catalogue, item: Item): TimelineEvent[] {
  const history = historyEvents(archive, item);
  return [...ownEvents(archive, item, history), ...history];
}

function ownEvents(archive: Catalogue, item: Item, history: readonly TimelineEvent[]): TimelineEvent[] {
  switch (item.collection) {
    case 'documents':
      return [documentEvent(item as Item<'documents'>)];
    case 'meetings':
      return [meetingEvent(item as Item<'meetings'>)];
    case 'acts':
      return item.date ? [actEvent(item as Item<'acts'>)] : [];
    case 'action-plans':
      return [planEvent(archive, item as Item<'action-plans'>)];
    case 'strategies':
      return [strategyEvent(archive, item as Item<'strategies'>)];
    case 'operations':
      return operationEvents(item as Item<'operations'>);
    case 'actions':
      return deadlineEvents(item as Item<'actions'>, history);
    case 'recommendations':
      return stateEvents(item as Item<'recommendations'>);
    default:
      return [];
  }
}

function documentEvent(item: Item<'documents'>): TimelineEvent {
  const { record } = item.entry;
  const year = /-((?:19|20)\d{2})-/.exec(item.id)?.[1];
  const date = record.date ?? year ?? null;
  return {
    id: eventId(item, null, '').replace('.undated', ''),
    kind: 'document',
    shape: 'point',
    date,
    inferred: record.date || !date ? undefined : 'number',
    title: record.title,
    label: item.label,
    item,
    sources: listSources(record.source),
  };
}

function meetingEvent(item: Item<'meetings'>): TimelineEvent {
  const { date } = item.entry.record;
  return {
    id: `meetings.${item.id}`,
    kind: 'meeting',
    shape: 'point',
    date: date.value,
    title: item.title,
    label: formatDate(date.value).replace(/ \d{4}$/, ''),
    item,
    sources: listSources(date.source),
  };
}

function actEvent(item: Item<'acts'>): TimelineEvent {
  const { record } = item.entry;
  return {
    id: `acts.${item.id}`,
    kind: 'act',
    shape: 'point',
    date: record.date ?? null,
    title: record.title,
    label: item.label,
    item,
    sources: listSources(record.source),
  };
}

/** A strategy runs from its adoption until another supersedes it. */
function strategyEvent(archive: Catalogue, item: Item<'strategies'>): TimelineEvent {
  const { record } = item.entry;
  const adopted = item.date && parseDate(item.date).earliest;
  const follower = archive
    .incoming(item.address)
    .find(({ kind, from }) => kind === 'supersedes' && from.collection === 'strategies')?.from;
  const end = follower?.date && parseDate(follower.date).earliest;
  return {
    id: `strategies.${item.id}`,
    kind: 'strategy',
    shape: 'bar',
    date: adopted
      ? end && end > adopted
        ? periodOf({ from: adopted, to: dayBefore(end) })
        : `${adopted}/..`
      : item.date,
    title: item.title,
    label: `Strategy ${item.id}`,
    item,
    sources: listSources(record.adopted?.source ?? record.title?.source),
  };
}

function operationEvents(item: Item<'operations'>): TimelineEvent[] {
  const { period } = item.entry.record;
  if (!period) return [];
  return [
    {
      id: `operations.${item.id}`,
      kind: 'operation',
      shape: parseDate(period.value).precision === 'period' ? 'bar' : 'point',
      date: period.value,
      asGiven: period.note,
      title: item.title,
      label: shortLabel(item),
      item,
      sources: listSources(period.source),
    },
  ];
}

function deadlineEvents(item: Item<'actions'>, history: readonly TimelineEvent[]): TimelineEvent[] {
  const { deadline } = item.entry.record;
  if (!deadline || history.some(({ date }) => date !== null && date === deadline.date)) return [];
  return [
    {
      id: `actions.${item.id}.deadline`,
      kind: 'action',
      shape: 'point',
      date: deadline.date ?? null,
      asGiven: deadline.asGiven,
      title: 'Deadline',
      label: shortLabel(item),
      item,
      sources: listSources(deadline.source),
    },
  ];
}

function stateEvents(item: Item<'recommendations'>): TimelineEvent[] {
  return (item.entry.record.states ?? []).map(({ date, state, source }) => ({
    id: eventId(item, date, state),
    kind: 'recommendation',
    shape: 'point',
    date,
    title: state,
    label: shortLabel(item),
    item,
    sources: listSources(source),
  }));
}
