import type { Catalogue } from '../catalogue.ts';
import { compareDates } from '../date.ts';
import type { Item } from '../item.ts';
import type { CollectionName } from '../schema/parts.ts';
import { entryEvents } from './entry-events.ts';
import type { TimelineEvent } from './event.ts';
import { allLineages, lifeEvents, lineageOf } from './lineage.ts';

/** The collections whose entries have a timeline of their own. */
export const TIMELINE_SCOPES = [
  'working-parties',
  'actions',
  'action-plans',
  'operations',
  'topics',
] as const satisfies readonly CollectionName[];
export type TimelineScope = Item<(typeof TIMELINE_SCOPES)[number]>;

/** Entries that bring events to a timeline of the whole archive and to those of topics. */
const EVENTFUL = [
  'strategies',
  'action-plans',
  'acts',
  'meetings',
  'documents',
  'actions',
  'recommendations',
  'operations',
] as const;

/**
 * The most actions of a lineage, itself included, whose events stand on the timeline of one of them. A lineage may run
 * through the whole archive, and each of its actions has a timeline.
 */
const MOST_IN_LINEAGE = 24;

/** What an entry brings: all of it, or itself without its history. */
type Members = Map<Item, 'all' | 'itself'>;

/** Timelines of one catalogue. Events of an entry are derived once, whatever timelines it stands on. */
export class Timelines {
  readonly #archive: Catalogue;
  readonly #events = new Map<Item, readonly TimelineEvent[]>();
  readonly #timelines = new Map<Item | null, readonly TimelineEvent[]>();

  constructor(archive: Catalogue) {
    this.#archive = archive;
  }

  /** The timeline of the whole archive (null) or of an entry, in order; undated events come last. */
  of(scope: TimelineScope | null): readonly TimelineEvent[] {
    const known = this.#timelines.get(scope);
    if (known) return known;
    const timeline = inOrder([
      ...this.#lives(scope),
      ...[...this.#members(scope)].flatMap(([item, how]) =>
        this.#brings(item, how).map((event) => inScope(event, scope)),
      ),
    ]);
    this.#timelines.set(scope, timeline);
    return timeline;
  }

  #brings(item: Item, how: 'all' | 'itself'): readonly TimelineEvent[] {
    let events = this.#events.get(item);
    if (!events) {
      events = entryEvents(this.#archive, item);
      this.#events.set(item, events);
    }
    return how === 'all' ? events : events.filter(({ shape }) => shape === 'bar');
  }

  #lives(scope: TimelineScope | null): TimelineEvent[] {
    if (scope && scope.collection !== 'working-parties') return [];
    const lines = scope ? [lineageOf(this.#archive, scope as Item<'working-parties'>)] : allLineages(this.#archive);
    return lines.flatMap((line) => lifeEvents(this.#archive, line));
  }

  #members(scope: TimelineScope | null): Members {
    const members: Members = new Map();
    if (scope === null) {
      for (const collection of [...EVENTFUL, 'working-parties', 'organisations', 'systems', 'topics'] as const) {
        for (const item of this.#archive.list(collection)) members.set(item, 'all');
      }
      return members;
    }
    switch (scope.collection) {
      case 'working-parties':
        return this.#workingParty(scope as Item<'working-parties'>);
      case 'action-plans':
        members.set(scope, 'all');
        this.#linked(members, scope, ['documents', 'meetings', 'recommendations']);
        for (const action of this.#from(scope, 'plan')) members.set(action, 'all');
        return members;
      case 'actions':
        return this.#action(scope as Item<'actions'>);
      case 'topics':
        members.set(scope, 'all');
        this.#linked(members, scope, EVENTFUL);
        for (const { from, kind } of this.#archive.incoming(scope.address)) {
          if (kind === 'topics' && (EVENTFUL as readonly string[]).includes(from.collection)) members.set(from, 'all');
        }
        return members;
      case 'operations':
        members.set(scope, 'all');
        this.#linked(members, scope, ['documents', 'meetings', 'recommendations']);
        for (const item of this.#from(scope, 'operations'))
          if (item.collection === 'meetings') members.set(item, 'all');
        return members;
    }
  }

  #workingParty(scope: Item<'working-parties'>): Members {
    const members: Members = new Map();
    for (const party of lineageOf(this.#archive, scope)) {
      members.set(party, 'all');
      this.#linked(members, party, ['documents', 'meetings', 'operations', 'acts']);
      for (const item of this.#from(party, 'workingParty')) members.set(item, 'all');
    }
    for (const item of [...members.keys()]) {
      if (item.collection === 'action-plans') {
        for (const action of this.#from(item, 'plan')) members.set(action, 'all');
        this.#linked(members, item, ['strategies']);
      }
      if (item.collection === 'documents') {
        for (const one of this.#from(item, 'document')) if (one.collection === 'strategies') members.set(one, 'all');
      }
    }
    for (const item of [...members.keys()]) {
      if (item.collection === 'actions') for (const one of this.#recommendations(item)) members.set(one, 'all');
      if (item.collection === 'strategies') for (const one of this.#chain(item, 'supersedes')) members.set(one, 'all');
    }
    return members;
  }

  #action(scope: Item<'actions'>): Members {
    const members: Members = new Map([[scope as Item, 'all']]);
    const plan = this.#archive.get('action-plans', scope.entry.record.plan);
    if (plan) members.set(plan, 'itself');
    this.#linked(members, scope, ['documents', 'meetings']);
    for (const action of this.#chain(scope, 'follows', MOST_IN_LINEAGE)) members.set(action, 'all');
    for (const recommendation of this.#recommendations(scope)) members.set(recommendation, 'all');
    return members;
  }

  /** Adds what an entry links to, other than by a mere citation or source. */
  #linked(members: Members, item: Item, wanted: readonly CollectionName[]): void {
    for (const { to, kind } of this.#archive.outgoing(item.address)) {
      const target =
        kind === 'cites' || kind === 'mentions' || kind === 'source' ? undefined : this.#archive.byAddress(to);
      if (target && wanted.includes(target.collection) && !members.has(target)) members.set(target, 'all');
    }
  }

  /** What came of an action, or may have. */
  #recommendations(action: Item): Item[] {
    return [...this.#from(action, 'from'), ...this.#from(action, 'fromEither')];
  }

  /** The entries that link to one in a given way. */
  #from(item: Item, wanted: string): Item[] {
    return this.#archive.incoming(item.address).flatMap(({ kind, from }) => (kind === wanted ? [from] : []));
  }

  /** What hangs together with an entry by one kind of link, in both directions, nearest first. */
  #chain(item: Item, wanted: string, most = Number.POSITIVE_INFINITY): Item[] {
    const seen = new Set<Item>();
    const queue = [item];
    for (const one of queue) {
      if (seen.has(one)) continue;
      if (seen.size === most) break;
      seen.add(one);
      for (const { kind, to } of this.#archive.outgoing(one.address)) {
        const target = kind === wanted ? this.#archive.byAddress(to) : undefined;
        if (target?.collection === item.collection) queue.push(target);
      }
      for (const from of this.#from(one, wanted)) if (from.collection === item.collection) queue.push(from);
    }
    return [...seen];
  }
}

/** On its own timeline an entry need not say its name: its events are called what they are. */
function inScope(event: TimelineEvent, scope: TimelineScope | null): TimelineEvent {
  return scope && event.item === scope && event.shape === 'point' ? { ...event, label: event.title } : event;
}

/** By date, what is undated last; the same words on the same date once; ids unique. */
function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  const sorted = [...events].sort((a, b) => {
    if (a.date === null || b.date === null)
      return Number(a.date === null) - Number(b.date === null) || compareIds(a, b);
    return compareDates(a.date, b.date) || compareIds(a, b);
  });
  const told = new Set<string>();
  const taken = new Map<string, number>();
  return sorted.flatMap((event) => {
    const words = `${event.date}\0${event.title.toLowerCase()}`;
    if (event.shape === 'point' && event.kind !== 'document') {
      if (told.has(words)) return [];
      told.add(words);
    }
    const count = (taken.get(event.id) ?? 0) + 1;
    taken.set(event.id, count);
    return [count === 1 ? event : { ...event, id: `${event.id}.${count}` }];
  });
}

const compareIds = (a: TimelineEvent, b: TimelineEvent) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
