import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${inject('origins').delegates}/working-parties/ccwp/`);
});
afterEach(() => page.close());

const words = (className: string) => page.locator(`.timeline-picture .${className}`).allTextContents();
const shown = () => page.locator('.timeline-events > li:visible').count();

describe('the timeline of the CCWP at one look', () => {
  test('all of it is seen on a screen of 1280 px', async () => {
    const hidden = await page.locator('[data-picture]').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
  });

  test('three names, the plans, the presidencies, what is held and the gaps', async () => {
    expect((await words('tl-life-label')).join(' ')).toBe("Mutual Assistance Group '92 CCWP LEWP-C");
    expect((await words('tl-bar-label')).filter((label) => label.startsWith('Plan')).sort()).toEqual(
      ['Plan 10', 'Plan 11', 'Plan 7', 'Plan 8', 'Plan 9'].sort(),
    );
    expect(await words('tl-code')).toEqual(expect.arrayContaining(['NL', 'LU', 'CZ']));
    expect((await words('tl-silence')).length).toBeGreaterThan(0);
    expect((await words('tl-fold-label')).join(' ')).toContain('1998–2009: nothing held');
  });
});

describe('its controls', () => {
  test('keys and buttons change the range; the address keeps it', async () => {
    const all = await page.locator('[data-picture] svg').innerHTML();
    await page.locator('[data-picture]').focus();
    await page.keyboard.press('+');
    expect(await page.locator('[data-picture] svg').innerHTML()).not.toBe(all);
    const { search } = new URL(page.url());
    expect(search).toMatch(/^\?from=\d{4}-\d\d-\d\d&to=/);
    const closer = await page.locator('[data-picture] svg').innerHTML();
    await page.reload();
    expect(await page.locator('[data-picture] svg').innerHTML()).toBe(closer);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    expect(await page.locator('[data-picture] svg').innerHTML()).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });

  test('a year, a kind left out and a day narrow picture and list alike', async () => {
    const all = await shown();
    await page.getByLabel('Meetings').uncheck();
    const without = await shown();
    expect(without).toBeLessThan(all);
    await page.getByLabel('As it stood on').fill('2015-12-31');
    expect(await shown()).toBeLessThan(without);
    expect(await page.locator('[data-status]').textContent()).toContain('Open on 2015-12-31');
    expect(await words('tl-bar-label')).not.toContain('Plan 11');
    await page.getByLabel('Go to').selectOption('2015');
    expect(new URL(page.url()).search).toContain('from=2015-01-01');
    expect(await words('tl-year')).toContain('2015');
  });

  test('an event has an address of its own', async () => {
    const event = page.locator('.timeline-events > li').first();
    const id = await event.getAttribute('id');
    await event.locator('.timeline-when').click();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
  });
});
