import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install } from '../../src/lib/debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const USUAL = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine: CHROMIUM_PATH, PATH, the usual places; null where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { CHROMIUM_PATH: given, PATH = '' } = environment;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file`);
  }
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL].find((file) => existsSync(file)) ?? null;
}

/** Installs Debian's Chromium, telling what it does. Throws where that is not possible. */
export function installChromium(): string {
  install(['chromium', 'fonts-liberation']);
  const found = findChromium();
  if (!found) throw new Error('Debian’s chromium was installed and still none is found: set CHROMIUM_PATH');
  return found;
}
