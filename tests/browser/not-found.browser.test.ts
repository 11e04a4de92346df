import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { DAILY_MODES, faultsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';

/** The server of the tests knows no rules: the page itself leads on. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
});
afterEach(() => page.close());

const origin = () => inject('origins').public;
const typed = () => page.locator('input[name=q]').first().inputValue();

describe('an address without a page', () => {
  test.each([
    ['/documents/13944-22/', '/documents/st-13944-2022-init/', '13944/22'],
    ['/documents/ST-13944-2022-INIT)', '/documents/st-13944-2022-init/', '13944/22'],
    ['/documents/13944/22', '/documents/st-13944-2022-init/', '13944/22'],
    ['/documents/9710-1-97/', '/documents/st-9710-1997-rev-1/', '9710/1/97 REV 1'],
    ['/actions/7-3/', '/actions/7.3/', 'Action 7.3'],
  ])('%s leads to %s, and the search box has its number', async (address, to, number) => {
    const answer = await page.goto(origin() + address);
    expect(answer?.status()).toBe(404);
    await page
      .getByRole('status')
      .filter({ hasText: `You may be looking for ${number}` })
      .waitFor();
    expect(await typed()).toBe(number);
    await page.locator('#wanted a').click();
    expect(page.url()).toBe(origin() + to);
    expect(await page.title()).toContain(number);
  });

  test.each([
    ['/topics/drugs/cite.bib', '/topics/drugs/#cite'],
    ['/working-parties/ccwp/timeline.svg', '/working-parties/ccwp/#timeline'],
    ['/documents/13944-22/book.epub', '/documents/st-13944-2022-init/'],
  ])('%s, which was a file once, leads to %s', async (address, to) => {
    await page.goto(origin() + address);
    await page.locator('#wanted a').click();
    expect(page.url()).toBe(origin() + to);
  });

  test('with a number that the edition does not have says so, and offers to search', async () => {
    await page.goto(`${origin()}/documents/99999-22/`);
    await page.getByRole('status').filter({ hasText: 'This edition has no page for 99999/22.' }).waitFor();
    expect(await page.locator('#wanted a').getAttribute('href')).toBe(`${origin()}/search/?q=99999%2F22`);
  });

  test('with other words puts these into the search box, and says no more', async () => {
    await page.goto(`${origin()}/topics/money-laundering/`, { waitUntil: 'networkidle' });
    expect(await typed()).toBe('money laundering');
    expect(await page.locator('#wanted').textContent()).toBe('');
  });

  test('offers the link also where nothing can be asked', async () => {
    await page.route('**/documents/st-13944-2022-init/', (route) => route.abort());
    await page.goto(`${origin()}/documents/13944-22/`);
    await page.getByRole('status').filter({ hasText: 'You may be looking for 13944/22' }).waitFor();
  });

  test('without script says how a document is found by its number', async () => {
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(`${origin()}/documents/13944-22/`);
    expect(await still.locator('#wanted').isVisible()).toBe(false);
    expect(await still.locator('main').textContent()).toContain('make the address of the document from its number');
    await still.context().close();
  });

  test('nothing is wrong with the page for any reader', async () => {
    await page.goto(`${origin()}/documents/13944-22/`);
    await page.locator('#wanted a').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const found: string[] = [];
    for (const mode of DAILY_MODES) found.push(...(await faultsOf(page, mode)));
    expect(found).toEqual([]);
  });
});
