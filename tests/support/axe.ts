import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Up to WCAG 2.2 AA, and what axe calls good practice: headings in order, everything in a landmark. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How a page can meet its reader. */
export interface Mode {
  readonly name: string;
  readonly width: number;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  readonly rules?: RunOptions['rules'];
}

const plain = { colorScheme: 'light', forcedColors: 'none', media: 'screen' } as const;

/** The modes in which most faults show. */
export const DAILY_MODES: readonly Mode[] = [
  { name: 'light', width: 1280, media: plain },
  // 1280 px at 400 % zoom are as narrow.
  { name: '320 px', width: 320, media: plain },
];

export const NIGHTLY_MODES: readonly Mode[] = [
  { name: 'dark', width: 1280, media: { ...plain, colorScheme: 'dark' } },
  {
    name: 'forced colours',
    width: 1280,
    media: { ...plain, forcedColors: 'active' },
    // The colours are the reader's own then; axe reads those of the style sheet.
    rules: { 'color-contrast': { enabled: false } },
  },
  { name: 'phone', width: 412, media: plain },
  {
    name: 'print',
    width: 794,
    media: { ...plain, media: 'print' },
    // Paper is not pointed at, and a link on it is a word like others.
    rules: { 'target-size': { enabled: false }, 'link-in-text-block': { enabled: false } },
  },
];

/** What axe finds wrong with the page in one mode, a line each. */
export async function faultsOf(page: Page, { name, width, media, rules = {} }: Mode): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia(media);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: { run(o: object): Promise<AxeResults> } }).axe.run(options),
    { runOnly: TAGS, resultTypes: ['violations'], rules },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
