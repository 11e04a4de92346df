import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/archive/catalogue.ts';
import { listSources, OPEN_SOURCES, parseSource } from '../../src/archive/source.ts';
import { checkContent } from '../../src/check/check.ts';
import { readCatalogue } from '../../src/markdown/read-catalogue.ts';
import { contentFolder } from '../support/content.ts';

let archive: Catalogue;
beforeAll(async () => {
  archive = await readCatalogue(contentFolder);
});

const citing = (address: string, from: string) =>
  archive.incoming(address).filter(({ kind, from: item }) => kind === 'cites' && item.id === from);

describe('the links of the archive', () => {
  test('the content has no problem', async () => {
    expect(await checkContent(contentFolder)).toEqual([]);
  });

  test('10797/22 is cited by 15116/22 in three places of its text, and as its previous document', () => {
    const places = citing('/documents/st-10797-2022-init/', 'ST-15116-2022-INIT').filter(({ locator }) => locator);
    expect(places.length).toBeGreaterThanOrEqual(2);
    const kinds = archive
      .incoming('/documents/st-10797-2022-init/')
      .filter(({ from }) => from.id === 'ST-15116-2022-INIT');
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['cites', 'previous']));
    expect(kinds.length).toBeGreaterThanOrEqual(3);
  });

  test('9396/1/15 and 9396/1/15 REV 1 are one document', () => {
    expect(archive.get('documents', 'ST-9396-2015-REV-1')).toBeDefined();
    expect(archive.get('documents', 'ST-9396-2015-INIT')).toBeUndefined();
    expect(archive.citedOnly().filter(({ key }) => key.includes('9396'))).toEqual([]);
    expect(citing('/documents/st-9396-2015-rev-1/', 'ST-10784-2015-INIT').length).toBeGreaterThan(0);
  });

  test('2012/C 5/01 and OJ C 5, 7.1.2012, p. 1 are one entry', () => {
    expect(citing('/acts/2012-c-5-01/', 'ST-7806-2019-INIT').length).toBeGreaterThan(1);
    expect(archive.citedOnly().filter(({ key }) => /C 5[,/]/.test(key))).toEqual([]);
  });

  test('every text that a document cites has a record of its own', () => {
    expect(archive.citedOnly().map(({ label }) => label)).toEqual([]);
  });

  test('all forty-three points, the six actions, the five recommendations have their entries', () => {
    const ids = archive.list('actions').map(({ id }) => id);
    const points = Array.from({ length: 43 }, (_, i) => `1997.${i + 1}`);
    expect(new Set(ids)).toEqual(new Set([...points, '5.2', '7.3', '9.7', '10.7', '11.4', '11.8']));
    expect(archive.list('recommendations')).toHaveLength(5);
  });

  test('the source of every fact is a place of a held document, or a text that is cited, or a page that can be opened', () => {
    const vague: string[] = [];
    const visit = (value: unknown, where: string) => {
      if (Array.isArray(value)) for (const item of value) visit(item, where);
      else if (value && typeof value === 'object') {
        if ('source' in value) {
          for (const source of listSources(value.source as string | string[])) {
            const { id, locator, register } = parseSource(source);
            const held = archive.get('documents', id)?.entry.record.access.status;
            if (held && held !== 'reference-only' && !locator && !register) vague.push(`${where}: ${source}`);
            const known = held || archive.get('acts', id) || archive.get('sources', id) || OPEN_SOURCES.has(id);
            if (!known) vague.push(`${where}: ${source}`);
          }
        }
        for (const item of Object.values(value)) visit(item, where);
      }
    };
    for (const item of archive.all()) visit(item.entry.record, item.address);
    expect(vague).toEqual([]);
  });
});
