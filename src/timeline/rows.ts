import { formatDate, parseDate } from '../archive/date.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import type { TimelineRow } from './row.ts';

/** Events as they are saved; a browser reads the same from the list in a page (`save.client.ts`). */
export function rowsOf(events: readonly TimelineEvent[]): TimelineRow[] {
  return events.map(({ id, kind, date, asGiven, inferred, title, item, sources }) => {
    const parsed = date === null ? null : parseDate(date);
    return {
      id,
      kind,
      date: date ?? '',
      earliest: parsed?.earliest ?? '',
      latest: parsed?.latest ?? '',
      words: date === null ? '' : formatDate(date),
      asGiven: asGiven ?? '',
      datedBy: inferred ?? '',
      title,
      entry: item.label,
      address: item.address,
      sources: sources.join(' '),
    };
  });
}
