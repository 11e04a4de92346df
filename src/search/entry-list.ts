import { addressOf } from '../archive/address.ts';
import type { Catalogue, CitedOnly } from '../archive/catalogue.ts';
import type { Records } from '../archive/collections.ts';
import { countryInText } from '../archive/country.ts';
import { parseDate } from '../archive/date.ts';
import { dateInWords, type Item } from '../archive/item.ts';
import { keyOf, parseReference, type Reference } from '../archive/reference/index.ts';
import { LED_TO } from '../archive/schema/glossary.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { DEMONYMS } from './demonyms.ts';
import { type Access, dayKey, type EntryFace, type Kind, numberKey, referenceKey, titleKey } from './entry.ts';
import type { Facet } from './facets.ts';
import { Facts } from './facts.ts';
import { foldName } from './query/fold.ts';

/** All that the index has to know of an entry besides its page. */
export interface EntryRecord extends EntryFace {
  /** First and last possible day; the last only where it is another. */
  readonly day?: string;
  readonly until?: string;
  /** Values to narrow down by. */
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Lookup keys: every reference, number, day and title that leads here. */
  readonly keys: readonly string[];
  /** Every form of its name, as printed; empty for entries that are found by a key. */
  readonly names: readonly string[];
  /** Other spellings of its number, for the texts' index. */
  readonly aliases: readonly string[];
  /** Words of an entry that has no page of its own. */
  readonly body?: string;
}

const KINDS: Readonly<Record<CollectionName, Kind>> = {
  documents: 'Document',
  texts: 'Document',
  strategies: 'Strategy',
  'action-plans': 'Action plan',
  actions: 'Action',
  recommendations: 'Recommendation',
  'working-parties': 'Working party',
  meetings: 'Meeting',
  operations: 'Operation',
  organisations: 'Organisation',
  systems: 'System',
  topics: 'Topic',
  glossary: 'Term',
  presidencies: 'Presidency',
  'subject-codes': 'Term',
  acts: 'Act',
  sources: 'Act',
  guide: 'Guide',
};

const DAY = 86_400_000;
/** A meeting may last a few days; a longer period is found by other ways. */
const MOST_DAYS = 10;

const ACCESS: Readonly<Record<Records['documents']['access']['status'], Access>> = {
  public: 'Open',
  declassified: 'Open',
  partial: 'Partly open',
  limite: 'LIMITE',
  'reference-only': 'Not held',
};

/** A page that is no entry, as far as search goes. */
export interface SectionPage {
  readonly address: string;
  readonly title: string;
  /** What readers look for who want it. */
  readonly asked: readonly string[];
  readonly text?: string;
}

/**
 * Every entry of an edition as search knows it, cited texts without a record included, and the pages of the site, in the
 * order of addresses.
 */
export function entryList(catalogue: Catalogue, sections: readonly SectionPage[] = []): EntryRecord[] {
  const facts = new Facts(catalogue);
  const collections = (Object.keys(KINDS) as CollectionName[]).filter((name) => name !== 'texts' && name !== 'sources');
  const entries = collections.flatMap((name) => catalogue.list(name).map((item) => entryOf(item, catalogue, facts)));
  const cited = catalogue.citedOnly().map(citedEntry);
  const all = [...withNamesOfTerms(entries), ...cited, ...sections.map(sectionEntry)];
  return all.sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** A code of a term is another name of what the term names; an entry has every name of the terms and codes that name it. */
function withNamesOfTerms(entries: readonly EntryRecord[]): EntryRecord[] {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  const direct = entries.map((entry) => (entry.of ? { ...entry, of: byAddress.get(entry.of)?.of ?? entry.of } : entry));
  const others = Map.groupBy(direct, ({ of }) => of);
  return direct.map((entry) => {
    const terms = others.get(entry.address) ?? [];
    const names = terms.flatMap(({ label, title, names }) => [label, title, ...names]);
    return terms.length === 0 ? entry : { ...entry, names: unique([...entry.names, ...names]) };
  });
}

function sectionEntry({ address, title, asked, text }: SectionPage): EntryRecord {
  const body = text === undefined ? {} : { body: `${title}. ${text}` };
  const filters = { kind: ['Page'] };
  return {
    address,
    kind: 'Page',
    label: title,
    title,
    filters,
    keys: [],
    names: [title, ...asked],
    aliases: [],
    ...body,
  };
}

function entryOf(item: Item, catalogue: Catalogue, facts: Facts): EntryRecord {
  const { collection, address, label, title, date, id } = item;
  const own = ownFields(item);
  const references = own.references ?? [];
  const { earliest: day, latest: until } = date ? parseDate(date) : { earliest: null, latest: null };
  const dated = date && (collection === 'documents' || collection === 'meetings') ? daysOf(date).map(dayKey) : [];
  const keyed = ['documents', 'actions', 'meetings', 'acts', 'recommendations'].includes(collection);
  return {
    address,
    kind: KINDS[collection],
    label,
    title,
    ...(date ? { date: dateInWords(item) ?? date } : {}),
    ...(day ? { day } : {}),
    ...(until && until !== day ? { until } : {}),
    ...(own.marking ? { marking: own.marking } : {}),
    ...(own.access ? { access: own.access } : {}),
    ...(collection === 'documents' && catalogue.get('texts', id) ? { text: true } : {}),
    ...(own.of ? { of: own.of } : {}),
    ...(references[0] ? { reference: keyOf(references[0]) } : {}),
    filters: { kind: [KINDS[collection]], ...(own.access ? { access: [own.access] } : {}), ...facts.of(item) },
    keys: unique([...keysOf(references), ...dated, titleKey(title), ...(own.keys ?? [])]),
    names: unique([...(keyed ? [] : [title, label]), ...(own.names ?? []), ...calledOf(item)]),
    aliases: own.aliases ?? references.flatMap(spellingsOf),
    ...(own.body ? { body: own.body } : {}),
  };
}

function citedEntry({ reference, address, label }: CitedOnly): EntryRecord {
  const kind = reference.kind === 'council' ? 'Document' : 'Act';
  return {
    address,
    kind,
    label,
    title: label,
    access: 'Not held',
    reference: keyOf(reference),
    filters: { kind: [kind], access: ['Not held'] },
    keys: keysOf([reference]),
    names: [],
    aliases: spellingsOf(reference),
  };
}

/** The days of a date that is one day or a few. */
function daysOf(date: string): string[] {
  const { earliest, latest } = parseDate(date);
  if (!earliest || !latest) return [];
  const [first, last] = [Date.parse(earliest), Date.parse(latest)];
  const count = (last - first) / DAY + 1;
  if (count > MOST_DAYS) return [];
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY).toISOString().slice(0, 10));
}

interface OwnFields {
  readonly references?: readonly Reference[];
  readonly marking?: string | undefined;
  readonly access?: Access;
  readonly keys?: readonly string[];
  readonly names?: readonly string[];
  readonly aliases?: readonly string[];
  readonly body?: string;
  readonly of?: string | undefined;
}

type AnyItem = { [C in CollectionName]: Item<C> & { readonly collection: C } }[CollectionName];

function ownFields(input: Item): OwnFields {
  const { collection, id, entry } = input as AnyItem;
  switch (collection) {
    case 'documents':
      return {
        references: read([id]),
        marking: entry.record.marking,
        access: ACCESS[entry.record.access.status],
        keys: (entry.record.codes ?? []).map(titleKey),
      };
    case 'actions':
      return { references: read([`Action ${id}`]) };
    case 'action-plans': {
      const { number } = entry.record;
      if (number === undefined) return {};
      return { references: read([`plan ${number}`]), names: [`AP ${number}`, `${number}th AP`, id] };
    }
    case 'strategies':
      return { names: [`strategy ${id}`, `${id} strategy`, `strategy of ${id}`, `customs strategy ${id}`] };
    case 'working-parties':
      return { names: [...entry.record.names.flatMap((n) => [n.name, n.abbreviation ?? '']), id] };
    case 'organisations':
    case 'systems':
      return { names: [entry.record.abbreviation?.value ?? '', id] };
    case 'operations':
      return { names: [id] };
    case 'glossary':
      return {
        names: [entry.record.term, entry.record.expansion ?? '', ...(entry.record.aliases ?? [])],
        aliases: entry.record.aliases ?? [],
        of: leadsTo(entry.record.of),
        body: [entry.record.term, entry.record.expansion ?? '', entry.record.meaning].filter(Boolean).join('. '),
      };
    case 'subject-codes':
      return {
        of: entry.record.of && addressOf('glossary', entry.record.of),
        names: [entry.record.code],
        body: `${entry.record.code}. ${entry.record.meaning}`,
      };
    case 'presidencies':
      return { names: [id, ...presidencyNames(entry.record.state, id.slice(0, 4))] };
    case 'acts': {
      const { printed, celex } = entry.record;
      return { references: read([...printed, ...(celex ? [`CELEX:${celex}`] : [])]), keys: printed.map(titleKey) };
    }
    default:
      return {};
  }
}

/** What readers call an entry besides its names, and its names in other languages. */
function calledOf({ entry }: Item): string[] {
  const { also = [], translations = {} } = entry.record as { also?: string[]; translations?: Record<string, string[]> };
  return [...also, ...Object.values(translations).flat()];
}

/** The address of the entry that a term is another name of. */
function leadsTo(of: Records['glossary']['of']): string | undefined {
  const [[key, id] = []] = Object.entries(of ?? {});
  return key && id ? addressOf(LED_TO[key as keyof typeof LED_TO], id) : undefined;
}

/** `Czech Presidency 2022`, `Presidency of Czechia 2022`. */
function presidencyNames(state: string, year: string): string[] {
  const who = [`Presidency of ${countryInText(state)}`, ...(DEMONYMS[state] ? [`${DEMONYMS[state]} Presidency`] : [])];
  return who.flatMap((name) => [`${name} ${year}`, `${year} ${name}`]);
}

function read(forms: readonly string[]): Reference[] {
  return forms.map(parseReference).filter((reference) => reference !== null);
}

/** A place in the Official Journal is also found without its page, and by the year in place of the day. */
function keysOf(references: readonly Reference[]): string[] {
  return references.flatMap((reference) => {
    const keys = [referenceKey(reference)];
    if (reference.kind === 'council') keys.push(numberKey(reference.number));
    if (reference.kind === 'journal' && 'issue' in reference && reference.page !== undefined) {
      const { page: _page, ...issue } = reference;
      const date = issue.date.slice(0, 4);
      keys.push(referenceKey(issue), referenceKey({ ...issue, date }), referenceKey({ ...reference, date }));
    }
    return keys;
  });
}

/** Spellings of a number that the texts' index would take apart. */
function spellingsOf(reference: Reference): string[] {
  if (reference.kind !== 'council') return [];
  const { series, number, year, suffix } = reference;
  return [`${series} ${number}/${String(year).slice(2)}`, `${number}/${year}`, `${series}-${number}-${year}-${suffix}`];
}

function unique(list: readonly string[]): string[] {
  const seen = new Set<string>();
  return list.filter((one) => foldName(one) !== '' && !seen.has(one) && seen.add(one));
}
