import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { editionFolder } from '../support/built-editions.setup.ts';
import { elementsOf, pagesOf, readPage } from '../support/site.ts';

interface Published {
  readonly collection: string;
  readonly title: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly csl: { readonly title: string; readonly annote?: string };
}

/** What a fact says of itself besides its value. */
interface Said {
  readonly value?: unknown;
  readonly title?: unknown;
  readonly mode?: string;
  readonly note?: string;
  readonly inferred?: string;
}

const plain = (words: string) => words.replaceAll(/[*_`{}\\\s¶]+/g, '').toLowerCase();

function* saidIn(value: unknown): Iterable<Said> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Said;
  for (const item of Object.values(value)) yield* saidIn(item);
}

describe.each(EDITIONS)('facts of the %s edition', (edition) => {
  const root = editionFolder(edition);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const entries = pagesOf(edition).flatMap((page) => {
    const data = join(dirname(page.file), 'entry.json');
    if (!page.file.endsWith('index.html') || !existsSync(data)) return [];
    const { tree } = readPage(page);
    const entry = JSON.parse(readFileSync(data, 'utf8')) as Published;
    return [{ address: page.address, tree, words: plain(textOf(tree)), entry }];
  });

  test('every caveat that an editor wrote is in the page', () => {
    const caveats = entries.flatMap(({ address, words, entry }) =>
      [...saidIn(entry.record)].flatMap(({ note, inferred }) =>
        [note, inferred].flatMap((caveat) => (caveat === undefined ? [] : [{ address, caveat, words }])),
      ),
    );
    expect(caveats.length).toBeGreaterThan(50);
    const dropped = caveats.filter(({ caveat, words }) => !words.includes(plain(caveat)));
    expect(dropped.map(({ address, caveat }) => `${address}: ${caveat}`)).toEqual([]);
  });

  test('what was planned is told as planned, wherever it is told', () => {
    const told = entries.flatMap(({ address, tree, entry }) =>
      [...saidIn(entry.record)]
        .filter(({ mode, title }) => mode === 'planned' && typeof title === 'string')
        .map(({ title }) => ({ address, title: String(title), lines: linesWith(elementsOf(tree), String(title)) })),
    );
    const bare = told.filter(({ lines }) => lines.length === 0 || lines.some((line) => !line.includes('planned')));
    expect(bare.map(({ address, title }) => `${address}: ${title}`)).toEqual([]);
  });

  test('a title of ours stands in square brackets, without quotation marks, wherever it is printed', () => {
    const own = entries.filter(({ entry: { record } }) =>
      [record.titleBy, ...saidIn(record.title), ...saidIn(record.name)].some(
        (one) => one === 'archive' || (one as { by?: string } | undefined)?.by === 'archive',
      ),
    );
    expect(own.length).toBeGreaterThan(10);
    for (const { address, tree, entry } of own) {
      expect(entry.title, address).toMatch(/^\[.*\]$/);
      const citation = elementsOf(tree).find(({ properties }) => properties.id === 'citation');
      expect(textOf(citation as Element), address).not.toMatch(/‘\[/);
      if (entry.collection !== 'documents') continue;
      expect(entry.csl).toMatchObject({ title: entry.title, annote: 'Title given by the archive' });
      for (const file of [
        'documents/index.html',
        'data/citations.bib',
        'data/citations.ris',
        'data/documents.json',
        'data/csv/entries.csv',
      ])
        expect(plain(read(file)).includes(plain(escaped(entry.title, file))), `${file}: ${entry.title}`).toBe(true);
    }
  });

  test('an extent that no source states is in no table and no calendar', () => {
    const bars = entries.filter(({ entry: { collection, record } }) => {
      const period = (record.period ?? record.adopted) as Said | undefined;
      return /^(action-plans|strategies)$/.test(collection) && (!period || period.inferred !== undefined);
    });
    expect(bars.length).toBeGreaterThan(0);
    const [csv, ics] = [read('timeline/archive.csv'), read('timeline/archive.ics')];
    for (const { address } of bars) {
      const id = address.slice(1, -1).replace('/', '.');
      expect(
        csv.split('\n').filter((line) => line.startsWith(`${id},`)),
        id,
      ).toEqual([]);
      expect(ics).not.toContain(`UID:${id}@`);
    }
  });

  test('every source that a page names can be opened', () => {
    const closed = pagesOf(edition).flatMap((page) =>
      elementsOf(readPage(page).tree)
        .filter(({ properties }) => [properties.className].flat().includes('source'))
        .flatMap((note) => elementsOf({ type: 'root', children: note.children } as never))
        .filter(({ properties }) => [properties.className].flat().includes('visually-hidden'))
        .map((label) => [page.address, label] as const),
    );
    // A source without a link would be words beside the label; the links of each are looked for in its own element.
    expect(closed.length).toBeGreaterThan(100);
    const bare = pagesOf(edition).flatMap((page) =>
      elementsOf(readPage(page).tree)
        .filter(({ properties }) => [properties.className].flat().includes('fact-source'))
        .filter(
          (element) =>
            !elementsOf({ type: 'root', children: element.children } as never).some(({ tagName }) => tagName === 'a'),
        )
        .map((element) => `${page.address}: ${textOf(element)}`),
    );
    expect(bare).toEqual([]);
  });

  test('a document that has a number stands under a year', () => {
    expect(read('documents/index.html')).not.toContain('No date known');
  });
});

/** The lines of lists that tell of an event by its title. */
function linesWith(elements: readonly Element[], title: string): string[] {
  return elements
    .filter(({ tagName }) => tagName === 'li')
    .map((line) => textOf(line).replaceAll(/\s+/g, ' '))
    .filter((line) => plain(line).includes(plain(title)) && line.length < title.length + 600);
}

/** Words as a file has them. */
function escaped(words: string, file: string): string {
  if (file.endsWith('.html')) return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return file.endsWith('.json') ? JSON.stringify(words).slice(1, -1) : words.replaceAll('"', '""');
}
