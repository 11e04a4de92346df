import { describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read.ts';
import { contentFiles, contentFolder } from '../support/content.ts';
import { haveSeeds, readSeeds } from '../support/seeds.ts';

const RUN = 10;
const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function runs(text: string): string[] {
  const list = words(text);
  return Array.from({ length: Math.max(0, list.length - RUN + 1) }, (_, at) => list.slice(at, at + RUN).join(' '));
}

/** Titles and official names may stand as they are: what a record gives as its title, name or printed form. */
async function officialNames(): Promise<string[]> {
  const names: string[] = [];
  const collect = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (/^(title|name|printed|expansion|term|aliases)$/.test(key)) names.push(value);
    } else if (Array.isArray(value)) for (const item of value) collect(item, key);
    else if (value && typeof value === 'object') {
      for (const [inner, item] of Object.entries(value)) collect(item, inner === 'value' ? key : inner);
    }
  };
  const { entries } = await readArchive(contentFolder);
  for (const { record } of entries) collect(record, '');
  return names;
}

describe.skipIf(!haveSeeds)('the wording is ours', () => {
  test(`no run of ${RUN} words also stands in a source document`, async () => {
    const source = new Set(readSeeds().flatMap(({ text }) => runs(text)));
    const names = (await officialNames()).map((name) => ` ${words(name).join(' ')} `);
    const isName = (run: string) => names.some((name) => name.includes(` ${run} `));
    const copied = contentFiles().flatMap(({ file, text }) =>
      runs(text)
        .filter((run) => source.has(run) && !isName(run))
        .map((run) => `${file}: ${run}`),
    );
    expect(copied).toEqual([]);
  });

  test('a copied sentence is seen', () => {
    const [seed] = readSeeds();
    const source = new Set(runs(seed?.text ?? ''));
    const sentence = words(seed?.text ?? '')
      .slice(40, 60)
      .join(' ');
    expect(runs(sentence).filter((run) => source.has(run))).toHaveLength(11);
  });
});
