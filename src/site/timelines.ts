import type { Item } from '../archive/item.ts';
import { scopesWithTimeline, hasTimeline as worthATimeline } from '../archive/timeline/scopes.ts';
import { type TimelineScope, Timelines } from '../archive/timeline/timeline.ts';
import type { HalfYear } from '../timeline/mark.ts';
import { archive } from './archive.ts';

/** The timelines of the edition that is being built; each is derived once. */
export const timelines = new Timelines(archive);

/** Every half-year of the Council that the archive knows. */
export const halfYears: readonly HalfYear[] = archive
  .list('presidencies')
  .map(({ id, entry }) => ({ id, code: entry.record.state }));

export const PICTURE_WIDTH = 1100;

export const hasTimeline = (scope: TimelineScope): boolean => worthATimeline(timelines, scope);

/** The entries that have a timeline. */
export const timelineScopes = (): TimelineScope[] => scopesWithTimeline(archive, timelines);

/** `Timeline of Action 7.3`; of the whole archive without an entry. */
export function timelineName(scope: Item | null): string {
  return scope ? `Timeline of ${scope.label}` : 'Timeline of the archive';
}

/** Address of an export. */
export function exportAddress(scope: Item | null, format: 'csv' | 'ics' | 'svg'): string {
  return scope ? `${scope.address}timeline.${format}` : `/timeline/archive.${format}`;
}
