import { z } from 'zod';
import type { Catalogue, Edge } from '../archive/catalogue.ts';
import { type Collection, collectionNames, collections } from '../archive/collections.ts';
import type { Item } from '../archive/item.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { listSources } from '../archive/source.ts';
import { shownMarkdown } from '../markdown/shown-markdown.ts';
import { cslItem, cslOf } from './cite/csl.ts';
import type { ExportContext } from './context.ts';

/** Version of the published forms: raised when a field changes its meaning or goes. New fields do not raise it. */
export const DATA_VERSION = 1;

/** One link of an entry. */
const link = z.strictObject({
  to: z.string().describe('Address of the entry, or of the page of a text that is only cited'),
  kind: z.string().describe('cites, mentions, source, or the field that makes the link: follows, previous, topics …'),
  locator: z.string().optional().describe('The place in this entry that makes the link'),
  source: z.array(z.string()).optional().describe('Where the link is stated: ST-15116-2022-INIT#2.1-4'),
});

/** An entry as it is published: `entry.json` beside its page, and a line of `archive.jsonl`. */
const published = ({ schema }: Collection, collection: CollectionName) =>
  z
    .strictObject({
      version: z.literal(DATA_VERSION).describe('Version of this form'),
      collection: z.literal(collection),
      id: z.string().describe('As other entries refer to it'),
      address: z.string().describe('Where its page is, below the origin of the archive'),
      label: z.string().describe('What it is called in a line of its own'),
      title: z.string(),
      date: z.string().optional().describe('EDTF (ISO 8601-2); left out where it has none'),
      dated: z
        .enum(['by number', 'planned'])
        .optional()
        .describe('What the date is worth: the year of a number, a plan; left out where a source states it'),
      record: schema.describe('The facts, each with its source'),
      precis: z
        .string()
        .optional()
        .describe('Markdown: the précis of a document in the archive’s own words, without what its page does not show'),
      links: z.array(link).describe('What it links to'),
      csl: cslItem.describe('The entry as something to cite, in CSL-JSON'),
    })
    .describe(`${collections[collection].plural} of the archive Enfocustom, form ${DATA_VERSION}`);

type PublishedEntry = z.infer<ReturnType<typeof published>>;

/** Collections that are published as data: official texts stay with the Council, the guide is no record. */
export const PUBLISHED = collectionNames.filter((name) => name !== 'texts' && name !== 'guide');

/** JSON Schema of the published form of a collection, from the schema that the content itself obeys. */
export function jsonSchema(name: CollectionName): unknown {
  return z.toJSONSchema(published(collections[name], name), {
    override: ({ jsonSchema }) => {
      // How an edition is partitioned is no matter of the form.
      delete jsonSchema.shown;
      // Words of our own for ids and sources: readers of JSON Schema know `x-` as such.
      for (const own of ['collection', 'source'] as const) {
        if (typeof jsonSchema[own] !== 'string' && typeof jsonSchema[own] !== 'boolean') continue;
        jsonSchema[`x-${own}`] = jsonSchema[own];
        delete jsonSchema[own];
      }
    },
  });
}

/** An entry in its published form. */
export function publishedEntry({ archive, bodyOf, site }: ExportContext, item: Item): PublishedEntry {
  const { id, collection, address, label, title, date, entry } = item;
  const precis = collection === 'documents' ? shownMarkdown(bodyOf(entry)).trim() : '';
  return {
    version: DATA_VERSION,
    collection,
    id,
    address,
    label,
    title,
    ...(date && { date }),
    ...(datedBy(item) && { dated: datedBy(item) }),
    record: entry.record,
    ...(precis && { precis }),
    links: archive.outgoing(address).map(({ to, kind, locator, source }) => ({
      to,
      kind,
      ...(locator && { locator }),
      ...(source && { source: [...listSources(source)] }),
    })),
    csl: cslOf(item, site),
  };
}

/** What the date of an entry is worth; undefined where a source states it. */
export const datedBy = ({ byNumber, planned }: Item) => (byNumber ? 'by number' : planned ? 'planned' : undefined);

/** An entry as one line of JSON. */
export const lineOf = (entry: PublishedEntry) => `${JSON.stringify(entry)}\n`;

/** Every published entry of an edition, in the order of its collections. */
export function publishedItems(archive: Catalogue): readonly Item[] {
  return PUBLISHED.flatMap((collection) => archive.list(collection));
}

/** Links between published entries, and from them to texts that are only cited. */
export function publishedEdges(archive: Catalogue): readonly Edge[] {
  return archive.edges.filter(({ from }) => from.collection !== 'guide');
}
