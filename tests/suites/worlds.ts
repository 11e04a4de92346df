import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { editionFolder } from '../support/built-editions.setup.ts';
import {
  addressOf,
  type BrowserName,
  follow,
  openBrowser,
  type Watched,
  waitForText,
  watchedPage,
} from '../support/puppets.ts';
import { type Running, startServer } from '../support/servers.ts';
import { addressIn, type World } from '../support/worlds.ts';

/** Uses the archive as a reader does, from one place and in one browser. */
export function describeWorld(world: World, name: BrowserName): void {
  describe(`the archive from ${world}`, () => {
    let server: Running | undefined;
    let root: string;
    beforeAll(async () => {
      if (world === 'a folder') root = pathToFileURL(`${inject('unpacked').public}/`).href;
      else {
        server = await startServer(world, editionFolder('public'));
        root = `${server.origin}/`;
      }
    });
    afterAll(() => server?.stop());

    const address = (path: string) => addressIn(root, path);

    describe(`in ${name}`, () => {
      let browser: Browser;
      let watched: Watched;
      beforeAll(async () => {
        browser = await openBrowser(name);
      });
      afterAll(() => browser?.close());
      beforeEach(async () => {
        watched = await watchedPage(browser);
      });
      // Whatever a test does, nothing goes wrong on the way.
      afterEach(async () => {
        await watched.page.close();
        expect(watched.faults).toEqual([]);
      });

      const firstResult = '#search-results > li a';
      const hrefOf = (selector: string) => watched.page.$eval(selector, (link) => (link as HTMLAnchorElement).href);

      test('opens, and finds a document by its number in the box of the first page', async () => {
        const { page } = watched;
        await page.goto(address(''));
        await page.type('main input[name=q]', '10784/15');
        // The Enter key leads to the document itself as soon as its suggestion is there.
        await page.$eval('main .search-box button', (button) => (button as HTMLButtonElement).click());
        await page.waitForSelector(firstResult);
        expect(await addressOf(page)).toBe(address('search/?q=10784%2F15'));
        expect(await hrefOf(firstResult)).toBe(address('documents/st-10784-2015-init/'));
        await follow(page, firstResult);
        expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('10784/15');
      });

      test('answers a question, narrows it down, and goes back', async () => {
        const { page } = watched;
        await page.goto(address('search/?q=what+does+LIMITE+mean'));
        await page.waitForSelector(firstResult);
        expect(await hrefOf(firstResult)).toContain('#term-limite');
        const all = await waitForText(page, '#search-status', ' results');
        await page.waitForSelector('[data-facet=kind] input');
        await follow(page, '[data-facet=kind] input');
        expect(new URL(await addressOf(page)).searchParams.has('kind')).toBe(true);
        await page.waitForFunction(
          (all) => {
            const now = document.querySelector('#search-status')?.textContent ?? '';
            return now !== all && now.includes(' result');
          },
          {},
          all,
        );
        await page.evaluate(() => history.back());
        expect(await waitForText(page, '#search-status', all)).toBe(all);
        expect(new URL(await addressOf(page)).searchParams.has('kind')).toBe(false);
      });

      test('leads to the section that matches, with the words marked, and back to the results', async () => {
        const { page } = watched;
        const search = address('search/?q=Postbox+operation');
        await page.goto(search);
        await follow(page, '.result-sections a');
        const { hash, searchParams } = new URL(await addressOf(page));
        expect(await page.$(`[id="${decodeURIComponent(hash.slice(1))}"]`)).not.toBeNull();
        await page.waitForSelector('mark');
        // The address that is copied is the section's own.
        expect([...searchParams.keys()].filter((key) => key !== 'mark')).toEqual([]);
        await page.evaluate(() => history.back());
        await page.waitForSelector(firstResult);
        expect(await addressOf(page)).toBe(search);
      });

      test('draws a timeline that can be narrowed down, and follows it', async () => {
        const { page } = watched;
        await page.goto(address('timeline/'));
        await page.waitForSelector('[data-timeline] svg');
        const before = await page.$eval('[data-timeline] [data-status]', (status) => status.textContent);
        await page.$eval('[data-timeline] button[name=in]', (button) => (button as HTMLButtonElement).click());
        await page.waitForFunction(
          (before) => document.querySelector('[data-timeline] [data-status]')?.textContent !== before,
          {},
          before,
        );
        const links = await page.$$eval('[data-timeline-list] a', (list) => list.map((link) => link.href));
        const target = links.find((link) => link.includes('/documents/') || link.includes('/meetings/'));
        await page.goto(target ?? '');
        expect(await page.$('h1')).not.toBeNull();
      });

      /** Presses a button that saves a file, and returns what is in the file. */
      const saved = (button: string): Promise<string> =>
        watched.page.evaluate(async (selector) => {
          const made = new Promise<Blob>((resolve) => {
            URL.createObjectURL = (blob) => {
              resolve(blob as Blob);
              return '#saved';
            };
          });
          document.querySelector<HTMLButtonElement>(selector)?.click();
          return (await made).text();
        }, button);

      test('gives a citation to save', async () => {
        await watched.page.goto(address('documents/st-10784-2015-init/'));
        expect(await saved('[data-cite] button[value=bib]')).toContain('10784/15');
      });

      test('gives a timeline to save, with the addresses of the archive', async () => {
        await watched.page.goto(address('working-parties/ccwp/'));
        const lines = (await saved('.timeline-save button[value=csv]')).split('\r\n');
        expect(lines.length).toBeGreaterThan(20);
        expect(lines.find((line) => line.startsWith('documents.st-10784-2015-init,'))).toContain(
          ',10784/15,/documents/st-10784-2015-init/,',
        );
        expect(await saved('.timeline-save button[value=svg]')).toMatch(
          /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/,
        );
      });

      test('collects pages and a paragraph into a file, and makes a paper of their texts', async () => {
        const { page } = watched;
        const add = async (selector: string) => {
          await page.waitForSelector(selector);
          await page.$eval(selector, (one) => (one as HTMLElement).click());
          if (world === 'a folder') await waitForText(page, '#file-status', 'is added.');
        };
        await page.goto(address('documents/st-10784-2015-init/'));
        await page.$eval('[id="s-6-p1"] .permalink', (mark) => (mark as HTMLElement).click());
        await add('.copy-box > :is(a, button)');
        await page.goto(address('actions/11.8/'));
        await add('[data-add] > :first-child');
        await page.goto(address('my-file/'));
        await waitForText(page, '#paper', 'Sources');
        const [place = '', action = ''] = await page.$$eval('#paper [data-entry]', (all) =>
          all.map((one) => one.textContent),
        );
        expect(place).toContain('The threats and challenges');
        expect(action).toContain('Survey of challenges');
        expect(await page.$eval('#paper', (paper) => paper.textContent)).toContain(
          'document 10784/15, 22 July 2015, 6, paragraph 1.',
        );
        await follow(page, '#paper > section:last-child a');
        expect(await addressOf(page)).toBe(address('documents/st-10784-2015-init/#s-6-p1'));
      });

      test('marks links to other sites where they leave a copy, and keeps them apart', async () => {
        const { page } = watched;
        await page.goto(address('documents/st-10784-2015-init/'));
        const outside = await page.$$eval('a[href^="http"]', (links) =>
          links
            .filter((link) => link.origin !== location.origin)
            .map(({ target, textContent }) => ({ target, marked: textContent.includes('↗') })),
        );
        expect(outside.length).toBeGreaterThan(0);
        const folder = world === 'a folder';
        expect(outside.every(({ target, marked }) => (target === '_blank') === folder && marked === folder)).toBe(true);
      });
    });
  });
}
