import { type ArchiveDate, parseDate } from '../../archive/date.ts';
import type { TimelineEvent } from '../../archive/timeline/event.ts';
import { dayOf } from './day.ts';
import type { LaneName, Mark, PointForm } from './mark.ts';

/** What the layout needs of events. */
export function marksOf(events: readonly TimelineEvent[]): Mark[] {
  return events.map((event) => {
    const date = event.date === null ? null : parseDate(event.date);
    const { lane, form } = faceOf(event);
    // A strategy holds from its adoption; until when, no source says.
    const holds = event.kind === 'strategy' && event.shape === 'bar';
    const mark: Mark = {
      id: event.id,
      lane,
      shape: event.shape,
      form,
      label: event.label,
      from: date?.earliest ? dayOf(date.earliest) : null,
      to: date?.latest ? dayOf(date.latest) : null,
      holds: holds || undefined,
      ...(date?.earliest && date.latest && !holds ? {} : knownDays(event, date)),
      planned: event.planned || undefined,
      before: event.before,
      kind: event.kind,
    };
    return mark;
  });
}

/** Of what is open at an end: from what is stated, or else the first of what lies in it, to the last. */
function knownDays({ known }: TimelineEvent, date: ArchiveDate | null): Pick<Mark, 'known' | 'sure'> {
  if (!known) return {};
  const [first, last] = [parseDate(known.first), parseDate(known.last)];
  const days = (from: string | null | undefined, to: string | null | undefined) =>
    from && to && from <= to ? ([dayOf(from), dayOf(to)] as const) : undefined;
  return {
    known: days(date?.earliest ?? first.earliest, date?.earliest ? last.latest : (date?.latest ?? last.latest)),
    sure: days(date?.earliest ?? known.sure?.from, date?.earliest ? known.sure?.to : (date?.latest ?? known.sure?.to)),
  };
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
