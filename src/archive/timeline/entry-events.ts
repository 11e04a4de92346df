import type { Catalogue } from '../catalogue.ts';
import { formatDate, parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import { listSources } from '../source.ts';
import { eventId, type TimelineEvent } from './event.ts';
import { historyEvents, reportedDates, shortLabel, witnessesIn } from './history.ts';
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
      return [strategyEvent(item as Item<'strategies'>, history)];
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
  return {
    id: eventId(item, null, '').replace('.undated', ''),
    kind: 'document',
    shape: 'point',
    date: item.date,
    byNumber: item.byNumber,
    title: item.title,
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
    planned: date.mode === 'planned',
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
    title: item.title,
    label: item.label,
    item,
    sources: listSources(record.source),
  };
}

/** A strategy by its adoption; how long it holds no source says, and what happened to it shows how long at least. */
function strategyEvent(item: Item<'strategies'>, history: readonly TimelineEvent[]): TimelineEvent {
  const { adopted } = item.entry.record;
  return {
    id: `strategies.${item.id}`,
    kind: 'strategy',
    shape: 'bar',
    date: adopted?.value ?? null,
    title: item.title,
    label: shortLabel(item),
    item,
    sources: listSources(adopted?.source),
    known: witnessesIn(reportedDates(history)),
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
      planned: period.mode === 'planned',
      inferred: period.inferred !== undefined,
      title: item.title,
      label: shortLabel(item),
      item,
      sources: period.inferred === undefined ? listSources(period.source) : [],
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
      planned: true,
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
