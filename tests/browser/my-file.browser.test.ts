import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { DAILY_MODES, faultsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';

const DOCUMENT = '/documents/st-10784-2015-init/';
const PLACE = `${DOCUMENT}#s-6-p1`;
const ACTION = '/actions/11.8/';

let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  // The policy of the page forbids nothing that it does.
  expect(faults.splice(0)).toEqual([]);
});

const origin = (edition: 'public' | 'delegates' = 'public') => inject('origins')[edition];
const titles = () => page.locator('#file-entries .file-entry-title').allTextContents();
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const said = (words: string) => page.locator('#file-status', { hasText: words }).waitFor();
const made = () => page.locator('#paper #paper-sources').waitFor();

/** A file in the browser, as if it had been collected. */
async function keep(
  entries: readonly (readonly [key: string, note: string])[],
  edition: 'public' | 'delegates' = 'public',
) {
  await page.goto(`${origin(edition)}/my-file/`);
  const stored = JSON.stringify({ title: '', entries: entries.map(([key, note]) => [key, note, true]) });
  await page.evaluate(
    ([name, value]) => localStorage.setItem(name ?? '', value ?? ''),
    [`enfocustom.my-file.${edition}`, stored],
  );
  await page.reload();
  await made();
}

/** Presses Tab until what has the focus is named so. */
async function tabTo(name: RegExp) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent || '',
    );
    if (name.test(here.trim())) return;
  }
  throw new Error(`the keyboard does not reach ${name} on ${page.url()}`);
}

test('by keyboard on a narrow screen: a document and a paragraph collected, put in order, one taken out and put back', async () => {
  await page.goto(origin() + DOCUMENT);
  await tabTo(/^Add to my file$/);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Added to your file.' }).waitFor();
  await tabTo(/^Link to 6-p1$/);
  await page.keyboard.press('Enter');
  await tabTo(/^Add this place to my file$/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take this place out of my file' }).waitFor();
  await page.goto(origin() + ACTION);
  await tabTo(/^Add to my file$/);
  await page.keyboard.press('Enter');
  await tabTo(/^My file \(3\)$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin()}/my-file/`);
  await made();
  expect(await titles()).toEqual([
    '10784/15: Summary of discussions',
    '10784/15, 6, paragraph 1: Summary of discussions',
    'Action 11.8: Strategic Trade Investigation',
  ]);

  await tabTo(/^Move down: 10784\/15: Summary/);
  await page.keyboard.press('Enter');
  await said('10784/15: Summary of discussions is now 2 of 3.');
  // The focus goes with the entry.
  expect(await focused()).toBe('Move down: 10784/15: Summary of discussions');
  await page.keyboard.press('Enter');
  await said('now 3 of 3');
  expect(await focused()).toBe('Move up: 10784/15: Summary of discussions');
  await tabTo(/^Take out: 10784\/15: Summary/);
  await page.keyboard.press('Enter');
  await said('is taken out.');
  expect(await titles()).toHaveLength(2);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await said('Taken back.');
  await page.reload();
  await made();
  expect((await titles())[2]).toBe('10784/15: Summary of discussions');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

describe('the paper', () => {
  test('holds contents, notes, the text of pages and of single paragraphs, and their citations', async () => {
    await keep([
      [DOCUMENT, ''],
      [PLACE, 'Compare with\nthe next plan.'],
    ]);
    const paper = page.locator('#paper');
    expect(await paper.locator('.paper-contents li').allTextContents()).toHaveLength(2);
    const [whole = '', place = ''] = await paper.locator('[data-entry]').allTextContents();
    expect(whole).toContain('Adoption of the agenda');
    expect(place).toContain('Compare with\nthe next plan.');
    expect(place).toContain('The threats and challenges');
    expect(place).not.toContain('Adoption of the agenda');
    // The words are those of the page's own citation, which a page is asked for once.
    const asked = await page.request.get(`${origin()}${DOCUMENT}`);
    const [, citation = ''] = /id="citation">([^<]*)</.exec(await asked.text()) ?? [];
    const sources = await page.locator('#paper > section:last-child li').allTextContents();
    expect(sources[0]).toContain(citation);
    expect(sources[1]).toContain(`${citation.replace(/\.$/, '')}, 6, paragraph 1.`);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const dead = await paper
      .locator('a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => (link as HTMLAnchorElement).hash)
          .filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1)))),
      );
    expect(dead).toEqual([]);
  });

  test('is all that is printed, and bears the marking of the edition', async () => {
    await keep([[ACTION, '']], 'delegates');
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['#file-editor', '.lead', '.site-header'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(await page.locator('#paper-title').isVisible()).toBe(true);
    expect(await page.locator('.edition-banner').textContent()).toContain('LIMITE');
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'))).toBe('delegates');
  });

  test('follows the notes as they are written, and leaves out the text where the reader says so', async () => {
    await keep([[DOCUMENT, '']]);
    await page.getByLabel('Note on 10784/15').fill('For Tuesday.');
    expect(await page.locator('#paper .paper-note').textContent()).toBe('For Tuesday.');
    await page.getByLabel('Print its text').uncheck();
    await page.locator('#paper .paper-text').waitFor({ state: 'detached' });
    await page.getByLabel('Title of the paper').fill('Brief');
    expect(await page.locator('#paper-title').textContent()).toBe('Brief');
    await page.reload();
    await made();
    expect(await page.locator('#paper-title').textContent()).toBe('Brief');
    expect(await page.locator('#paper .paper-text').count()).toBe(0);
  });

  test('says where this edition has no such page', async () => {
    await keep([['/documents/st-1-1901-init/', 'mine']]);
    expect(await page.locator('#paper [data-entry]').textContent()).toContain('This edition has no such page.');
    expect(await page.locator('#paper').textContent()).toContain('/documents/st-1-1901-init/');
    // The browser itself tells of the file that is not there.
    expect(faults.splice(0).every((fault) => fault.includes('404'))).toBe(true);
  });
});

describe('in and out', () => {
  const save = async (name: string): Promise<[Download, string]> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return [download, await readFile(await download.path(), 'utf8')];
  };

  test('what is saved as CSL-JSON comes back in another browser', async () => {
    await keep([
      [PLACE, '<img src=x onerror=alert(1)> "first"'],
      [ACTION, ''],
    ]);
    const [download, json] = await save('Save as CSL-JSON');
    expect(download.suggestedFilename()).toBe('enfocustom-my-file.csl.json');
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    expect(await titles()).toEqual([]);
    await page
      .getByLabel('Read in a file')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(json) });
    await said('2 entries added from a.json.');
    await made();
    expect(await titles()).toHaveLength(2);
    expect(await page.locator('#paper .paper-note').first().textContent()).toBe('<img src=x onerror=alert(1)> "first"');
    await page
      .getByLabel('Read in a file')
      .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from('%PDF') });
    await said('b.json is no CSL-JSON');
    expect(await titles()).toHaveLength(2);
  });

  test('Markdown holds the paper; the delegates’ bears its marking in name and text', async () => {
    await keep([[PLACE, 'A note.']], 'delegates');
    const [download, markdown] = await save('Save as Markdown');
    expect(download.suggestedFilename()).toBe('enfocustom-my-file-LIMITE.md');
    expect(markdown).toMatch(/^\*\*LIMITE\*\*\n\n# My file\n\n1\. 10784\/15, 6, paragraph 1: Summary of discussions\n/);
    expect(markdown).toContain('> A note.');
    expect(markdown).toContain('The threats and challenges');
    expect(markdown).toContain(`<${origin('delegates')}${PLACE}>`);
  });
});

test('an entry handed over in the address is added once, and nothing else is', async () => {
  await page.goto(`${origin()}/my-file/#add=${encodeURIComponent(PLACE)}`);
  await said('10784/15, 6, paragraph 1: Summary of discussions is added.');
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('link', { name: 'Back to the page' }).click();
  expect(page.url()).toBe(origin() + PLACE);
  await page.goto(`${origin()}/my-file/#add=${encodeURIComponent(PLACE)}`);
  await said('was in it already.');
  await page.goto('about:blank');
  await page.goto(`${origin()}/my-file/#add=${encodeURIComponent('https://elsewhere.example/x/')}`);
  await said('Nothing was added');
  expect(await titles()).toHaveLength(1);
});

test('a browser that keeps nothing says so, and the file can still be made and saved', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(origin() + DOCUMENT);
  await page.getByRole('button', { name: 'Add to my file' }).click();
  await page.getByRole('status').filter({ hasText: 'this browser keeps nothing' }).waitFor();
  await page.goto(`${origin()}/my-file/#add=${encodeURIComponent(DOCUMENT)}`);
  await said('This browser keeps nothing for this page');
  await made();
  expect(await titles()).toHaveLength(1);
});

test('without script the page says what it would be', async () => {
  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await still.goto(`${origin()}/my-file/`);
  expect(await still.locator('main').textContent()).toContain('Collecting needs JavaScript');
  expect(await still.getByRole('button', { name: 'Print' }).count()).toBe(0);
  await still.goto(origin() + DOCUMENT);
  expect(await still.locator('.add-to-file').isVisible()).toBe(false);
  await still.context().close();
});

test('nothing is wrong with it for any reader', async () => {
  await keep([
    [DOCUMENT, 'A note.'],
    [PLACE, ''],
    [ACTION, ''],
  ]);
  const found: string[] = [];
  for (const mode of DAILY_MODES) found.push(...(await faultsOf(page, mode)));
  expect(found).toEqual([]);
});
