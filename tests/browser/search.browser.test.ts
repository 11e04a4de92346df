import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const DOCUMENT = '/documents/st-10784-2015-init/';
const origin = () => inject('origins').public;
const results = (page: Page) => page.locator('#search-results > li');
const links = (page: Page) => page.locator('#search-results > li > a:first-child');
const status = (page: Page) => page.getByRole('status').first();

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(origin() + address);
  return page;
}

/** The search page when everything it has to say stands. */
async function search(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(`/search/?${new URLSearchParams({ q: query })}`, options);
  await settled(page);
  return page;
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const text = document.getElementById('search-status')?.textContent ?? '';
    return text !== '' && text !== 'Searching …';
  });
}

const pathOf = (page: Page) =>
  links(page)
    .first()
    .evaluate((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash);

describe('what is found first', () => {
  test.each([
    ['10784/15', DOCUMENT],
    ['st 10784 15', DOCUMENT],
    ['what was said in 10784/15?', DOCUMENT],
    ['7.3', '/actions/7.3/'],
    ['who leads action 7.3', '/actions/7.3/'],
    ['9 July 2015', '/meetings/2015-07-09-ccwp/'],
    ['seventh action plan', '/action-plans/ccwp-7/'],
    ['how to cite this archive', '/about/'],
    ['offline', '/offline/'],
  ])('%s', async (query, path) => {
    const page = await search(query);
    expect(await pathOf(page)).toBe(path);
    await page.close();
  });

  test('an unknown reference is said to be unknown, with the register’s address and without look-alikes', async () => {
    const page = await search('13999/22');
    expect(await page.locator('#search-remarks').textContent()).toContain('13999/22 is not in this archive');
    expect(await page.locator('#search-remarks a').getAttribute('href')).toContain('ST-13999-2022-INIT');
    expect(await results(page).count()).toBe(0);
    await page.close();
  });

  test('a misspelt word is named, and what was probably meant is one press away', async () => {
    const page = await search('internet crmie');
    await page.getByRole('button', { name: 'crime' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'internet crime');
    await page.close();
  });
});

describe('on the way', () => {
  test('the slash reaches the box of any page, Enter searches, the arrows move among the results', async () => {
    const page = await open('/glossary/');
    await page.keyboard.press('/');
    await page.keyboard.type('10784/15');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/search/');
    await settled(page);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query');
    await page.keyboard.press('ArrowDown');
    expect(
      await links(page)
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-query');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === DOCUMENT);
    await page.close();
  });

  test('results follow the typing, and the address follows the results', async () => {
    const page = await open('/search/');
    await page.locator('#search-query').fill('custo');
    await page.waitForURL((url) => url.searchParams.get('q') === 'custo');
    await results(page).first().waitFor();
    expect(await page.locator('#search-results mark').first().textContent()).toMatch(/custom/i);
    await page.close();
  });

  test('filters narrow, stand in the address, are taken away by their chips, and the back button brings them back', async () => {
    const page = await search('customs');
    const all = await status(page).textContent();
    await page.locator('[data-facet="kind"] input[value="Document"]').check();
    await page.waitForURL((url) => url.searchParams.getAll('kind').join() === 'Document');
    await settled(page);
    const facts = await page.locator('.result-facts').allTextContents();
    expect(facts.every((text) => text.startsWith('Document'))).toBe(true);
    await page.reload();
    await settled(page);
    expect(await page.locator('.result-facts').allTextContents()).toEqual(facts);
    await page.getByRole('button', { name: /Remove the filter .*Document/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('kind'));
    await settled(page);
    await page.waitForFunction((text) => document.getElementById('search-status')?.textContent === text, all);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'Document');
    await page.close();
  });

  test('more results come on demand and are announced', async () => {
    const page = await search('customs');
    const before = await results(page).count();
    await page.locator('#search-more').scrollIntoViewIfNeeded();
    await page.waitForFunction((n) => document.querySelectorAll('#search-results > li').length > n, before);
    await page.close();
  });

  test('searches are remembered in this browser only, and forgotten when asked', async () => {
    const page = await search('naples');
    await page.goto(`${origin()}/search/`);
    await page.getByRole('link', { name: 'naples', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget them' }).click();
    await page.reload();
    expect(await page.getByRole('link', { name: 'naples', exact: true }).count()).toBe(0);
    await page.close();
  });
});

describe('on arrival', () => {
  test('the words are marked, the address is the page’s own, and the marks can be cleared', async () => {
    const page = await search('internet crime');
    await page.locator(`#search-results > li > a[href$="${DOCUMENT}"]`).click();
    await page.waitForURL((url) => url.pathname === DOCUMENT);
    await page.locator('mark.arrival').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('button', { name: 'Clear the marks' }).click();
    expect(await page.locator('mark').count()).toBe(0);
    await page.close();
  });
});

describe('for everybody', () => {
  test('it has roles and names, a live region, and a list of links', async () => {
    const page = await search('customs');
    expect(await page.getByRole('search').count()).toBe(1);
    expect(await page.getByRole('searchbox', { name: 'Search the archive' }).count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Results' }).getByRole('list').first().count()).toBe(1);
    expect(await status(page).textContent()).toMatch(/results/);
    await page.close();
  });

  test('nothing is wider than a screen of 360 pixels', async () => {
    const page = await search('customs cooperation', { viewport: { width: 360, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });

  test('without JavaScript the page explains itself and leads to the lists', async () => {
    const page = await open('/search/?q=customs', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toContain('Searching needs JavaScript');
    expect(await page.locator('#search-start a[href="/documents/"]').count()).toBe(1);
    await page.close();
  });

  test('no script is loaded for searching before the search is used', async () => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${origin()}/glossary/`);
    expect(loaded.filter((url) => /pagefind|worker|search\/index/.test(url))).toEqual([]);
    await page.keyboard.press('/');
    await page.waitForRequest(/pagefind-entry/);
    await page.close();
  });
});

describe('in trouble', () => {
  test.each([
    ['10,000 characters', 'customs '.repeat(1_250)],
    ['10,000 characters of one word', 'x'.repeat(10_000)],
    ['control characters', 'cus\u0000\u0007toms'],
    ['only punctuation', '?!.,;"'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['emoji', '👩‍🚀🇪🇺'],
    ['right-to-left text', 'جمارك \u202e abc'],
  ])('%s', async (_, query) => {
    const page = await open('/search/');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', (dialog) => errors.push(dialog.message()));
    await page.locator('#search-query').fill(query);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(errors).toEqual([]);
    expect(await page.locator('#search-results img').count()).toBe(0);
    // What is announced, and what is copied from the bar of addresses, stays of a size to be of use.
    expect((await status(page).textContent())?.length).toBeLessThan(150);
    expect(page.url().length).toBeLessThan(8_000);
    await page.close();
  });

  test.each([
    ['missing', /\/pagefind\/pagefind\.js/, { status: 404, body: '' }],
    ['cut short', /\/wasm\./, { status: 200, body: 'xx' }],
    ['missing', /\/search\/index\/manifest\.json/, { status: 404, body: '' }],
    ['no JSON', /\/search\/index\/manifest\.json/, { status: 200, body: '{"pages"' }],
    ['missing', /\.pf_meta/, { status: 404, body: '' }],
    ['cut short', /\.pf_index/, { status: 200, body: 'xx' }],
  ])('a file of the index is %s (%s): a clear message and the lists', async (_, file, answer) => {
    const page = await browser.newPage();
    await page.route(file, (route) => route.fulfill(answer));
    await page.goto(`${origin()}/search/?q=customs`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/search index/);
    expect(await page.locator('#search-lists').isVisible()).toBe(true);
    await page.close();
  });
});
