import type { Item } from '../archive/item.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import { hasTimeline as worthATimeline } from '../archive/timeline/scopes.ts';
import type { TimelineScope } from '../archive/timeline/timeline.ts';
import type { HalfYear } from '../drawing/timeline/mark.ts';
import { archive } from './archive.ts';
import { HALF_YEARS, TIMELINES } from './derived.ts';

/** The timelines of the edition that is being built; each is derived once. */
export const timelines = {
  of: (scope: TimelineScope | null): readonly TimelineEvent[] => archive.derived(TIMELINES, scope?.address ?? '') ?? [],
};

/** Every half-year of the Council that the archive knows. */
export const halfYears = (): readonly HalfYear[] => archive.derived(HALF_YEARS, '') ?? [];

/** Of a picture in the column of an entry: on a screen of 1280 px it is seen at once, its words at their own size. */
export const PICTURE_WIDTH = 960;
/** Of a picture across the page. */
export const WIDE_PICTURE_WIDTH = 1100;

export const hasTimeline = (scope: TimelineScope): boolean => worthATimeline(timelines, scope);

/** `Timeline of Action 7.3`; of the whole archive without an entry. */
export function timelineName(scope: Item | null): string {
  return scope ? `Timeline of ${scope.label}` : 'Timeline of the archive';
}

/** Address of the timeline of the archive as a file; that of an entry is made in the reader's browser. */
export const archiveTimeline = (format: 'csv' | 'ics' | 'svg') => `/timeline/archive.${format}`;
