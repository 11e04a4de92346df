import { readFile } from 'node:fs/promises';
import { cslOf, isOf } from '../cite/csl.ts';
import { citationFiles } from '../cite/files.ts';
import { toBibtex, toRis, WRITERS } from '../cite/formats.ts';
import { calendarFile } from './calendar.ts';
import { beside, type ExportContext, type OutFile } from './context.ts';
import { csvFiles } from './csv.ts';
import { LISTS } from './data-files.ts';
import { dcatFile } from './dcat.ts';
import { jsonSchemas, publishedEntry, publishedItems } from './entry.ts';
import { feedFiles } from './feeds.ts';
import { graphFile } from './graph.ts';
import { graphTurtle, vocabularyTurtle } from './turtle.ts';
import { webFiles } from './web.ts';

/** Every file of an edition that is made from its catalogue and is no page; the same bytes each time. */
export async function* exportFiles(context: ExportContext): AsyncGenerator<OutFile> {
  const sizes = new Map<string, number>();
  for await (const file of describedFiles(context)) {
    sizes.set(`/${file.path}`, Buffer.byteLength(file.body));
    yield file;
  }
  yield dcatFile(context, sizes);
}

async function* describedFiles(context: ExportContext): AsyncGenerator<OutFile> {
  const { archive, edition, site } = context;
  yield* citations(context);
  yield* entries(context);
  for (const [collection, schema] of jsonSchemas()) {
    yield { path: `data/schemas/${collection}.json`, body: `${JSON.stringify(schema, null, 1)}\n` };
  }
  yield* csvFiles(archive, edition);
  yield graphFile(archive);
  yield { path: 'data/graph.ttl', body: graphTurtle(archive, site) };
  yield { path: 'data/vocabulary.ttl', body: vocabularyTurtle(archive, site) };
  yield* feedFiles(context);
  yield calendarFile(context);
  yield* webFiles(context);
}

async function* citations({ archive, site }: ExportContext): AsyncGenerator<OutFile> {
  const all = [];
  for (const item of archive.all()) {
    const files = citationFiles(item);
    if (files.length === 0) continue;
    const csl = cslOf(item, site);
    // What papers cite; a page of the archive is cited one by one.
    if (isOf(item, 'documents') || isOf(item, 'acts')) all.push(csl);
    for (const { name } of files) yield { path: beside(item.address, name), body: WRITERS[name]([csl]) };
  }
  yield { path: 'data/citations.bib', body: toBibtex(all) };
  yield { path: 'data/citations.ris', body: toRis(all) };
  yield { path: 'data/enfocustom.csl', body: await readFile(new URL('../cite/enfocustom.csl', import.meta.url)) };
}

async function* entries({ archive, root }: ExportContext): AsyncGenerator<OutFile> {
  // Bytes, because a string cannot be as long as a large archive.
  const lines: { readonly collection: string; readonly line: Buffer }[] = [];
  for (const item of publishedItems(archive)) {
    const line = Buffer.from(`${JSON.stringify(await publishedEntry(archive, root, item))}\n`);
    lines.push({ collection: item.collection, line });
    // Terms and codes share a page and have no folder of their own.
    if (!item.address.includes('#')) yield { path: beside(item.address, 'entry.json'), body: line };
  }
  yield { path: 'data/archive.jsonl', body: Buffer.concat(lines.map(({ line }) => line)) };
  for (const name of LISTS) {
    const own = lines.filter(({ collection }) => collection === name);
    const items = own.flatMap(({ line }, index) => (index > 0 ? [Buffer.from(','), line] : [line]));
    yield { path: `data/${name}.json`, body: Buffer.concat([Buffer.from('[\n'), ...items, Buffer.from(']\n')]) };
  }
}
