import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DOCUMENT_BUDGET } from '../site/budgets.ts';
import { launchBrowser } from '../support/browser.ts';
import { EDITIONS_OF_PART } from '../support/part.ts';
import { onePageOfEachTemplate, pagesOf } from '../support/site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(EDITIONS_OF_PART)('the %s edition', (edition) => {
  const origin = inject('origins')[edition];
  const documents = pagesOf(edition)
    .filter(({ address }) => /^\/documents\/[^/]+\/$/.test(address))
    .map((page) => ({ ...page, size: statSync(page.file).size }))
    .sort((a, b) => b.size - a.size);

  test('the heaviest document keeps the budget of a document', async () => {
    const [heaviest] = documents;
    if (!heaviest) throw new Error('no document in this edition');
    const page = await browser.newPage();
    const loads: { kind: string; bytes: Promise<number> }[] = [];
    page.on('response', (response) => {
      const bytes = response.body().then((body) => gzipSync(body).length);
      loads.push({ kind: response.request().resourceType(), bytes });
    });
    await page.goto(origin + heaviest.address, { waitUntil: 'networkidle' });
    const weights = await Promise.all(loads.map(async ({ kind, bytes }) => ({ kind, bytes: await bytes })));
    await page.close();
    const sum = (kind?: string) =>
      weights.filter((one) => !kind || one.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
    const spent = {
      requests: weights.length,
      transferred: sum(),
      styles: sum('stylesheet'),
      scripts: sum('script'),
    };
    console.info(`${edition} ${heaviest.address}`, spent);
    for (const [what, most] of Object.entries(DOCUMENT_BUDGET)) {
      expect(spent[what as keyof typeof spent], what).toBeLessThanOrEqual(most);
    }
  });

  test.each(onePageOfEachTemplate(edition).map(({ address }) => address))('nothing jumps on %s', async (address) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(origin + address, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let total = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) total += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          // Buffered entries are told before the next frame is drawn.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
        }),
    );
    await page.close();
    expect(shift).toBe(0);
  });
});
