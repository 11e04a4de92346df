import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { launchBrowser } from '../support/browser.ts';
import { onePageOfEachTemplate } from '../support/site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(EDITIONS)('requests of the %s edition', (edition) => {
  const origin = inject('origins')[edition];

  test.each(onePageOfEachTemplate(edition).map(({ address }) => address))('%s', async (address) => {
    const page = await browser.newPage();
    const foreign: string[] = [];
    const failed: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && url.protocol !== 'data:') foreign.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(origin + address, { waitUntil: 'load' });
    await page.close();
    // Nothing from another host, nothing missing, no script that fails.
    expect({ foreign, failed, errors }).toEqual({ foreign: [], failed: [], errors: [] });
  });
});
