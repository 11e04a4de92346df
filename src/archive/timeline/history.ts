import type { Catalogue } from '../catalogue.ts';
import { parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import type { CollectionName } from '../schema/parts.ts';
import { listSources } from '../source.ts';
import { type EventKind, eventId, type TimelineEvent } from './event.ts';

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

/** The dated history of an entry's record. */
export function historyEvents(archive: Catalogue, item: Item): TimelineEvent[] {
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

/** `Action 7.3` → `7.3`, `JCO Sasha` as it is: pictures are short of room. */
export function shortLabel(item: Item): string {
  if (item.collection === 'actions') return item.id;
  if (item.collection === 'recommendations') return `Rec. ${(item.entry.record as { number: number }).number}`;
  if (item.collection === 'action-plans') {
    const { number } = (item as Item<'action-plans'>).entry.record;
    return number === undefined ? item.title : `Plan ${number}`;
  }
  if (item.collection === 'strategies') return `Strategy ${item.id}`;
  return item.label;
}

/** First and last day of what is dated among events. */
export function extentOf(events: readonly TimelineEvent[]): { from: string; to: string } | null {
  const days = events.flatMap(({ date }) => {
    if (date === null) return [];
    const { earliest, latest } = parseDate(date);
    return [earliest ?? latest, latest ?? earliest].filter((day): day is string => day !== null);
  });
  days.sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : null;
}
