import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error('no Chromium was found and there is no apt-get: install one, or set CHROMIUM_PATH');
  }
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  apt([...root, 'apt-get', 'update', '-qq']);
  apt([...root, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  const found = findChromium();
  if (!found) throw new Error('Debian’s chromium was installed and still none is found: set CHROMIUM_PATH');
  return found;
}

function apt(command: readonly string[]): void {
  const [program = '', ...args] = command;
  console.log(`  ${command.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`${command.join(' ')} failed: ${error?.message ?? (stderr || stdout).trim().slice(-2000)}`);
}
