import type { Catalogue } from '../../archive/catalogue.ts';
import { parseDate } from '../../archive/date.ts';
import { dateInWords, type Item, statedDate } from '../../archive/item.ts';
import { ARCHIVE_NAME, type CslItem, isJournalAct, isOf } from './csl.ts';

type Json = { readonly [key: string]: unknown };

/**
 * schema.org type of an entry. Only an act of the Official Journal is `Legislation`; an archive's holding of a
 * document is an `ArchiveComponent`, a document known from elsewhere is not.
 */
function typesOf(item: Item): string | string[] {
  if (isOf(item, 'documents')) {
    return item.entry.record.access.status === 'reference-only' ? 'Report' : ['Report', 'ArchiveComponent'];
  }
  if (isOf(item, 'acts')) return isJournalAct(item) ? 'Legislation' : 'DigitalDocument';
  switch (item.collection) {
    case 'meetings':
      return 'Event';
    case 'working-parties':
    case 'organisations':
      return 'Organization';
    case 'topics':
      return 'DefinedTerm';
    case 'actions':
    case 'operations':
      return 'Project';
    case 'strategies':
    case 'action-plans':
    case 'recommendations':
      return 'CreativeWork';
    default:
      return 'Thing';
  }
}

/** An entry as schema.org JSON-LD. Addresses are absolute where the archive has a site, else relative to the page. */
export function entryLinkedData(archive: Catalogue, item: Item, csl: CslItem, site: string | null): Json {
  const at = (address: string) => (site ?? '') + address;
  const ref = (collection: Item['collection'], id: string | undefined, type: string) => {
    const target = id === undefined ? undefined : archive.get(collection, id);
    return target && { '@type': type, '@id': at(target.address), name: target.title };
  };
  return clean({
    '@context': 'https://schema.org',
    '@type': typesOf(item),
    '@id': at(item.address),
    url: at(item.address),
    name: item.title,
    ...(item.label !== item.title && { [isOf(item, 'documents') ? 'reportNumber' : 'alternateName']: item.label }),
    ...detailsOf(item, csl, ref),
  });
}

type Ref = (collection: Item['collection'], id: string | undefined, type: string) => Json | undefined;

function detailsOf(item: Item, csl: CslItem, ref: Ref): Json {
  if (isOf(item, 'documents')) {
    const { record } = item.entry;
    const held = record.access.status !== 'reference-only';
    return {
      author: csl.author?.map(({ literal }) => ({ '@type': 'Organization', name: literal })),
      publisher: { '@type': 'Organization', name: csl.publisher },
      datePublished: isoDate(statedDate(item)),
      identifier: item.id,
      genre: csl.genre,
      inLanguage: csl.language,
      numberOfPages: record.pages,
      sameAs: csl.URL,
      about: record.topics?.map((id) => ref('topics', id, 'DefinedTerm')).filter(Boolean),
      isBasedOn: record.previous?.map((id) => ref('documents', id, 'Report')).filter(Boolean),
      ...(held && { holdingArchive: { '@type': 'ArchiveOrganization', name: ARCHIVE_NAME } }),
    };
  }
  if (isOf(item, 'acts')) {
    const { record } = item.entry;
    const legislation = isJournalAct(item);
    return {
      [legislation ? 'legislationIdentifier' : 'identifier']: record.celex ?? record.printed[0],
      [legislation ? 'legislationDate' : 'datePublished']: isoDate(statedDate(item)),
      ...(legislation && { legislationType: csl.genre }),
      sameAs: csl.URL,
    };
  }
  if (isOf(item, 'meetings')) {
    const { record } = item.entry;
    const date = parseDate(record.date.value);
    return {
      startDate: date.precision === 'period' ? date.earliest : isoDate(record.date.value),
      endDate: date.precision === 'period' ? date.latest : undefined,
      location: record.place && { '@type': 'Place', name: record.place.value },
      organizer:
        ref('working-parties', record.workingParty?.to, 'Organization') ??
        ref('organisations', record.organisation?.to, 'Organization'),
    };
  }
  if (isOf(item, 'actions')) return { subjectOf: ref('action-plans', item.entry.record.plan, 'CreativeWork') };
  const date = dateInWords(item);
  return date ? { description: date } : {};
}

/** The way to a page, its own title last. */
export function breadcrumbs(
  crumbs: readonly { title: string; href: string }[],
  title: string,
  site: string | null,
): Json {
  const steps = [{ title: 'Home', href: '/' }, ...crumbs];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...steps.map(({ title: name, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: (site ?? '') + href,
      })),
      { '@type': 'ListItem', position: steps.length + 1, name: title },
    ],
  };
}

/** JSON that can stand in a `<script>`: no tag or comment begins in it. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Days, months and years that are certain; schema.org has no others. */
function isoDate(date: string | null): string | undefined {
  return date && /^\d{4}(-(0\d|1[0-2])(-\d\d)?)?$/.test(date) ? date : undefined;
}

function clean(data: Json): Json {
  const said = ([, value]: [string, unknown]) =>
    value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(data).filter(said));
}
