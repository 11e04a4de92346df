import { readFileSync } from 'node:fs';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Records } from '../../archive/collections.ts';
import { itemOf } from '../../archive/item.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { type CslItem, cslOf } from './csl.ts';
import { toBibtex, toCslJson, toRis } from './formats.ts';
import { citationText } from './text.ts';

const SITE = 'https://archive.example';
const csl = <C extends CollectionName>(collection: C, id: string, record: Records[C], site: string | null = SITE) =>
  cslOf(itemOf({ collection, id, file: '', record } as Entry), site);

const note = csl('documents', 'ST-14001-2019-INIT', {
  number: '14001/19',
  title: 'Parcels & post – 100 % of them, {braces} and "quotes"',
  date: '2019-05-02',
  kind: 'OUTCOME OF PROCEEDINGS',
  from: 'Presidency',
  originalLanguage: 'en',
  pages: 12,
  access: { status: 'public' },
});
const undated = csl('documents', 'ST-14002-2019-REV-1', {
  number: '14002/1/19 REV 1',
  title: 'Paper without a date',
  access: { status: 'reference-only' },
});
const span = csl('documents', 'ST-14003-2019-INIT', {
  number: '14003/19',
  title: 'Paper of two years',
  date: '2018-05/2019-07',
  access: { status: 'public' },
});
const resolution = csl('acts', '2012-c-5-01', {
  id: '2012-c-5-01',
  title: 'Resolution of an invented kind',
  kind: 'resolution',
  date: '2011-12-13',
  printed: ['2012/C 5/01'],
  celex: '32012G0107(01)',
  source: 'official-journal',
});
const report = csl('acts', 'com-2018-549', {
  id: 'com-2018-549',
  title: 'Report of an invented kind',
  kind: 'report',
  date: '2018-07',
  printed: ['COM(2018) 549 final'],
  source: 'register:ST-1-2020-INIT',
});
const action = csl('actions', '9.1', {
  plan: 'ccwp-9',
  title: { value: 'To look at parcels', source: 'register:ST-1-2020-INIT' },
});
const all: readonly CslItem[] = [note, undated, span, resolution, report, action];

describe('CSL-JSON', () => {
  test('a document is a report of the Council, found in its register', () => {
    expect(note).toMatchObject({
      type: 'report',
      author: [{ literal: 'Council of the European Union' }, { literal: 'Presidency' }],
      genre: 'Outcome of proceedings',
      issued: { 'date-parts': [[2019, 5, 2]] },
      URL: 'https://data.consilium.europa.eu/doc/document/ST-14001-2019-INIT/en/pdf',
      archive_location: '/documents/st-14001-2019-init/',
    });
  });

  test('a date is as precise as it is known', () => {
    expect(undated.issued).toBeUndefined();
    expect(span.issued).toEqual({ 'date-parts': [[2018], [2019]] });
    expect(report.issued).toEqual({ 'date-parts': [[2018, 7]] });
  });

  test('only an act of the Official Journal is legislation', () => {
    expect([resolution.type, report.type]).toEqual(['legislation', 'document']);
  });

  test('a page of the archive has an address only where the archive has one', () => {
    expect(action.URL).toBe(`${SITE}/actions/9.1/`);
    expect(csl('actions', '9.1', { plan: 'ccwp-9' }, null).URL).toBeUndefined();
  });
});

describe('text', () => {
  const style = readFileSync(new URL('./enfocustom.csl', import.meta.url), 'utf8');
  const { styles } = plugins.config.get('@csl') as unknown as {
    styles: { add(name: string, xml: string): void };
  };
  styles.add('enfocustom', style);
  const byProcessor = (item: CslItem) =>
    String(plugins.output.format('bibliography', [item], { template: 'enfocustom', lang: 'en-GB' })).trim();

  test('reads as a reader of the Council expects', () => {
    expect(citationText(csl('documents', 'ST-14009-2019-INIT', { ...record, number: '14009/19' }), 'paragraph 2')).toBe(
      'Council of the European Union, Presidency, ‘Small parcels’, document 14009/19, 2 May 2019, paragraph 2.',
    );
  });
  const record = {
    number: '14009/19',
    title: 'Small parcels',
    date: '2019-05-02',
    from: 'Presidency',
    access: { status: 'public' as const },
  };

  test.each(all.map((item) => [item.id, item] as const))('%s: a citation processor writes the same', (_, item) => {
    // The processor turns quotation marks within a title into typographic ones.
    const plain = { ...item, title: item.title.replaceAll('"', '') };
    expect(citationText(plain)).toBe(byProcessor(plain));
  });
});

describe('formats', () => {
  const back = (text: string) => plugins.input.chain(text);
  /** Entries as the library reads them, without its notes on how. */
  const read = (text: string) => back(text).map(({ _graph, ...item }) => item);
  const namesOf = (item: Record<string, unknown> | undefined) =>
    ((item?.author ?? []) as { literal?: string; family?: string }[]).map(({ literal, family }) => literal ?? family);

  test.each([
    ['BibTeX', toBibtex],
    ['RIS', toRis],
    ['CSL-JSON', toCslJson],
  ])('%s reads back', (_, write) => {
    const items = back(write([note, undated]));
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      type: 'report',
      title: note.title,
      number: note.number,
      issued: { 'date-parts': [[2019, 5, 2]] },
      URL: note.URL,
    });
    expect(namesOf(items[0])).toEqual(['Council of the European Union', 'Presidency']);
    // The library reads SN of RIS as a number only in entries that bear tags of the newer specification.
    const { title, number = items[1]?.ISBN } = items[1] as Record<string, unknown>;
    expect({ title, number }).toEqual({ title: undated.title, number: undated.number });
  });

  describe.each([
    ['bibtex', toBibtex],
    ['ris', toRis],
  ] as const)('%s', (name, write) => {
    const { format } = plugins.config.get('@bibtex') as unknown as {
      format: { useIdAsLabel: boolean; checkLabel: boolean };
    };
    Object.assign(format, { useIdAsLabel: true, checkLabel: false });
    /** The library breaks lines of RIS at 70 characters, which its own reader does not mend. */
    const byLibrary = (item: CslItem): string => {
      if (name === 'bibtex') return String(plugins.output.format(name, [item], { format: 'text' }));
      const [tags = {}] = plugins.output.format(name, [item], { format: 'object' }) as Record<string, unknown>[];
      const { TY, ...others } = tags;
      const lines = Object.entries(others).flatMap(([tag, value]) => [value].flat().map((one) => `${tag}  - ${one}`));
      return [`TY  - ${TY}`, ...lines, 'ER  - ', ''].join('\n');
    };

    test.each(all.map((item) => [item.id, item] as const))('says of %s what the library says', (id, item) => {
      const [ours = {}] = read(write([item]));
      // It cuts ids of RIS, and of a span it writes the first year.
      const { id: _, issued, ...others } = read(byLibrary(item))[0] ?? {};
      expect(ours).toMatchObject({ id, ...others });
      const dates = (one: unknown) => (one as CslItem['issued'])?.['date-parts'][0];
      expect(dates(ours.issued)).toEqual(dates(issued));
    });

    test('any title reads back', () => {
      const sign = fc.oneof(
        fc.constantFrom(...'\\^~&%$#_{}“”‘’–-/()"\',.:ΕλлЖéŁ\u0130'),
        fc.constantFrom(...'abcABC012 '),
      );
      // The library takes -- for a dash, quotation marks and spaces together.
      const plain = (title: unknown) => String(title).replace(/[\s"'‘’“”–-]+/g, '');
      fc.assert(
        fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 40 }), (letters) => {
          const title = `a ${letters} b`;
          const [item] = read(write([{ id: 'a', type: 'report', title, URL: 'https://archive.example/' }]));
          expect(plain(item?.title)).toBe(plain(title));
          expect(item?.URL).toBe('https://archive.example/');
        }),
      );
    });
  });

  test('no line of RIS is broken', () => {
    for (const line of toRis(all).split('\n')) expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- /);
  });

  test('keys of BibTeX are the ids: two documents of a year never share one', () => {
    expect(toBibtex([note, span]).match(/@\w+\{[^,]+/g)).toEqual([
      '@techreport{ST-14001-2019-INIT',
      '@techreport{ST-14003-2019-INIT',
    ]);
  });
});
