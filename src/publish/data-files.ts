import { collections } from '../archive/collections.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { PUBLISHED } from './entry.ts';
import { tables } from './tables.ts';

/** A file of data, as the data page and the DCAT description list it. */
export interface DataFile {
  readonly path: string;
  readonly type: string;
  readonly content: string;
  /** Where its content is described. */
  readonly describedBy?: string;
}

/** Collections that are also published as one list each. */
export const LISTS = ['documents', 'actions', 'meetings'] as const satisfies readonly CollectionName[];

/** Every file of data that an edition publishes, but the schemas. */
export const DATA_FILES: readonly DataFile[] = [
  {
    path: '/data/archive.jsonl',
    type: 'application/jsonl',
    content: 'Every entry, one a line, as in the entry.json beside each page',
  },
  ...LISTS.map((name) => ({
    path: `/data/${name}.json`,
    type: 'application/json',
    content: `All ${collections[name].plural} as one list, each in the same form`,
    describedBy: `/data/schemas/${name}.json`,
  })),
  {
    path: '/data/csv/datapackage.json',
    type: 'application/json',
    content: 'Data Package: what the columns of the tables hold',
  },
  ...tables.map(({ name, description }) => ({
    path: `/data/csv/${name}.csv`,
    type: 'text/csv',
    content: description,
    describedBy: '/data/csv/datapackage.json',
  })),
  {
    path: '/data/graph.json',
    type: 'application/json',
    content: 'The graph: entries and texts that are only cited, and every link with its kind and source',
  },
  {
    path: '/data/graph.ttl',
    type: 'text/turtle',
    content: 'The graph as RDF: entries, their types and every link',
    describedBy: '/data/vocabulary.ttl',
  },
  { path: '/data/vocabulary.ttl', type: 'text/turtle', content: 'The words of the graph that are the archive’s own' },
  { path: '/data/dcat.ttl', type: 'text/turtle', content: 'DCAT: this list for catalogues of data' },
  { path: '/data/citations.bib', type: 'application/x-bibtex', content: 'Every document and act as BibTeX' },
  {
    path: '/data/citations.ris',
    type: 'application/x-research-info-systems',
    content: 'Every document and act as RIS',
  },
  {
    path: '/data/enfocustom.csl',
    type: 'application/vnd.citationstyles.style+xml',
    content: 'The way the archive cites, as a style for reference managers',
  },
  { path: '/calendar.ics', type: 'text/calendar', content: 'Meetings and deadlines' },
  { path: '/feed.xml', type: 'application/atom+xml', content: 'Feed of the latest that is dated' },
  { path: '/about/access/feed.xml', type: 'application/atom+xml', content: 'Feed of documents that were opened' },
];

/** Schemas of the published entries, by collection. */
export const SCHEMA_FILES = PUBLISHED.map((collection) => ({ collection, path: `/data/schemas/${collection}.json` }));
