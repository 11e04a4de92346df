import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Chromium on its own: no sandbox, which root has not, and no traffic of its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium was found: npm test installs one');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}
