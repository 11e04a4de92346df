import { describe, expect, test } from 'vitest';
import { collections } from '../../src/archive/collections.ts';
import { formatLocator } from '../../src/archive/locator.ts';
import { readArchive } from '../../src/archive/read.ts';
import { pointersIn } from '../../src/archive/schema-walk.ts';
import { parseSource } from '../../src/archive/source.ts';
import { placesIn } from '../../src/markdown/render.ts';
import { contentFolder } from '../support/content.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

/** Words of a heading, without its number, marks of Markdown and what the précis leaves out of it. */
const plain = (words: string) =>
  words
    .replace(/^\d+(\.\d+)*\.?\s/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

const archive = await readArchive(contentFolder);
const documents = archive.entries.filter(({ collection }) => collection === 'documents');
const headings = new Map(
  documents.map((entry) => [
    entry.id,
    new Map(
      placesIn(archive.bodyOf(entry)).flatMap(({ kind, locator, title }) =>
        kind === 'heading' ? [[locator, title ?? '']] : [],
      ),
    ),
  ]),
);
/** Every place that a source names in a text, once. */
const places = new Set(
  archive.entries.flatMap(({ collection, record }) =>
    pointersIn(collections[collection].schema, record).flatMap(({ to, value }) =>
      to === 'source' && value.includes('#') ? [value] : [],
    ),
  ),
);

test('a place is named by a number of the document or by the words of its heading', () => {
  const slugs = [...places].flatMap((source) => {
    const { id, locator } = parseSource(source);
    const words = formatLocator(locator ?? '', (section) => headings.get(id)?.get(section));
    return /^(\d|under “|paragraph \d|header$|page \d)/.test(words) ? [] : [`${source}: ${words}`];
  });
  expect(slugs).toEqual([]);
});

describe.skipIf(!haveSeeds)('the headings by which places are named', () => {
  test('are those of the document', () => {
    const texts = new Map(readSeeds().map(({ text }) => [text, plain(text.replaceAll(/<[^>]+>/g, ' '))]));
    const missing = [...places].flatMap((source) => {
      const { id, locator } = parseSource(source);
      const words = formatLocator(locator ?? '', (section) => headings.get(id)?.get(section));
      const heading = /^under “(.+?)”/.exec(words)?.[1];
      if (!heading) return [];
      const text = [...texts].find(([raw]) => raw.includes(numberOf(id)))?.[1] ?? '';
      // The date of the resolution of 1997 is left blank in it.
      return heading.split('…').every((part) => text.includes(plain(part))) ? [] : [`${source}: ${heading}`];
    });
    expect(missing).toEqual([]);
  });
});

/** `ST-9710-1997-REV-1` → `9710/1/97`. */
function numberOf(id: string): string {
  const [, number, year, revision] = /^ST-(\d+)-\d\d(\d\d)-(?:INIT|REV-(\d+))$/.exec(id) ?? [];
  return [number, revision, year].filter(Boolean).join('/');
}
