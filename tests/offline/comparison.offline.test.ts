import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packEdition } from '../../src/offline/pack.ts';
import { unpack } from '../support/packs.setup.ts';
import { addressOf, BROWSERS, follow, openBrowser, watchedPage } from '../support/puppets.ts';
import { READING, type ReadingEdition, readingEdition } from '../support/reading-edition.ts';
import { type Running, startServer } from '../support/servers.ts';
import { addressIn } from '../support/worlds.ts';

// The archive’s own content holds no two versions of one text.
let reading: ReadingEdition;
let folder: string;
let unpacked: string;
beforeAll(async () => {
  reading = await readingEdition();
  folder = mkdtempSync(join(tmpdir(), 'enfocustom-compared-'));
  const { file } = await packEdition({ edition: 'delegates', from: reading.folder, out: folder });
  unpacked = unpack(file, join(folder, 'Vergleich – σύγκριση'));
});
afterAll(async () => {
  await reading?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe.each(['a folder', 'our own'] as const)('two versions of a document from %s', (world) => {
  let server: Running | undefined;
  let root: string;
  beforeAll(async () => {
    if (world !== 'a folder') server = await startServer(world, reading.folder);
    root = server ? `${server.origin}/` : pathToFileURL(`${unpacked}/`).href;
  });
  afterAll(() => server?.stop());

  test.each(BROWSERS)('are compared in %s, and left by the way back', async (name) => {
    const browser = await openBrowser(name);
    try {
      const { page, faults } = await watchedPage(browser);
      const start = addressIn(root, READING.document.slice(1));
      await page.goto(start);
      await follow(page, 'a[href*="compare/"]');
      expect(new URL(await addressOf(page)).pathname).toContain(READING.comparison);
      for (const words of ['Added', 'Removed']) {
        expect(await page.$eval('.comparison', (comparison) => comparison.textContent)).toContain(words);
      }
      await page.evaluate(() => history.back());
      await page.waitForFunction((start) => location.href === start, {}, start);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
