import { readFileSync } from 'node:fs';
import { calendar } from './calendar.ts';
import { type CslItem, cslOf, isOf } from './cite/csl.ts';
import { toBibtex, toRis } from './cite/formats.ts';
import { beside, type ExportContext } from './context.ts';
import { csvPlan } from './csv.ts';
import { LISTS } from './data-files.ts';
import { dcat } from './dcat.ts';
import { jsonSchema, lineOf, PUBLISHED, publishedEntry, publishedItems } from './entry.ts';
import { feedPlan } from './feeds.ts';
import { graph } from './graph.ts';
import { type PlannedFile, planned } from './plan.ts';
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
    // The last: it says how large the others are.
    planned('data/dcat.ttl', ({ sizeOf }) => dcat(context, sizeOf)),
  ];
}

const STYLE = new URL('./cite/enfocustom.csl', import.meta.url);

/** The citations of all documents and acts; other pages are cited one by one. */
function citations({ archive, site }: ExportContext): PlannedFile[] {
  const texts = archive.all().filter((item) => isOf(item, 'documents') || isOf(item, 'acts'));
  const all = (write: (items: readonly CslItem[]) => string, between: string) =>
    joined(texts, between, (item) => write([cslOf(item, site)]));
  return [
    planned('data/citations.bib', () => all(toBibtex, '')),
    planned('data/citations.ris', () => all(toRis, '\n')),
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
  piece: (item: T) => string | Uint8Array,
): Iterable<string | Uint8Array> {
  for (const [index, item] of items.entries()) {
    if (index > 0) yield between;
    yield piece(item);
  }
}
