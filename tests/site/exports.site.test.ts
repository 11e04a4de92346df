import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { BOOK } from '../../src/publish/book/list.ts';
import { editionFolder } from '../support/built-editions.setup.ts';
import { elementsOf, filesOf, pagesOf, readPage } from '../support/site.ts';

/** The citation that a page holds for its script. */
const CSL = /<script type="application\/vnd\.citationstyles\.csl\+json">(.*?)<\/script>/s;

const JAR = '/usr/share/java/epubcheck.jar';

describe.each(EDITIONS)('what leaves the %s edition', (edition) => {
  const files = new Set(filesOf(edition));

  test('linked data reads as JSON and says what it is of', () => {
    let blocks = 0;
    for (const page of pagesOf(edition)) {
      const { html } = readPage(page);
      for (const [, json = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        const data = JSON.parse(json);
        expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': expect.anything() });
        blocks++;
      }
    }
    expect(blocks).toBeGreaterThan(100);
  });

  test('an entry is a page and a record, with a book of plans and strategies at most', () => {
    const records = [...files].filter((path) => path.endsWith('/entry.json'));
    expect(records.length).toBeGreaterThan(200);
    const beside = records.flatMap((record) => {
      const folder = record.replace(/[^/]+$/, '');
      return [...files].filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'));
    });
    const [book, page] = [/^\/(action-plans|strategies)\/[^/]+\/book\.epub$/, /\/index\.html$/];
    expect(beside.filter((path) => !records.includes(path) && !page.test(path) && !book.test(path))).toEqual([]);
    expect(beside.filter((path) => page.test(path))).toHaveLength(records.length);
  });

  test('the citation in a page is that of its record', () => {
    const faults: string[] = [];
    for (const page of pagesOf(edition)) {
      const record = `${page.address}entry.json`;
      const [, json] = CSL.exec(readPage(page).html) ?? [];
      if (files.has(record) !== (json !== undefined)) faults.push(page.address);
      if (json === undefined) continue;
      const { csl } = JSON.parse(readFileSync(join(editionFolder(edition), record), 'utf8'));
      expect(JSON.parse(json)).toEqual([csl]);
    }
    expect(faults).toEqual([]);
  });

  test('every file that a page offers beside it is there', () => {
    const offered = new Set<string>();
    for (const page of pagesOf(edition)) {
      for (const { tagName, properties } of elementsOf(readPage(page).tree)) {
        const href = String(properties.href ?? '');
        const offers = tagName === 'link' ? ['describedby', 'alternate'] : tagName === 'a' ? ['download'] : [];
        const named = [properties.rel].flat().map(String);
        if (offers.includes('download') ? properties.download !== undefined : offers.some((rel) => named.includes(rel)))
          offered.add(href);
      }
    }
    expect(offered.size).toBeGreaterThan(200);
    expect(
      [...offered]
        .filter((path) => path.startsWith('/') && !files.has(path.replace(/\/$/, '/index.html')))
        .slice(0, 10),
    ).toEqual([]);
  });

  const books = ['/guide/', '/action-plans/lewp-c-11/', '/strategies/2019/'].map((page) => page + BOOK);
  test.skipIf(!existsSync(JAR) && !process.env.CI).each(books)(
    '%s passes epubcheck (Debian’s package epubcheck)',
    (book) => {
      const said = execFileSync('java', ['-jar', JAR, join(editionFolder(edition), book)], { encoding: 'utf8' });
      expect(said).toContain('0 fatals / 0 errors / 0 warnings');
    },
  );
});
