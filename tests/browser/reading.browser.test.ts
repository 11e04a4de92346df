import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { READING, type ReadingEdition, readingEdition } from '../support/reading-edition.ts';

let browser: Browser;
let reading: ReadingEdition;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  reading = await readingEdition();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await reading?.close();
});
beforeEach(async () => {
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  await page.goto(reading.origin + READING.document);
});
afterEach(() => context.close());

const precis = () => page.locator('.precis .prose').first();
const official = () => page.locator('.official-text .prose').first();

test('what stands in the margin does not overlap', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${inject('origins').delegates}/documents/st-7806-2019-init/`);
  const notes = page.locator('.precis :is(.sidenote, .resting):visible');
  expect(await notes.count()).toBeGreaterThan(10);
  const boxes = (await Promise.all((await notes.all()).map((note) => note.boundingBox()))).flatMap((box) => box ?? []);
  boxes.sort((a, b) => a.y - b.y);
  const overlaps = boxes.filter(
    (box, index) => index > 0 && box.y < (boxes[index - 1]?.y ?? 0) + (boxes[index - 1]?.height ?? 0) - 1,
  );
  expect(overlaps).toEqual([]);
});

test('no line ends between an acronym and the stop or bracket that touches it', async () => {
  const parted: string[] = [];
  for (let width = 320; width <= 460; width += 7) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(() => {
      const top = (node: Text, at: number) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().bottom;
      };
      return [...document.querySelectorAll('.prose button.ref-term')].flatMap((button) => {
        const { previousSibling: before, nextSibling: behind } = button;
        const line = button.getBoundingClientRect();
        const touching = [
          before instanceof Text && /\S$/.test(before.data) ? top(before, before.data.length - 1) : null,
          behind instanceof Text && /^\S/.test(behind.data) ? top(behind, 0) : null,
        ];
        const others = touching.filter(
          (bottom) => bottom !== null && (bottom < line.top + 4 || bottom > line.bottom + 12),
        );
        return others.map(() => button.textContent ?? '');
      });
    });
    parted.push(...found.map((term) => `${width} px: ${term}`));
  }
  expect(parted).toEqual([]);
});

describe('précis and official text', () => {
  test('either, both, side by side; the choice is remembered', async () => {
    expect(await precis().isVisible()).toBe(true);
    expect(await official().isVisible()).toBe(true);
    await page.getByLabel('official text only').check();
    expect(await precis().isVisible()).toBe(false);
    await page.reload();
    expect(await precis().isVisible()).toBe(false);
    expect(await official().isVisible()).toBe(true);
  });

  test('side by side, sections of one number stand level', async () => {
    await page.getByLabel('side by side').check();
    const top = async (id: string) => Math.round((await page.locator(`[id="${id}"]`).boundingBox())?.y ?? -1);
    expect(await top('s-1')).toBe(await top('t-1'));
    expect(await top('s-2')).toBe(await top('t-2'));
  });

  test('an address in the hidden text shows it', async () => {
    await page.getByLabel('précis only').check();
    await page.goto(`${reading.origin}${READING.document}#t-2`);
    expect(await official().isVisible()).toBe(true);
  });

  test('without script both can be read, chosen, and followed to the glossary', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(reading.origin + READING.document);
    await still.getByLabel('précis only').check();
    expect(await still.locator('.official-text .prose').first().isVisible()).toBe(false);
    await still.locator('.precis a.ref-term').first().click();
    expect(new URL(still.url()).pathname).toBe('/glossary/');
    await plain.close();
  });
});

test('footnotes lead there and back', async () => {
  await page.locator('[id="s-fnref-gate"]').click();
  expect(new URL(page.url()).hash).toBe('#s-fn-gate');
  await page.locator('[id="s-fn-gate"] [data-footnote-backref]').click();
  expect(new URL(page.url()).hash).toBe('#s-fnref-gate');
});

test('an acronym explains itself to keyboard and pointer, and closes with Escape', async () => {
  const button = page.locator('.precis button.ref-term', { hasText: 'LEWP-C' });
  await button.focus();
  await page.keyboard.press('Enter');
  const tip = page.locator('.precis .tip:popover-open');
  expect(await tip.textContent()).toContain('Law Enforcement Working Party');
  expect(await tip.getByRole('link').first().getAttribute('href')).toContain('/glossary/#');
  await page.keyboard.press('Escape');
  expect(await tip.count()).toBe(0);
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('a citation shows what it leads to while it has the focus', async () => {
  await page.locator('.precis a.permalink').first().focus();
  await page.keyboard.press('Shift+Tab');
  while (!(await page.evaluate(() => document.activeElement?.matches('a.ref-held'))))
    await page.keyboard.press('Shift+Tab');
  const preview = page.locator('.tip:popover-open');
  await preview.waitFor();
  expect(await preview.textContent()).toContain('Action 7.3');
  await page.keyboard.press('Escape');
  expect(await preview.count()).toBe(0);
});

test('a paragraph’s mark offers its address and its citation', async () => {
  await page.locator('[id="s-1-2"] > .permalink').focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#s-1-2');
  const copied = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await page.getByText('Copied.').first().waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('Copy link')).toBe(`${reading.origin}${READING.document}#s-1-2`);
  expect(await copied('Copy citation')).toMatch(/99001\/1\/24 REV 1.*1, point 2\.$/);
});

test('the contents say what is being read', async () => {
  await page.evaluate(() => document.getElementById('s-2')?.scrollIntoView());
  await page.locator('.contents [aria-current][href="#s-2"]').waitFor();
});

test('nothing can be focused without being seen', async () => {
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  const unseen: string[] = [];
  for (let presses = 0; presses < 150; presses++) {
    const focus = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const seen = outlineStyle !== 'none' && outlineWidth !== '0px' && opacity !== '0' && box.height > 0;
      return { seen, what: one.outerHTML.slice(0, 80) };
    });
    if (!focus) break;
    if (!focus.seen) unseen.push(focus.what);
    await page.keyboard.press('Tab');
  }
  expect(unseen).toEqual([]);
});

test('a comparison says in words what was added, removed and changed', async () => {
  await page.goto(reading.origin + READING.comparison);
  const words = async (kind: string) =>
    (await page.locator(`.comparison > .${kind}`).allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  expect(await words('removed')).toEqual([expect.stringMatching(/^Removed, 1, paragraph 2 Ships/)]);
  expect((await words('changed'))[1]).toContain('[removed: autumn] [added: spring]');
  expect((await words('added'))[0]).toMatch(/^Added, 2, paragraph 2 Oil/);
});

test('a source that names a printed page leads to it, and the page can be cited', async () => {
  await page.goto(reading.origin + READING.earlier);
  const cited = page.locator('.cited-page');
  expect(await cited.allTextContents()).toEqual(['page 2', 'page 3']);
  await page.getByRole('link', { name: '99001/24, page 2' }).click();
  expect(new URL(page.url()).hash).toBe('#s-page-2');
  expect(await page.locator('#citation').textContent()).toMatch(/, page 2\.$/);
  // Where the official text says where the page begins, one is led on; page 3 it does not know.
  await cited.nth(0).getByRole('link').click();
  expect(await page.locator(':target').getAttribute('data-page')).toBe('2');
  expect(await page.locator('#citation').textContent()).toMatch(/, page 2\.$/);
  expect(await cited.nth(1).getByRole('link').count()).toBe(0);
});
