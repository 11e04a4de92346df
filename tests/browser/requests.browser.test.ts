import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { EDITIONS_OF_PART } from '../support/part.ts';
import { onePageOfEachTemplate } from '../support/site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(EDITIONS_OF_PART)('requests and policy of the %s edition', (edition) => {
  const origin = inject('origins')[edition];

  test.each(onePageOfEachTemplate(edition).map(({ address }) => address))(
    '%s, and a search from there',
    async (address) => {
      const page = await browser.newPage();
      const faults = await watch(page, origin);
      await page.goto(origin + address, { waitUntil: 'load' });
      // The box of the search page stands in its middle.
      await page.locator('input[type=search]').first().fill('project group');
      await page.keyboard.press('Enter');
      await page.locator('#search-results > li a').first().waitFor();
      await page.close();
      expect(faults).toEqual([]);
    },
  );

  test('what the policy forbids is noticed', async () => {
    const page = await browser.newPage();
    const faults = await watch(page, origin);
    await page.goto(origin, { waitUntil: 'load' });
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
      document.body.style.setProperty('--allowed', '1');
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red"></p>');
    });
    await expect.poll(() => faults.filter((fault) => fault.startsWith('policy')).length).toBeGreaterThanOrEqual(2);
    expect(await page.title()).not.toBe('run');
    await page.close();
  });
});

/** What goes wrong from now on: requests to another host, missing files, scripts that fail, violations of the policy. */
async function watch(page: Page, origin: string): Promise<string[]> {
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:') {
      faults.push(`another host: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.exposeFunction('tellViolation', (words: string) => faults.push(`policy: ${words}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
      const { tellViolation } = window as unknown as { tellViolation(words: string): void };
      tellViolation(`${violatedDirective} ${blockedURI} in ${documentURI}`);
    });
  });
  return faults;
}
