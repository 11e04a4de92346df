import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Presses Tab until what has the focus is what the reader wants, as a reader without a mouse does. */
async function tabTo(page: Page, wanted: (focused: { tag: string; type: string; href: string }) => boolean) {
  const seen: string[] = [];
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return {
        tag: element?.tagName.toLowerCase() ?? '',
        type: element?.getAttribute('type') ?? '',
        href: element instanceof HTMLAnchorElement ? element.pathname : '',
      };
    });
    if (wanted(focused)) return;
    seen.push(`${focused.tag} ${focused.href}`);
  }
  throw new Error(`${page.url()}: the keyboard does not reach it; it reaches ${seen.slice(0, 40).join(', ')}`);
}

async function follow(page: Page, path: string): Promise<void> {
  await tabTo(page, ({ href }) => href === path);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === path);
}

test('from home by keyboard alone to a document found by number, its action, the meeting, and back', async () => {
  const page = await browser.newPage();
  const origin = inject('origins').public;
  await page.goto(`${origin}/`);

  await tabTo(page, ({ tag, type, href }) => href === '/search/' || (tag === 'input' && type === 'search'));
  if (await page.evaluate(() => document.activeElement?.tagName === 'A')) {
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/search/');
    await tabTo(page, ({ tag, type }) => tag === 'input' && type === 'search');
  }
  await page.keyboard.type('10784/15');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/documents/st-10784-2015-init/');
  await follow(page, '/actions/7.3/');
  await follow(page, '/meetings/2015-07-09-ccwp/');
  // The way back by the links that each page has to what links to it.
  await follow(page, '/actions/7.3/');
  await follow(page, '/documents/st-10784-2015-init/');
  await follow(page, '/');
});
