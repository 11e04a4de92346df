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

  test('a slip is searched for as what was probably meant, and what was typed is one press away', async () => {
    const page = await search('internet crmie');
    expect(await page.locator('#search-remarks').textContent()).toContain('Showing results for internet crime');
    await page.getByRole('button', { name: 'internet crmie' }).click();
    await page.waitForURL((url) => url.searchParams.has('exact'));
    await page.getByText('No page has “crmie”.').waitFor();
    // The button that was pressed is gone: the focus is where the answer is told.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-status');
    await page.getByRole('button', { name: 'crime' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'internet crime');
    await page.close();
  });

  test.each([
    ['latest documents', '/documents/'],
    ['glossary', '/glossary/'],
    ['meetings in 2022', '/meetings/'],
    ['contact', '/about/'],
    ['Zollzusammenarbeit', '/working-parties/ccwp/'],
    ['guns', '/topics/firearms/'],
    ['July 2015', '/meetings/2015-07-09-ccwp/'],
  ])('%s', async (query, path) => {
    const page = await search(query);
    expect(await pathOf(page)).toBe(path);
    await page.close();
  });

  test('a time leads to its stretch of the timeline', async () => {
    const page = await search('July 2015');
    await page.getByRole('link', { name: 'This time on the timeline' }).click();
    await page.waitForURL((url) => url.pathname === '/timeline/' && url.searchParams.get('from') === '2015-07-01');
    await page.close();
  });

  test('signs of other searches are named, not dropped', async () => {
    const page = await search('title:europol');
    expect(await page.locator('#search-remarks').textContent()).toContain('“title:” means nothing here');
    await page.close();
  });
});

describe('nothing found', () => {
  test('filters are named as the reason, and can be removed', async () => {
    const page = await open('/search/?q=europol&kind=Strategy&year=1997');
    await settled(page);
    expect(await status(page).textContent()).toBe('Nothing found for “europol” with these filters.');
    await page.getByRole('button', { name: /^Remove the filters \(\d+ results\)$/ }).click();
    await results(page).first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=europol');
    await page.close();
  });

  test('the lists are shown, and that the archive is in English', async () => {
    const page = await search('zzqx');
    await page.getByText('The archive is in English').waitFor();
    expect(await page.locator('#search-lists').isVisible()).toBe(true);
    await page.close();
  });
});

describe('while typing', () => {
  const box = (page: Page) => page.getByRole('combobox', { name: 'Search the archive' }).first();
  const options = (page: Page) => page.getByRole('option');

  test('names and numbers are suggested in the box of any page, and the keyboard chooses', async () => {
    const page = await open('/glossary/');
    await page.keyboard.press('/');
    await page.locator('.search-box [role="combobox"]').first().waitFor();
    await page.keyboard.type('euro');
    await options(page).first().waitFor();
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    expect(await options(page).first().textContent()).toContain('Europol');
    await page.keyboard.press('ArrowDown');
    const active = await box(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await options(page).count()).toBe(0);
    expect(await box(page).getAttribute('aria-expanded')).toBe('false');
    await box(page).fill('1078');
    await options(page).first().waitFor();
    expect(await options(page).first().textContent()).toContain('10784/15');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === DOCUMENT);
    await page.close();
  });

  test('Enter on a whole number leads to it, with the way to all results above the page', async () => {
    const page = await open('/glossary/');
    await page.keyboard.press('/');
    await page.locator('.search-box [role="combobox"]').first().waitFor();
    await page.keyboard.type('10784/15');
    await options(page).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === DOCUMENT);
    await page.getByRole('link', { name: 'All results for “10784/15”' }).click();
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === '10784/15');
    await page.close();
  });

  test('what was typed before their script was there is suggested for too', async () => {
    const page = await open('/about/');
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/suggest\.client/, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.locator('.site-header input[name=q]').fill('10784/15');
    arrive();
    await options(page).first().waitFor();
    expect(await options(page).first().textContent()).toContain('10784/15');
    await page.close();
  });

  test('on a screen of 360 pixels nothing is wider, and the last suggestion searches for all', async () => {
    const page = await open('/glossary/', { viewport: { width: 360, height: 640 } });
    await page.locator('.site-header .search-box input').focus();
    await page.locator('.search-box [role="combobox"]').first().waitFor();
    await page.keyboard.type('customs co');
    await options(page).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await options(page).last().click();
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === 'customs co');
    await page.close();
  });
});

describe('on the way', () => {
  test('the slash reaches the box of any page, Enter searches, the arrows move among the results', async () => {
    const page = await open('/glossary/');
    await page.keyboard.press('/');
    await page.keyboard.type('what was said in 10784/15');
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

describe('coming back', () => {
  test('the page is where it was left, with as many results', async () => {
    const page = await search('customs');
    await page.locator('#search-more').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll('#search-results > li').length > 15);
    const link = links(page).nth(14);
    await link.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(500);
    await link.click();
    await page.waitForURL((url) => url.pathname !== '/search/');
    await page.goBack();
    await settled(page);
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 40, left);
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
    const inView = () =>
      page.locator('mark.current').evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    expect(await inView()).toBe(true);
    const place = () =>
      page
        .locator('mark.current')
        .evaluate((mark) => Array.from(document.querySelectorAll('mark'), (one) => one === mark).indexOf(true));
    const first = await place();
    await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
    const second = await place();
    expect([second - first, await inView()]).toEqual([1, true]);
    await page.getByRole('button', { name: 'Clear the marks' }).click();
    expect(await page.locator('mark').count()).toBe(0);
    await page.close();
  });
});

describe('for everybody', () => {
  test('it has roles and names, a live region, and a list of links', async () => {
    const page = await search('customs');
    expect(await page.getByRole('search').count()).toBe(1);
    expect(await page.getByRole('combobox', { name: 'Search the archive' }).count()).toBe(1);
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
