import { type Browser, launch, type Page } from 'puppeteer-core';
import { need } from '../../src/lib/debian.ts';
import { findChromium } from './chromium.ts';
import { FIREFOX } from './debian.ts';

export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Chromium over its own protocol, Firefox over WebDriver BiDi: one interface for both. */
export async function openBrowser(name: BrowserName): Promise<Browser> {
  if (name === 'Firefox') {
    // What keeps a page in a folder from reading the files beside it; the default, said aloud.
    const extraPrefsFirefox = { 'security.fileuri.strict_origin_policy': true };
    return launch({ browser: 'firefox', executablePath: need(FIREFOX), headless: true, extraPrefsFirefox });
  }
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium was found: npm test installs one');
  return launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
}

/** A page that keeps what went wrong in it. */
export interface Watched {
  readonly page: Page;
  /** Errors in the console, uncaught ones and requests that failed. */
  readonly faults: string[];
}

/** More than anything takes on a machine that does something else too. */
const PATIENCE = 110_000;

export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

export async function watchedPage(browser: Browser): Promise<Watched> {
  const page = await newPage(browser);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults };
}

/** The address as the page itself has it: Firefox does not tell of one that comes back from its cache. */
export function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}

/** Waits until a page says what is expected somewhere. */
export async function waitForText(page: Page, selector: string, text: string): Promise<string> {
  const wanted = (selector: string, text: string) => {
    const found = document.querySelector(selector)?.textContent ?? '';
    return found.includes(text) ? found : false;
  };
  try {
    const handle = await page.waitForFunction(wanted, {}, selector, text);
    return String(await handle.jsonValue());
  } catch (error) {
    const found = await page.evaluate((selector) => document.querySelector(selector)?.textContent, selector);
    throw new Error(`${page.url()}: ${selector} says "${found}", not "${text}"`, { cause: error });
  }
}

/** Clicks a link or button and waits until the address is another one. */
export async function follow(page: Page, selector: string): Promise<void> {
  const before = await addressOf(page);
  await page.waitForSelector(selector);
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), selector);
  // Between two pages Firefox tells of an empty one.
  const arrived = (before: string) =>
    location.href !== before && location.href !== 'about:blank' && document.readyState !== 'loading';
  await page.waitForFunction(arrived, {}, before);
}
