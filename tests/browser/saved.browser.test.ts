import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { Catalogue } from '../../src/archive/catalogue.ts';
import { scopesWithTimeline } from '../../src/archive/timeline/scopes.ts';
import { Timelines } from '../../src/archive/timeline/timeline.ts';
import { type TimelineRow, timelineCsv, timelineIcs } from '../../src/drawing/timeline/row.ts';
import { rowsOf } from '../../src/drawing/timeline/rows.ts';
import { workFolder } from '../../src/edition/editions.ts';
import { contentOf } from '../../src/edition/partition.ts';
import { readSnapshot } from '../../src/edition/snapshot.ts';
import { project } from '../../src/lib/project.ts';
import type { CslItem } from '../../src/publish/cite/csl.ts';
import { FORMATS } from '../../src/publish/cite/formats.ts';
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
    expect(hrefs).toEqual(['/documents/st-13944-2022-init/entry.json', '/data/citations.bib', '/data/citations.ris']);
    for (const href of hrefs) expect((await fetch(origin() + href)).status, href).toBe(200);
    await still.context().close();
  });
});

describe('a timeline', () => {
  const address = '/working-parties/ccwp/';
  let page: Page;
  let rows: TimelineRow[];
  let archive: Catalogue;
  beforeAll(async () => {
    archive = new Catalogue(readSnapshot(contentOf(join(project, workFolder('public')))).inputs);
    const party = archive.get('working-parties', 'ccwp') ?? expect.fail('the CCWP is gone');
    rows = rowsOf(new Timelines(archive).of(party));
    expect(rows.length).toBeGreaterThan(20);
    page = await browser.newPage();
  });
  beforeEach(() => page.goto(origin() + address));
  afterAll(() => page?.close());
  const button = (ending: string) => `.timeline-save button[value=${ending}]`;

  test('is saved as a table and as a calendar, as the build would write them', async () => {
    expect(await save(page, button('csv'))).toEqual({ name: 'timeline-of-ccwp.csv', text: timelineCsv(rows) });
    expect(await save(page, button('ics'))).toEqual({
      name: 'timeline-of-ccwp.ics',
      text: timelineIcs('Timeline of CCWP', rows, origin()),
    });
  });

  test('of each kind of entry is read from its list without a loss', async () => {
    const timelines = new Timelines(archive);
    const kinds = Object.values(Object.groupBy(scopesWithTimeline(archive, timelines), (scope) => scope.collection));
    expect(kinds.length).toBeGreaterThan(2);
    for (const scopes of kinds) {
      const [longest] = scopes.sort((a, b) => timelines.of(b).length - timelines.of(a).length);
      if (!longest) continue;
      await page.goto(origin() + longest.address);
      const { text } = await save(page, button('csv'));
      expect(text).toBe(timelineCsv(rowsOf(timelines.of(longest))));
    }
  });

  test('is saved as far as it is shown', async () => {
    await page.getByLabel('Meetings').uncheck();
    await page.getByLabel('As it stood on').fill('2015-12-31');
    const { text } = await save(page, button('csv'));
    const shown = await page.locator('.timeline-events > li:visible').evaluateAll((all) => all.map(({ id }) => id));
    expect(shown.length).toBeGreaterThan(5);
    expect(text).toContain(`\r\n${shown[0]},`);
    expect(text).not.toContain(',meeting,');
    // An end that the day cuts off is not known to be one.
    const kept = new Map(rows.map((row) => [row.id, row]));
    expect(text).toBe(timelineCsv(shown.flatMap((id) => kept.get(id) ?? [])));
  });

  test('is saved as a picture that needs no style sheet, in light colours', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const { name, text } = await save(page, button('svg'));
    await page.emulateMedia({ colorScheme: null });
    expect(name).toBe('timeline-of-ccwp.svg');
    const picture = await browser.newPage();
    await picture.goto(`data:image/svg+xml,${encodeURIComponent(text)}`);
    const drawn = await picture.evaluate(() => ({
      root: document.documentElement.tagName,
      words: document.documentElement.textContent,
      fill: getComputedStyle(document.querySelector('text') as Element).fill,
      classes: document.querySelectorAll('svg * [class]').length,
    }));
    await picture.close();
    expect(drawn).toMatchObject({ root: 'svg', words: expect.stringContaining('LEWP-C'), classes: 0 });
    const [red = 255] = drawn.fill.match(/\d+/g)?.map(Number) ?? [];
    expect(red).toBeLessThan(128);
  });

  test('cannot be saved without script', async () => {
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(origin() + address);
    expect(await still.locator('.timeline-save').isVisible()).toBe(false);
    await still.context().close();
  });
});
