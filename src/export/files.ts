import { readFileSync } from 'node:fs';
import { cslOf, isOf } from '../cite/csl.ts';
import { citationFiles } from '../cite/files.ts';
import { WRITERS } from '../cite/formats.ts';
import { entryList } from '../search/entry-list.ts';
import { calendar } from './calendar.ts';
import { beside, type ExportContext } from './context.ts';
import { csvPlan } from './csv.ts';
import { LISTS } from './data-files.ts';
import { dcat } from './dcat.ts';
import { jsonSchema, lineOf, PUBLISHED, publishedEntry, publishedItems } from './entry.ts';
import { feedPlan } from './feeds.ts';
import { graph } from './graph.ts';
import { type PlannedFile, planned, type Written } from './plan.ts';
import { graphTurtle, vocabularyTurtle } from './turtle.ts';
import { webPlan } from './web.ts';

/** Every file of an edition that is made from its catalogue and is no page; the same bytes each time. */
export function exportPlan(context: ExportContext): PlannedFile[] {
  const { archive, edition, site } = context;
  return [
    ...citations(context),
    ...entries(context),
    ...PUBLISHED.map((name) =>
      planned(`data/schemas/${name}.json`, () => `${JSON.stringify(jsonSchema(name), null, 1)}\n`),
    ),
    ...csvPlan(archive, edition),
    planned('data/graph.json', () => graph(archive)),
    planned('data/graph.ttl', () => graphTurtle(archive, site)),
    planned('data/vocabulary.ttl', () => vocabularyTurtle(archive, site)),
    ...feedPlan(context),
    planned('calendar.ics', () => calendar(context)),
    ...webPlan(context),
    // The search index is made of the pages and of this.
    planned('search/entries.json', () => JSON.stringify(entryList(archive))),
    // The last: it says how large the others are.
    planned('data/dcat.ttl', ({ sizeOf }) => dcat(context, sizeOf)),
  ];
}

const STYLE = new URL('../cite/enfocustom.csl', import.meta.url);

function citations({ archive, site }: ExportContext): PlannedFile[] {
  const items = archive.all().filter((item) => citationFiles(item).length > 0);
  // What papers cite; a page of the archive is cited one by one.
  const texts = items.filter((item) => isOf(item, 'documents') || isOf(item, 'acts'));
  const all = (name: string, between: string) => (before: Written) =>
    joined(texts, between, ({ address }) => before.read(beside(address, name)));
  return [
    ...items.flatMap((item) =>
      citationFiles(item).map(({ name }) =>
        planned(beside(item.address, name), () => WRITERS[name]([cslOf(item, site)])),
      ),
    ),
    planned('data/citations.bib', all('cite.bib', '')),
    planned('data/citations.ris', all('cite.ris', '\n')),
    planned('data/enfocustom.csl', () => readFileSync(STYLE)),
  ];
}

function entries(context: ExportContext): PlannedFile[] {
  const { archive } = context;
  const items = publishedItems(archive);
  const isPage = ({ address }: (typeof items)[number]) => !address.includes('#');
  return [
    // Terms and codes share a page and have no folder of their own.
    ...items
      .filter(isPage)
      .map((item) => planned(beside(item.address, 'entry.json'), () => lineOf(publishedEntry(context, item)))),
    planned('data/archive.jsonl', function* (before) {
      for (const item of items) {
        if (isPage(item)) yield before.read(beside(item.address, 'entry.json'));
        else yield lineOf(publishedEntry(context, item));
      }
    }),
    ...LISTS.map((name) =>
      planned(`data/${name}.json`, function* (before) {
        yield '[\n';
        yield* joined(archive.list(name), ',', ({ address }) => before.read(beside(address, 'entry.json')));
        yield ']\n';
      }),
    ),
  ];
}

function* joined<T>(
  items: readonly T[],
  between: string,
  piece: (item: T) => Uint8Array,
): Iterable<string | Uint8Array> {
  for (const [index, item] of items.entries()) {
    if (index > 0) yield between;
    yield piece(item);
  }
}
