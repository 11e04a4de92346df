import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../src/archive/problem.ts';
import { checkContent } from '../src/check/check.ts';
import { archiveFiles, type GenerateOptions, generateArchive } from './generate.ts';

const filesOf = (options: GenerateOptions) => new Map(archiveFiles(options));

test('a seed gives the same bytes each time, another seed others', () => {
  const first = filesOf({ documents: 60, seed: 1 });
  expect(filesOf({ documents: 60, seed: 1 })).toEqual(first);
  const other = filesOf({ documents: 60, seed: 2 });
  const [path = '', text] = [...first][0] ?? [];
  expect([...other.keys()]).not.toEqual([...first.keys()]);
  expect(other.get(path)).not.toBe(text);
});

describe('written into a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test.each([1, 2, 7, 250])('an archive of %d documents has no problem', async (documents) => {
    await generateArchive(folder, { documents, seed: documents });
    expect((await checkContent(folder)).map(formatProblem)).toEqual([]);
    expect(await readdir(join(folder, 'documents'))).toHaveLength(documents);
  });

  test('the folder holds the files, byte for byte', async () => {
    await generateArchive(folder, { documents: 3, seed: 5 });
    const files = filesOf({ documents: 3, seed: 5 });
    for (const [path, text] of files) expect(await readFile(join(folder, path), 'utf8')).toBe(text);
    const items = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(items.filter((item) => item.isFile())).toHaveLength(files.size);
  });
});

describe('an archive of 1,000 documents', () => {
  const files = filesOf({ documents: 1000, seed: 3 });
  const below = (folder: string) => [...files].filter(([path]) => path.startsWith(`${folder}/`));
  const documents = below('documents');
  const texts = below('texts');

  test('texts are as long as real ones: many short, few long', () => {
    const held = documents.filter(([, text]) => text.includes('## '));
    const lengths = held.map(([, text]) => text.length).sort((a, b) => a - b);
    const [median = 0, longest = 0] = [lengths[Math.floor(lengths.length / 2)], lengths.at(-1)];
    const sum = [...documents, ...texts].reduce((total, [, text]) => total + text.length, 0);
    expect(sum / documents.length).toBeGreaterThan(8000);
    expect(sum / documents.length).toBeLessThan(12_000);
    expect(longest).toBeGreaterThan(8 * median);
    expect(lengths.filter((length) => length < median / 2).length).toBeGreaterThan(lengths.length / 10);
  });

  test('documents of thirty years are numbered in the order of their days', () => {
    const years = new Map<string, { date: string; number: number }[]>();
    for (const [path, text] of documents) {
      const [, series, number, year] = /\/(\w+)-(\d+)-(\d{4})-init/.exec(path) ?? [];
      const date = /^date: (\S+)$/m.exec(text)?.[1] ?? '';
      if (series === undefined) continue;
      const key = `${series} ${year}`;
      years.set(key, [...(years.get(key) ?? []), { date, number: Number(number) }]);
    }
    expect(new Set([...years.keys()].filter((key) => key.startsWith('st')))).toHaveProperty('size', 30);
    for (const list of years.values()) {
      const byNumber = list.sort((a, b) => a.number - b.number).map(({ date }) => date);
      expect(byNumber).toEqual([...byNumber].sort());
    }
  });

  test('there are versions of each kind, portions withheld, documents closed and documents only referred to', () => {
    const names = documents.map(([path]) => path).join('\n');
    for (const suffix of ['rev-1', 'rev-2', 'add-1', 'cor-1']) expect(names).toContain(`-${suffix}.md`);
    for (const status of ['public', 'partial', 'limite', 'reference-only']) {
      expect(documents.filter(([, text]) => text.includes(`status: ${status}\n`)).length).toBeGreaterThan(20);
    }
    const portions = [...documents, ...texts].filter(([, text]) => text.includes(':::withheld{'));
    expect(portions.length).toBeGreaterThan(50);
    expect(portions.every(([path]) => files.get(path.replace('texts/', 'documents/'))?.includes('partial'))).toBe(true);
  });

  test('working parties follow each other', () => {
    const parties = below('working-parties').map(([, text]) => text);
    expect(parties.filter((text) => text.includes('predecessor:')).length).toBeGreaterThanOrEqual(3);
    expect(parties.filter((text) => !text.includes('predecessor:'))).toHaveLength(3);
  });

  test('every acronym of the glossary stands in a text', () => {
    const terms = [...(files.get('glossary.yaml') ?? '').matchAll(/term: (\S+)/g)].map(([, term = '']) => term);
    const prose = [...documents, ...texts].map(([, text]) => text).join('\n');
    const words = new Set(prose.match(/\b[A-Z]{3,}\b/g));
    expect(terms.length).toBeGreaterThan(30);
    expect(terms.filter((term) => !words.has(term))).toEqual([]);
  });

  test('actions have histories that lie between the days of the archive and are cited by their numbers', () => {
    const actions = below('actions');
    const dates = actions.map(([, text]) => [...text.matchAll(/- date: (\S+)/g)].map(([, date]) => date));
    expect(dates.every((list) => list.length > 0)).toBe(true);
    for (const list of dates) expect(list).toEqual([...list].sort());
    const prose = documents.map(([, text]) => text).join('\n');
    const cited = actions.filter(([path]) =>
      prose.includes(`Action ${path.slice('actions/'.length, -'.yaml'.length)} `),
    );
    expect(cited.length).toBeGreaterThan(actions.length / 2);
  });
});
