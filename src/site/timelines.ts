import type { Item } from '../archive/item.ts';
import { TIMELINE_SCOPES, type TimelineScope, Timelines } from '../archive/timeline/timeline.ts';
import type { HalfYear } from '../timeline/mark.ts';
import { archive } from './archive.ts';

/** The timelines of the edition that is being built; each is derived once. */
export const timelines = new Timelines(archive);

/** Every half-year of the Council that the archive knows. */
export const halfYears: readonly HalfYear[] = archive
  .list('presidencies')
  .map(({ id, entry }) => ({ id, code: entry.record.state }));

export const PICTURE_WIDTH = 1100;

/** A timeline is worth its place where at least two events have a date. */
export function hasTimeline(scope: TimelineScope): boolean {
  let dated = 0;
  for (const { date } of timelines.of(scope)) if (date !== null && ++dated === 2) return true;
  return false;
}

/** The entries that have a timeline. */
export function timelineScopes(): TimelineScope[] {
  return TIMELINE_SCOPES.flatMap((collection) => archive.list(collection) as readonly TimelineScope[]).filter(
    hasTimeline,
  );
}

/** `Timeline of Action 7.3`; of the whole archive without an entry. */
export function timelineName(scope: Item | null): string {
  return scope ? `Timeline of ${scope.label}` : 'Timeline of the archive';
}

/** Address of an export. */
export function exportAddress(scope: Item | null, format: 'csv' | 'ics' | 'svg'): string {
  return scope ? `${scope.address}timeline.${format}` : `/timeline/archive.${format}`;
}
