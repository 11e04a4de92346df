import type { Catalogue } from '../catalogue.ts';
import { formatDate, parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import type { CollectionName } from '../schema/parts.ts';
import { listSources } from '../source.ts';
import { type EventKind, eventId, periodOf, type TimelineEvent } from './event.ts';

interface HistoryEvent {
  readonly date?: string | undefined;
  readonly asGiven?: string | undefined;
  readonly title: string;
  readonly meeting?: string | undefined;
  readonly source: string | readonly string[];
}

const HISTORY_KINDS: Partial<Record<CollectionName, EventKind>> = {
  actions: 'action',
  'action-plans': 'plan',
  recommendations: 'recommendation',
  operations: 'operation',
  strategies: 'strategy',
  'working-parties': 'working-party',
};

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

function historyEvents(archive: Catalogue, item: Item): TimelineEvent[] {
  const { history } = item.entry.record as { history?: readonly HistoryEvent[] };
  return (history ?? []).map((event) => {
    const meeting = event.meeting ? archive.get('meetings', event.meeting) : undefined;
    const date = event.date ?? meeting?.date ?? null;
    return {
      id: eventId(item, date, event.title),
      kind: HISTORY_KINDS[item.collection] ?? 'other',
      shape: 'point',
      date,
      asGiven: event.asGiven,
      title: event.title,
      label: shortLabel(item),
      item,
      sources: listSources(event.source),
    };
  });
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

/**
 * A plan without a period is known by what happened in it, until something is known of the plan after it; without
 * that, by the plan that came after it.
 */
function planEvent(archive: Catalogue, item: Item<'action-plans'>): TimelineEvent {
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

const dayBefore = (day: string) => new Date(Date.parse(day) - 864e5).toISOString().slice(0, 10);

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

/** `Action 7.3` → `7.3`, `JCO Sasha` as it is: pictures are short of room. */
function shortLabel(item: Item): string {
  if (item.collection === 'actions') return item.id;
  if (item.collection === 'recommendations') return `Rec. ${(item.entry.record as { number: number }).number}`;
  if (item.collection === 'action-plans') {
    const { number } = (item as Item<'action-plans'>).entry.record;
    return number === undefined ? item.title : `Plan ${number}`;
  }
  if (item.collection === 'strategies') return `Strategy ${item.id}`;
  return item.label;
}

function extentOf(events: readonly TimelineEvent[]): { from: string; to: string } | null {
  const days = events.flatMap(({ date }) => {
    if (date === null) return [];
    const { earliest, latest } = parseDate(date);
    return [earliest ?? latest, latest ?? earliest].filter((day): day is string => day !== null);
  });
  days.sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : null;
}
