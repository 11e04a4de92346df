import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { CslItem } from '../../src/cite/csl.ts';
import { FORMATS } from '../../src/cite/formats.ts';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const origin = () => inject('origins').public;

/** Presses a button of the page and returns the file that it makes. */
async function save(page: Page, selector: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

describe('the citation of an entry', () => {
  test.each([
    ['/documents/st-13944-2022-init/', 'ST-13944-2022-INIT'],
    ['/acts/2012-c-5-01/', 'acts-2012-c-5-01'],
    ['/actions/11.8/', 'actions-11.8'],
    ['/working-parties/ccwp/', 'working-parties-ccwp'],
  ])('%s is saved in each format, as the build writes its record', async (address, id) => {
    const page = await browser.newPage();
    await page.goto(origin() + address);
    const { csl } = (await (await fetch(`${origin()}${address}entry.json`)).json()) as { csl: CslItem };
    for (const [ending, { write }] of Object.entries(FORMATS))
      expect(await save(page, `[data-cite] button[value="${ending}"]`)).toEqual({
        name: `${id}.${ending}`,
        text: write([csl]),
      });
    await page.close();
  });

  test('costs nothing before it is asked for, and says what is wrong where it cannot be had', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${origin()}/documents/st-13944-2022-init/`, { waitUntil: 'networkidle' });
    const before = asked.length;
    await page.context().setOffline(true);
    await page.locator('[data-cite] button[value=bib]').click();
    await page.getByRole('status').filter({ hasText: 'The citation could not be made' }).waitFor();
    expect(asked.length).toBeGreaterThan(before);
    await page.context().setOffline(false);
    await page.close();
  });

  test('without script leads to the record and to the citations of the whole archive', async () => {
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(`${origin()}/documents/st-13944-2022-init/`);
    expect(await still.locator('[data-cite]').isVisible()).toBe(false);
    const hrefs = await still
      .locator('.cite-this a[download]')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));
    expect(hrefs).toEqual([
      '/documents/st-13944-2022-init/entry.json',
      '/data/citations.bib',
      '/data/citations.ris',
      '/documents/st-13944-2022-init/book.epub',
    ]);
    for (const href of hrefs) expect((await fetch(origin() + href)).status, href).toBe(200);
    await still.context().close();
  });
});
