import { describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read.ts';
import { findReferences } from '../../src/archive/reference/index.ts';
import { contentFolder } from '../support/content.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

const RUN = 10;
const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function runs(text: string): string[] {
  const list = words(text);
  return Array.from({ length: Math.max(0, list.length - RUN + 1) }, (_, at) => list.slice(at, at + RUN).join(' '));
}

/** Titles and official names may stand as they are, and facts of a header are what they are. */
const OFFICIAL = /^(title|name|printed|expansion|term|aliases|number|from|to|kind|codes|filing)$/;

/** The strings of a record: official ones apart from those in our words. */
function strings(record: unknown): { official: string[]; ours: string[] } {
  const found = { official: [] as string[], ours: [] as string[] };
  const collect = (value: unknown, key: string) => {
    if (typeof value === 'string') (OFFICIAL.test(key) ? found.official : found.ours).push(value);
    else if (Array.isArray(value)) for (const item of value) collect(item, key);
    else if (value && typeof value === 'object') {
      for (const [inner, item] of Object.entries(value)) collect(item, inner === 'value' ? key : inner);
    }
  };
  collect(record, '');
  return found;
}

/** Paragraphs, items, cells and notes of a Markdown text; headings are the document's own titles. */
function blocks(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*>|]|\d+\.|\[\^|#|import ))|\|/)
    .map((block) => block.trim())
    .filter((block) => !/^(#|import )/.test(block));
}

/** A text without the references in it: they are numbers, dates and signs, not wording. */
function betweenReferences(text: string): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of findReferences(text)) {
    pieces.push(text.slice(at, start));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

describe.skipIf(!haveSeeds)('the wording is ours', () => {
  test(`no run of ${RUN} words also stands in a source document, titles and official names aside`, async () => {
    const source = new Set(readSeeds().flatMap(({ text }) => runs(text)));
    const { entries, bodyOf } = await readArchive(contentFolder);
    const official = entries
      .flatMap(({ record }) => strings(record).official)
      .map((name) => ` ${words(name).join(' ')} `);
    const isOfficial = (run: string) => official.some((name) => name.includes(` ${run} `));
    const copied: string[] = [];
    for (const entry of entries) {
      const { collection, file, record } = entry;
      if (collection === 'texts') continue;
      const texts = [...strings(record).ours, ...blocks(bodyOf(entry))];
      for (const run of texts.flatMap(betweenReferences).flatMap(runs)) {
        if (source.has(run) && !isOfficial(run)) copied.push(`${file}: ${run}`);
      }
    }
    expect(copied).toEqual([]);
  });

  test('a copied sentence is seen', () => {
    const [seed] = readSeeds();
    const source = new Set(runs(seed?.text ?? ''));
    const sentence = words(seed?.text ?? '')
      .slice(40, 60)
      .join(' ');
    expect(
      blocks(`Ours.\n\n- ${sentence}`)
        .flatMap(betweenReferences)
        .flatMap(runs)
        .filter((run) => source.has(run)),
    ).toHaveLength(11);
  });
});
