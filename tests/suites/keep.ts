import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKeepable } from '../../src/offline/keep/make-keepable.ts';
import { editionFolder } from '../support/built-editions.setup.ts';
import { type BrowserName, newPage, openBrowser, waitForText } from '../support/puppets.ts';
import { type ServerName, startServer } from '../support/servers.ts';

/** Each file costs a browser some milliseconds: a part of the edition shows as much as all of it. */
function isNeeded(path: string): boolean {
  const [top = '', name] = path.slice(editionFolder('public').length + 1).split('/');
  if (top === 'documents') return name === undefined || name === 'index.html' || name === 'st-10784-2015-init';
  return !/^(?:act(?:s|ions|ion-plans)|meetings|operations|organisations|presidencies|systems|timeline|topics)$/.test(
    top,
  );
}

const click = (page: Page, selector: string) =>
  page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), selector);
const status = (page: Page, text: string) => waitForText(page, '#keep-status', text);

/** Keeps the archive in a browser, and reads it when the server is gone. */
export function describeKeeping(name: BrowserName, servers: readonly ServerName[]): void {
  describe(`the archive kept by ${name}`, () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      browser = await openBrowser(name);
      folder = mkdtempSync(join(tmpdir(), 'enfocustom-kept-'));
      cpSync(editionFolder('public'), folder, { recursive: true, filter: isNeeded });
      await makeKeepable(folder);
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(servers)(
      'is fetched from %s when the reader says so, and answers when the server is gone',
      async (from) => {
        const server = await startServer(from, folder);
        const page = await newPage(browser);
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.goto(`${server.origin}/offline/`);
        await status(page, 'is not kept');
        // Size and number of files are known before anything is fetched.
        expect(await page.$eval('[data-fact=keep-size]', (size) => size.textContent)).toMatch(/^[\d.]+ [kMG]B$/);
        expect(asked.filter((path) => /keep\.json|service-worker/.test(path))).toEqual([]);
        await click(page, '#keep-start');
        await status(page, 'The archive is kept on this device.');

        await server.stop();
        await page.goto(`${server.origin}/documents/st-10784-2015-init/`);
        expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('10784/15');
        await page.goto(`${server.origin}/search/?q=10784/15`);
        await page.waitForSelector('#search-results > li a');
        await waitForText(page, '#search-status', ' results');
        // A folder without its slash, and a page that does not exist.
        await page.goto(`${server.origin}/documents/st-10784-2015-init`);
        expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('10784/15');
        await page.goto(`${server.origin}/nowhere/`);
        expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Not found');

        await page.goto(`${server.origin}/offline/`);
        await status(page, 'is kept');
        await click(page, '#keep-remove');
        await status(page, 'is not kept');
        expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
        await page.close();
      },
    );

    test('goes on where it was stopped, and takes only what is new from a newer version', async () => {
      const server = await startServer('our own', folder);
      const page = await newPage(browser);
      await page.goto(`${server.origin}/offline/`);
      await status(page, 'is not kept');
      await click(page, '#keep-start');
      await page.waitForFunction(() => Number(document.querySelector<HTMLProgressElement>('progress')?.value) > 0.05);
      await click(page, '#keep-stop');
      await status(page, 'A part of the archive is on this device.');
      const part = await stored(page);
      expect(part).toBeGreaterThan(0);
      await page.reload();
      await status(page, 'A part of the archive');
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
      await click(page, '#keep-start');
      await status(page, 'is kept');
      const whole = await stored(page);
      expect(fetched.length).toBeLessThanOrEqual(whole - part + 10);

      const changed = join(folder, 'about/index.html');
      const text = readFileSync(changed, 'utf8');
      writeFileSync(changed, text.replace('</h1>', ' (newer)</h1>'));
      await makeKeepable(folder);
      await click(page, '#keep-look');
      await status(page, 'A newer version is available.');
      await page.goto(`${server.origin}/about/`);
      expect(await page.$eval('h1', (heading) => heading.textContent)).not.toContain('(newer)');
      await page.waitForSelector('#newer-version a[href$="/offline/"]');
      await page.goto(`${server.origin}/offline/`);
      await status(page, 'A newer version is available.');
      fetched.length = 0;
      await click(page, '#keep-start');
      await waitForText(page, '#keep-status', 'kept on this device.');
      await page.waitForFunction(() => !document.querySelector('#keep-status')?.textContent?.includes('newer'));
      // The page Offline too, where the size that it tells has changed.
      const pages = fetched.filter((path) => path.endsWith('/') && path !== '/offline/');
      expect(pages).toEqual(['/about/']);
      await page.goto(`${server.origin}/about/`);
      expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('(newer)');
      await page.close();
      await server.stop();
    });

    test('is not taken for whole when the server changes while it is fetched', async () => {
      const server = await startServer('our own', folder);
      const page = await newPage(browser);
      await page.goto(`${server.origin}/offline/`);
      await status(page, 'is not kept');
      writeFileSync(join(folder, 'glossary/index.html'), 'something else');
      await click(page, '#keep-start');
      await status(page, 'glossary/index.html is not what the list of files says');
      await status(page, 'A part of the archive');
      await page.close();
      await server.stop();
    });
  });

  function stored(page: Page): Promise<number> {
    return page.evaluate(async () => {
      const names = await caches.keys();
      return (await (await caches.open(names[0] ?? '')).keys()).length;
    });
  }
}
