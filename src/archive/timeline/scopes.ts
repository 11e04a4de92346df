import type { Catalogue } from '../catalogue.ts';
import { TIMELINE_SCOPES, type TimelineScope, type Timelines } from './timeline.ts';

/** A timeline is worth its place where at least two events have a date. */
export function hasTimeline(timelines: Pick<Timelines, 'of'>, scope: TimelineScope): boolean {
  let dated = 0;
  for (const { date } of timelines.of(scope)) if (date !== null && ++dated === 2) return true;
  return false;
}

/** The entries that have a timeline. */
export function scopesWithTimeline(archive: Catalogue, timelines: Pick<Timelines, 'of'>): TimelineScope[] {
  return TIMELINE_SCOPES.flatMap((collection) => archive.list(collection) as readonly TimelineScope[]).filter((scope) =>
    hasTimeline(timelines, scope),
  );
}
