import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EDITIONS, type Edition } from '../../src/edition/editions.ts';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const ADDRESS = '/documents/st-7806-2019-init/';

/** The words of each page of paper. */
async function printed(edition: Edition): Promise<string[]> {
  const page = await browser.newPage();
  try {
    await page.goto(inject('origins')[edition] + ADDRESS);
    const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
    const paper = await getDocument({ data, verbosity: 0 }).promise;
    const words = async (number: number) => {
      const { items } = await (await paper.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    };
    return await Promise.all(Array.from({ length: paper.numPages }, (_, index) => words(index + 1)));
  } finally {
    await page.close();
  }
}

describe.each(EDITIONS)('a document of the %s edition on paper', (edition) => {
  test('each page bears its number, the address and the edition', async () => {
    const pages = await printed(edition);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, words] of pages.entries()) {
      expect(words).toContain(`${index + 1} / ${pages.length}`);
      expect(words).toContain(ADDRESS);
      expect(words).toContain(edition === 'public' ? 'public edition' : 'delegates’ edition');
    }
    expect(pages[0]).toContain('7806/19');
  });

  test(`LIMITE stands at head and foot of ${edition === 'public' ? 'none' : 'each'}`, async () => {
    const marks = (await printed(edition)).map((words) => words.match(/LIMITE/g)?.length ?? 0);
    if (edition === 'public') expect(Math.max(...marks)).toBe(0);
    else expect(Math.min(...marks)).toBeGreaterThanOrEqual(2);
  });

  test('nothing folded stays folded', async () => {
    const page = await browser.newPage();
    await page.goto(inject('origins')[edition] + ADDRESS);
    // A ligature is a word of its own on paper: only letters are compared.
    const letters = (words: string) => words.normalize('NFKC').replaceAll(/\s+/g, '');
    const paper = letters((await printed(edition)).join(''));
    const folded = await page.locator('.page-key details:not([open]) li a').allTextContents();
    expect(folded.length).toBeGreaterThan(0);
    for (const name of folded.slice(0, 5)) expect(paper).toContain(letters(name));
    await page.close();
  });
});
