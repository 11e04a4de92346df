import { openPlaces, splitBody } from './body.ts';
import { type Fields, type Item, readFileOf } from './content.ts';

/** Sources that anybody can look up. */
const OPEN_SOURCES = ['official-journal', 'general-knowledge'];

/** What readers call an entry, in several languages. */
const CALLED = 'also translations.fr translations.de';
/**
 * Fields that name no source and are shown wherever their entry is: of a document what the public register says of it,
 * of another entry what the archive itself calls it. A field in no list here is withheld; a test holds the lists against
 * the schemas.
 */
export const HEADER: Readonly<Record<string, string>> = {
  documents: 'number title titleBy date kind from to marking codes access.status',
  texts: 'importer language',
  'action-plans': 'number',
  actions: 'plan',
  recommendations: 'number',
  operations: `kind ${CALLED}`,
  organisations: `kind ${CALLED}`,
  systems: CALLED,
  topics: `name related ${CALLED}`,
  'working-parties': CALLED,
  'subject-codes': 'code meaning verified of',
  sources: 'id kind publisher title date address',
  guide: 'title order minutes outcome edition',
};
/** The same of a document whose text is open, or that is only referred to, by an open source. */
export const KNOWN_DOCUMENT =
  'workingParty meeting access.decided access.basis access.quotedMarking originalLanguage filing previous commissionDocument pages topics';
/** An entry of which nothing is open in one of these fields is withheld as a whole. */
export const NEEDED: Readonly<Record<string, string>> = {
  actions: 'plan',
  meetings: 'date',
  recommendations: 'title',
  'working-parties': 'names',
};
/** Keys under which the id of another entry stands; an object with one of the first says nothing without that entry. */
const ABOUT = ['to', 'organisation', 'workingParty'];
export const POINTERS: ReadonlySet<string> = new Set(
  ABOUT.concat(
    'plan meeting operation system topic documents actions operations organisations topics previous related act of'.split(
      ' ',
    ),
  ),
);
/** Pointers that the archive sets by itself: they keep no entry in the edition. */
const ASIDE = /^(?:related|see|of)\b/;
/** Entries that need no open fact: documents by their header, their texts, pages, common knowledge. */
const ALONE = /^(?:documents|texts|guide|subject-codes)$/;

/** Fields of each collection that are shown without a source; those of documents that are known, by another name. */
const PLAIN = new Map(
  Object.entries({ ...HEADER, known: `${HEADER.documents} ${KNOWN_DOCUMENT}` }).map(([name, fields]) => [
    name,
    new Set(fields.split(' ')),
  ]),
);

/** A value of a record that is neither list nor object. */
export interface Leaf {
  /** `history[2].date`. */
  readonly path: string;
  readonly key: string;
  readonly value: string;
  readonly open: boolean;
}

type IsOpen = (source: unknown) => boolean;

/**
 * Open are: what anybody can look up; a document whose text is open, and of one with withheld portions the places
 * outside them; an act with an open source.
 */
function openSources(content: string, items: readonly Item[]): IsOpen {
  const whole = new Set(OPEN_SOURCES);
  const portions = new Set<string>();
  const places = new Map<string, (place: string) => boolean>();
  for (const { collection, id, file, status, openText, isMarked } of items) {
    if (collection === 'sources') whole.add(id);
    if (!openText || collection === 'guide') continue;
    whole.add(id);
    if (!isMarked && status !== 'partial') continue;
    const body = splitBody(readFileOf(content, file).body);
    if (body.portions || status === 'partial') portions.add(id);
    if (collection === 'documents') places.set(id, openPlaces(body));
  }
  const isOpen = (source: unknown) => {
    if (String(source).startsWith('register:')) return true;
    const [id = '', place] = String(source).split('#');
    return portions.has(id) ? place !== undefined && (places.get(id)?.(place) ?? false) : whole.has(id);
  };
  // An act may rest on another: a ring of them stays closed.
  for (let before = -1; before !== whole.size; ) {
    before = whole.size;
    for (const { collection, id, record } of items)
      if (collection === 'acts' && [record.source].flat().some(isOpen)) whole.add(id);
  }
  return isOpen;
}

/**
 * Which entries are shown, and the values of any entry, all of them closed where it is not. An entry is shown if an object of
 * it names an open source, or something open elsewhere points to it; what is not shown takes along what says nothing without it.
 */
export function openItems(content: string, items: readonly Item[]) {
  const isOpen = openSources(content, items);
  const byId = Map.groupBy(items, ({ id }) => id);
  let shown = new Set(items.filter((item) => mayBeShown(item, isOpen)));
  for (;;) {
    const exists = (id: string) =>
      byId.get(id)?.some((item) => item.collection === 'documents' || shown.has(item)) ?? true;
    const looks = new Map(Array.from(shown, (item) => [item, leavesIn(item, isOpen, exists)]));
    const openIn = (item: Item) => looks.get(item)?.leaves.filter(({ open }) => open) ?? [];
    const complete = new Set(
      Array.from(shown).filter((item) => {
        const needed = NEEDED[item.collection]?.split(' ') ?? [];
        return needed.every((field) => openIn(item).some(({ path }) => path.split(/[.[]/)[0] === field));
      }),
    );
    const kept = new Set([...complete].filter((item) => ALONE.test(item.collection) || looks.get(item)?.fact));
    for (const item of kept) {
      for (const { key, path, value } of openIn(item)) {
        if (key === 'source')
          for (const other of byId.get(value) ?? []) if (other.collection === 'sources') kept.add(other);
        if (!POINTERS.has(key) || ASIDE.test(path)) continue;
        for (const other of byId.get(value) ?? []) if (complete.has(other)) kept.add(other);
      }
    }
    if (kept.size === shown.size) {
      const closed = (item: Item) => leavesIn(item, isOpen, exists).leaves.map((leaf) => ({ ...leaf, open: false }));
      return { shown, leavesOf: (item: Item): readonly Leaf[] => looks.get(item)?.leaves ?? closed(item) };
    }
    shown = kept;
  }
}

function mayBeShown({ collection, record, status, openText }: Item, isOpen: IsOpen): boolean {
  if (openText || collection === 'texts' || collection === 'guide') return openText;
  if (collection !== 'documents' || status === 'limite') return true;
  return status === 'reference-only' && [record.source].flat().some(isOpen);
}

/** All values of a record, each with whether it is open, and whether some object of it names an open source. */
function leavesIn({ collection, record, status }: Item, isOpen: IsOpen, exists: (id: string) => boolean) {
  const leaves: Leaf[] = [];
  let fact = false;
  const isDocument = collection === 'documents';
  const plain = PLAIN.get(isDocument && status !== 'limite' ? 'known' : collection);
  // The source of a text is a file name. Of a LIMITE document nothing but the header is known, whatever it names.
  const sourced = collection !== 'texts';
  const opens = (sources: unknown) => status !== 'limite' && [sources].flat().some(isOpen);

  /** @param above whether what is above the value is open; undefined where nothing above names a source */
  const walk = (value: unknown, key: string, path: string, above?: boolean): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const [n, item] of value.entries()) walk(item, key, `${path}[${n}]`, above);
    } else if (typeof value !== 'object') {
      const isSource = key === 'source' && sourced;
      const known = !POINTERS.has(key) || exists(String(value));
      const open = isSource
        ? above !== false && opens(value)
        : known && (above ?? plain?.has(path.replace(/\[\d+\]/g, '')) ?? false);
      leaves.push({ path, key, value: String(value), open });
    } else {
      const object = value as Fields;
      let below = above;
      // The fields of a document are shown by the lists above, whatever its sources are.
      if (object.source !== undefined && sourced && !(isDocument && path === '')) {
        const known = ABOUT.every((name) => typeof object[name] !== 'string' || exists(object[name]));
        // What is inferred rests on all of its sources together.
        const rests = object.inferred === undefined || [object.source].flat().every(isOpen);
        below = above !== false && known && rests && opens(object.source);
        fact ||= below;
      }
      for (const [name, item] of Object.entries(object)) walk(item, name, path ? `${path}.${name}` : name, below);
    }
  };
  walk(record, '', '');
  return { leaves, fact };
}
