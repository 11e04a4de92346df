import type { DerivedIndex } from '../archive/catalogue.ts';
import { timelinePart } from '../archive/part-address.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import { type TimelineScope, Timelines } from '../archive/timeline/timeline.ts';
import type { HalfYear } from '../drawing/timeline/mark.ts';
import { timelineParts } from './paging/lists.ts';
import { type PartOfList, partsOf } from './parts.ts';

/** The timeline of the entry at an address; of the whole archive under the empty key. */
export const TIMELINES: DerivedIndex<readonly TimelineEvent[]> = {
  name: 'timelines',
  make(archive) {
    const timelines = new Timelines(archive);
    return { get: (key) => timelines.of(key === '' ? null : (archive.byAddress(key) as TimelineScope)) };
  },
};

/** The parts of a timeline, by their addresses. */
export const TIMELINE_PARTS: DerivedIndex<PartOfList<TimelineEvent>> = {
  name: 'parts of timelines',
  make(archive) {
    const known = new Map<string, ReadonlyMap<string, PartOfList<TimelineEvent>>>();
    const make = (home: string) => {
      const events = archive.derived(TIMELINES, home) ?? [];
      const scope = archive.byAddress(home) ?? null;
      const parts = partsOf(timelineParts(events, scope), ({ name }) => timelinePart(scope?.address ?? null, name));
      return new Map(parts.map((part) => [part.href, part]));
    };
    return {
      get(key) {
        const [, home = ''] = /^(.*\/)timeline\/[^/]+\/$/.exec(key.slice(1)) ?? [];
        const parts = known.get(home) ?? make(home && `/${home}`);
        known.set(home, parts);
        return parts.get(key);
      },
    };
  },
};

/** Every half-year of the Council that the archive knows, as one list. */
export const HALF_YEARS: DerivedIndex<readonly HalfYear[]> = {
  name: 'half-years',
  make: (archive) =>
    new Map([['', archive.list('presidencies').map(({ id, entry }) => ({ id, code: entry.record.state }))]]),
};
