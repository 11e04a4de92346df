import type { DerivedIndex } from '../archive/catalogue.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import { type TimelineScope, Timelines } from '../archive/timeline/timeline.ts';
import { FAMILIES } from '../archive/versions.ts';
import { byYear, type YearOfEvents } from '../timeline/list.ts';
import type { HalfYear } from '../timeline/mark.ts';
import { FEEDS } from './feeds.ts';
import { PLACES } from './file.ts';
import { ACRONYMS } from './resolve.ts';

/** The timeline of the entry at an address; of the whole archive under the empty key. */
export const TIMELINES: DerivedIndex<readonly TimelineEvent[]> = {
  name: 'timelines',
  make(archive) {
    const timelines = new Timelines(archive);
    return { get: (key) => timelines.of(key === '' ? null : (archive.byAddress(key) as TimelineScope)) };
  },
};

/** A year of the whole archive with those beside it, by its number; what bears no date under `undated`. */
export interface YearPage {
  readonly one: YearOfEvents;
  readonly before: number | null;
  readonly after: number | null;
}

export const YEARS: DerivedIndex<YearPage> = {
  name: 'years',
  make(archive) {
    const years = byYear(archive.derived(TIMELINES, '') ?? []);
    return new Map(
      years.map((one, index) => {
        const page = { one, before: years[index - 1]?.year ?? null, after: years[index + 1]?.year ?? null };
        return [String(one.year ?? 'undated'), page];
      }),
    );
  },
};

/** Every half-year of the Council that the archive knows, as one list. */
export const HALF_YEARS: DerivedIndex<readonly HalfYear[]> = {
  name: 'half-years',
  make: (archive) =>
    new Map([['', archive.list('presidencies').map(({ id, entry }) => ({ id, code: entry.record.state }))]]),
};

/** Every index that pages ask. */
export const DERIVED: readonly DerivedIndex<unknown>[] = [
  FAMILIES,
  PLACES,
  FEEDS,
  ACRONYMS,
  TIMELINES,
  YEARS,
  HALF_YEARS,
];
