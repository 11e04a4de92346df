import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOf, type Mode } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { EDITIONS_OF_PART } from '../support/part.ts';
import { READING, type ReadingEdition, readingEdition } from '../support/reading-edition.ts';
import { onePageOfEachTemplate } from '../support/site.ts';

/** Looks with axe at every template of an edition, and at states of pages. */
export function describeAccessibility(modes: readonly Mode[]): void {
  let browser: Browser;
  let context: BrowserContext;
  let reading: ReadingEdition;
  let combinations = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    context = await browser.newContext();
    reading = await readingEdition();
  }, 300_000);
  afterAll(async () => {
    console.info(`axe: ${combinations} combinations of page and mode`);
    await browser?.close();
    await reading?.close();
  });

  /** Opens a page, brings it into a state, and looks at it in every mode. */
  async function expectAccessible(url: string, bring: (page: Page) => Promise<unknown> = async () => {}) {
    const page = await context.newPage();
    try {
      await page.goto(url);
      await bring(page);
      const faults: string[] = [];
      for (const mode of modes) {
        faults.push(...(await faultsOf(page, mode)));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0 && mode.name !== 'print') faults.push(`${mode.name}: ${overflow} px wider than the window`);
        combinations++;
      }
      expect(faults).toEqual([]);
    } finally {
      await page.close();
    }
  }

  describe.each(EDITIONS_OF_PART)('templates of the %s edition', (edition) => {
    const pages = onePageOfEachTemplate(edition).map(({ address }) => address);
    test.each(pages)('%s', (address) => expectAccessible(inject('origins')[edition] + address), 60_000);
  });

  describe('states of the search page', () => {
    const search = (query: string) => `${inject('origins').delegates}/search/?q=${encodeURIComponent(query)}`;
    const results = (page: Page) => page.locator('#search-results > li').first().waitFor();

    test('results', () => expectAccessible(search('customs'), results));
    test('an open filter', () =>
      expectAccessible(search('customs'), async (page) => {
        await results(page);
        await page.locator('#search-panel summary').first().click();
      }));
    test('no results', () =>
      expectAccessible(search('xyzzyqwv'), (page) =>
        page.waitForFunction(() => document.getElementById('search-status')?.textContent?.trim()),
      ));
  });

  describe('a document with both texts', () => {
    test('as it opens, with a withheld portion and footnotes', () =>
      expectAccessible(reading.origin + READING.document));
    test('side by side', () =>
      expectAccessible(reading.origin + READING.document, (page) => page.getByLabel('side by side').check()));
    test('at a footnote', () => expectAccessible(`${reading.origin}${READING.document}#s-fn-lamp`));
    test('with an acronym explained', () =>
      expectAccessible(reading.origin + READING.document, (page) =>
        page.locator('.precis button.ref-term').first().click(),
      ));
    test('with a paragraph to copy', () =>
      expectAccessible(reading.origin + READING.document, async (page) => {
        await page.locator('#s-p1 .permalink').focus();
        await page.keyboard.press('Enter');
      }));
    test('compared with its other version', () => expectAccessible(reading.origin + READING.comparison));
  });
}
