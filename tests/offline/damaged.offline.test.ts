import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { lastNotAfter } from '../../src/offline/folder/files.client.ts';
import type { Directory } from '../../src/offline/folder/packed.ts';
import { BROWSERS, newPage, openBrowser, waitForText } from '../support/puppets.ts';

/** Ways in which a copy goes wrong on a stick. */
const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  missing: (file) => rmSync(file),
  cut: (file) => writeFileSync(file, readFileSync(file).subarray(0, -1000)),
  changed: (file) => {
    const bytes = readFileSync(file);
    // One letter of the base64 or text in the middle becomes another.
    const at = bytes.findIndex((byte, index) => index > bytes.length / 2 && byte === 0x41);
    bytes[at] = 0x42;
    writeFileSync(file, bytes);
  },
};

/** The script that holds a file, as the copy's own directory says. */
function scriptOf(path: string): string {
  const code = readFileSync(join(inject('unpacked').public, '_folder/files.js'), 'utf8');
  const directory = JSON.parse(code.slice(code.indexOf('[['), code.lastIndexOf(')'))) as Directory;
  return `_folder/files/${lastNotAfter(directory, path)}.js`;
}

const PROGRAM = ['_folder/files.js', '_folder/search.js'];
const DATA = [...new Set(['search/index/manifest.json', 'pagefind/pagefind-entry.json'].map(scriptOf))];
const CASES = [
  ...PROGRAM.flatMap((file) => [[file, 'missing'] as const, [file, 'cut'] as const]),
  ...DATA.flatMap((file) => Object.keys(DAMAGES).map((damage) => [file, damage] as const)),
];

describe.each(BROWSERS)('a damaged copy in %s', (name) => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser(name);
    folder = mkdtempSync(join(tmpdir(), 'enfocustom-damaged-'));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(CASES)('search says that %s is %s, and the lists still lead everywhere', async (file, damage) => {
    const copy = join(folder, `${name} ${file.replaceAll('/', ' ')} ${damage}`);
    cpSync(inject('unpacked').public, copy, { recursive: true });
    DAMAGES[damage]?.(join(copy, file));
    const page = await newPage(browser);
    await page.goto(`${pathToFileURL(join(copy, 'search/index.html')).href}?q=threat+assessment`);
    const words = await waitForText(page, '#search-remarks [role=alert]', 'The search does not work');
    expect(words).toContain(`The file ${file} of this copy is ${damage === 'missing' ? 'missing' : 'damaged'}.`);
    expect(words).toContain('Verify this copy');
    expect(await page.$eval('#search-start', (start) => (start as HTMLElement).hidden)).toBe(false);
    await page.close();
    rmSync(copy, { recursive: true, force: true });
  });

  // A driver can choose a folder in Chromium only.
  test.runIf(name === 'Chromium')(
    '“Verify this copy” names what is missing, cut and changed, and nothing else',
    async () => {
      const copy = join(folder, 'to be verified – ověřit');
      cpSync(inject('unpacked').public, copy, { recursive: true });
      const verified = async (said: string) => {
        const page = await newPage(browser);
        await page.goto(pathToFileURL(join(copy, 'offline/index.html')).href);
        const input = (await page.waitForSelector('#verify-folder')) as ElementHandle<HTMLInputElement>;
        await input.uploadFile(copy);
        await waitForText(page, '#verify-status', said);
        const faults = await page.$$eval('#verify-faults li', (all) => all.map((one) => one.textContent));
        await page.close();
        return faults;
      };
      expect(await verified('are as they were packed.')).toEqual([]);
      DAMAGES.missing?.(join(copy, 'glossary/index.html'));
      DAMAGES.cut?.(join(copy, '_folder/search.js'));
      DAMAGES.changed?.(join(copy, 'about/index.html'));
      expect(await verified('3 files missing or damaged')).toEqual([
        '_folder/search.js: damaged',
        'about/index.html: damaged',
        'glossary/index.html: missing',
      ]);
    },
  );
});
