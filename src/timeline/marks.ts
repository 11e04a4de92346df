import { parseDate } from '../archive/date.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import { dayOf } from './day.ts';
import type { LaneName, Mark, PointForm } from './mark.ts';

/** What the layout needs of events. */
export function marksOf(events: readonly TimelineEvent[]): Mark[] {
  return events.map((event) => {
    const date = event.date === null ? null : parseDate(event.date);
    const { lane, form } = faceOf(event);
    const mark: Mark = {
      id: event.id,
      lane,
      shape: event.shape,
      form,
      label: event.label,
      from: date?.earliest ? dayOf(date.earliest) : null,
      to: date?.latest ? dayOf(date.latest) : null,
      sure: event.known && [dayOf(event.known.from), dayOf(event.known.to)],
      inferred: event.inferred === 'evidence' ? true : undefined,
      before: event.before,
      kind: event.kind,
    };
    return mark;
  });
}

function faceOf({ kind, shape, item }: TimelineEvent): { lane: LaneName; form?: PointForm } {
  switch (kind) {
    case 'working-party':
      return shape === 'life' ? { lane: 'life' } : { lane: 'events', form: 'event' };
    case 'strategy':
      return shape === 'bar' ? { lane: 'strategies' } : { lane: 'events', form: 'event' };
    case 'plan':
      return shape === 'bar' ? { lane: 'plans' } : { lane: 'actions', form: 'action' };
    case 'act':
      return { lane: 'acts', form: 'act' };
    case 'meeting':
      return { lane: 'meetings', form: 'meeting' };
    case 'document': {
      const form = documentForm(item.entry.record as { access?: { status: string } });
      return { lane: form === 'known' ? 'known' : 'held', form };
    }
    case 'action':
    case 'recommendation':
      return { lane: 'actions', form: 'action' };
    case 'operation':
      return { lane: 'operations', form: 'operation' };
    case 'other':
      return { lane: 'events', form: 'event' };
  }
}

function documentForm({ access }: { access?: { status: string } }): PointForm {
  if (access?.status === 'public' || access?.status === 'declassified') return 'open';
  if (access?.status === 'partial') return 'partial';
  return access?.status === 'limite' ? 'limite' : 'known';
}
