import { parseDate } from '../../archive/date.ts';
import { dateInWords } from '../../archive/item.ts';
import { isOwnExtent, type TimelineEvent } from '../../archive/timeline/event.ts';
import type { TimelineRow } from './row.ts';

/** Events as they are saved; a browser reads the same from the list in a page (`save.client.ts`). */
export function rowsOf(events: readonly TimelineEvent[]): TimelineRow[] {
  const dated = events.filter((event) => !isOwnExtent(event));
  return dated.map(({ id, kind, date, asGiven, byNumber, planned, title, item, sources }) => {
    const parsed = date === null ? null : parseDate(date);
    return {
      id,
      kind,
      date: date ?? '',
      earliest: parsed?.earliest ?? '',
      latest: parsed?.latest ?? '',
      words: dateInWords({ date, byNumber: byNumber === true, planned: planned === true }) ?? '',
      asGiven: asGiven ?? '',
      byNumber: byNumber === true,
      planned: planned === true,
      title,
      entry: item.label,
      address: item.address,
      sources: sources.join(' '),
    };
  });
}
