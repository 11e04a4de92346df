import type { Catalogue } from '../archive/catalogue.ts';
import { compareDates, formatDate, parseDate } from '../archive/date.ts';
import type { Item } from '../archive/item.ts';
import { isOf } from './cite/csl.ts';

/** Something dated that a feed tells: a document, a meeting, an event in the history of an entry. */
export interface Happening {
  /** Stays the same as long as the thing does. */
  readonly key: string;
  /** Where to read of it. */
  readonly address: string;
  readonly title: string;
  readonly note?: string | undefined;
  /** EDTF. */
  readonly date: string;
}

/** What a feed is about, and where it lies. */
export interface Channel {
  /** Path of the feed: `/working-parties/ccwp/feed.xml`. */
  readonly path: string;
  readonly title: string;
  /** The page that it follows. */
  readonly address: string;
  readonly happenings: readonly Happening[];
}

/** A feed tells the latest; the whole is in the archive. */
const LATEST = 100;

/** Entries of these collections have a feed of their own, if anything dated is known of them. */
const FOLLOWED = ['working-parties', 'action-plans', 'actions'] as const;

export const ALL_FEED = '/feed.xml';
export const ACCESS_FEED = '/about/access/feed.xml';

/** Every feed of an edition; only those that have something to tell. */
export function channelsOf(archive: Catalogue): Channel[] {
  const all: Happening[] = [];
  const about = new Map<string, Map<string, Happening>>();
  const tell = (happening: Happening, addresses: readonly (string | undefined)[]) => {
    all.push(happening);
    for (const address of addresses) {
      if (!address) continue;
      const list = about.get(address) ?? new Map<string, Happening>();
      about.set(address, list.set(happening.key, happening));
    }
  };
  for (const item of archive.all()) {
    const related = followedBy(archive, item);
    const own = ownHappening(item);
    if (own) tell(own, related);
    for (const happening of historyOf(item)) tell(happening, related);
  }
  const followed = FOLLOWED.flatMap((collection): Channel[] =>
    archive.list(collection).map(({ address, label }) => ({
      path: `${address}feed.xml`,
      title: label,
      address,
      happenings: latest([...(about.get(address)?.values() ?? [])]),
    })),
  );
  const access = archive.list('documents').flatMap(accessChange);
  return [
    { path: ALL_FEED, title: 'all that is dated', address: '/', happenings: latest(all) },
    { path: ACCESS_FEED, title: 'changes of access', address: '/about/access/', happenings: latest(access) },
    ...followed,
  ].filter(({ happenings }) => happenings.length > 0);
}

/** Pages whose feed tells of an entry: its own, its plan's, its working party's. */
function followedBy(archive: Catalogue, item: Item): (string | undefined)[] {
  const party = (id: string | undefined) =>
    id === undefined ? undefined : archive.get('working-parties', id)?.address;
  if (isOf(item, 'documents')) {
    const linked = archive.incoming(item.address).filter(({ kind }) => kind === 'documents' || kind === 'mandate');
    return [party(item.entry.record.workingParty), ...linked.map(({ from }) => from.address)];
  }
  if (isOf(item, 'meetings')) return [party(item.entry.record.workingParty?.to)];
  if (isOf(item, 'action-plans')) return [item.address, party(item.entry.record.workingParty?.to)];
  if (isOf(item, 'actions')) {
    const plan = archive.get('action-plans', item.entry.record.plan);
    return [item.address, plan?.address, party(plan?.entry.record.workingParty?.to)];
  }
  return [item.address];
}

function ownHappening(item: Item): Happening | null {
  if (item.collection !== 'documents' && item.collection !== 'meetings') return null;
  const { address, label, title, date, byNumber, planned } = item;
  if (!date || byNumber) return null;
  const words = label === title ? title : `${label}: ${title}`;
  return { key: address, address, title: planned ? `${words} (planned)` : words, date };
}

function historyOf(item: Item): Happening[] {
  const history = 'history' in item.entry.record ? item.entry.record.history : undefined;
  const { address, label } = item;
  // Its place in the history would name every later event anew when one is put in between.
  return (history ?? []).flatMap(({ date, title, note, mode }) => {
    if (!date) return [];
    const words = mode === 'planned' ? `${title} (planned)` : title;
    return [{ key: `${address}#${date}:${title}`, address, title: `${label}: ${words}`, note, date }];
  });
}

const ACCESS_NOW: Readonly<Record<string, string>> = {
  public: 'open to the public',
  partial: 'open to the public in part',
  declassified: 'declassified',
};

function accessChange(item: Item<'documents'>): Happening[] {
  const { status, decided, basis } = item.entry.record.access;
  const now = ACCESS_NOW[status];
  if (!decided || !now) return [];
  const { address, label, title } = item;
  return [{ key: `${address}#access`, address, title: `${label} is ${now}: ${title}`, note: basis, date: decided }];
}

function latest(happenings: readonly Happening[]): Happening[] {
  const order = (a: Happening, b: Happening) => compareDates(b.date, a.date) || (a.key < b.key ? -1 : 1);
  return [...happenings].sort(order).slice(0, LATEST);
}

/** The day at which a happening is entered: the last possible one, or the first where there is no last. */
export function dayOf({ date }: Happening): Date {
  const { earliest, latest: last } = parseDate(date);
  return new Date(`${last ?? earliest}T00:00:00Z`);
}

/** The words below the title: when, and what is known of it. */
export function wordsOf({ date, note }: Happening): string {
  const when = formatDate(date).replace(/^./, (c) => c.toUpperCase());
  return note ? `${when}. ${note}` : `${when}.`;
}
