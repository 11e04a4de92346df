import type { Catalogue } from '../catalogue.ts';
import { compareDates, parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import type { CollectionName } from '../schema/parts.ts';
import { listSources } from '../source.ts';
import { type EventKind, eventId, type TimelineEvent, type Witnesses } from './event.ts';

interface HistoryEvent {
  readonly date?: string | undefined;
  readonly asGiven?: string | undefined;
  readonly mode?: 'planned' | 'reported' | undefined;
  readonly title: string;
  readonly meeting?: string | undefined;
  readonly documents?: readonly string[] | undefined;
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
    const { date, byNumber } = dateOfEvent(archive, event);
    return {
      id: eventId(item, date, event.title),
      kind: HISTORY_KINDS[item.collection] ?? 'other',
      shape: 'point',
      date,
      byNumber,
      planned: event.mode === 'planned',
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

/** An event without a date of its own has that of its meeting; one that is about a single document, that of the document. */
export function dateOfEvent(
  archive: Catalogue,
  { date, asGiven, meeting, documents = [] }: Omit<HistoryEvent, 'title' | 'source'>,
): Pick<TimelineEvent, 'date' | 'byNumber'> {
  const held = date === undefined && meeting ? archive.get('meetings', meeting)?.date : date;
  if (held || asGiven || documents.length !== 1) return { date: held ?? null };
  const document = archive.get('documents', String(documents[0]));
  return { date: document?.date ?? null, byNumber: document?.byNumber };
}

/** The first and the last date of what happened; what was only planned bears witness to nothing. */
export function witnessesIn(dates: readonly (string | null | undefined)[]): Witnesses | undefined {
  const closed = dates.filter((date) => {
    const { earliest, latest } = date ? parseDate(date) : {};
    return earliest && latest;
  }) as string[];
  const sorted = closed.sort(compareDates);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return undefined;
  // A date that is no day says that something was known by its end, and still from its beginning.
  const from = sorted.map((date) => parseDate(date).latest ?? '').sort()[0] ?? '';
  const to =
    sorted
      .map((date) => parseDate(date).earliest ?? '')
      .sort()
      .at(-1) ?? '';
  return { first, last, sure: from <= to ? { from, to } : null };
}

export const reportedDates = (events: readonly TimelineEvent[]) =>
  events.flatMap(({ date, planned }) => (planned ? [] : [date]));
