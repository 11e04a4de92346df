import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CommandError } from '../../src/lib/command.ts';
import { find, install, need, type Program } from '../../src/lib/debian.ts';
import { withLock } from '../../src/lib/lock.ts';

const HUGO: Program = { name: 'Hugo', files: ['hugo'], variable: 'HUGO_PATH', package: 'hugo' };

/** Where Hugo is; Debian's is installed where there is none. */
export function provideHugo(say: (line: string) => void): string {
  const found = find(HUGO);
  if (found) return found;
  say('No Hugo was found: installing Debian’s');
  install([HUGO.package]);
  return need(HUGO);
}

const FILES = ['package.json', 'package-lock.json'];

/**
 * Installs the peers' packages as their lock file names them, into a cache beside the project's own packages and apart
 * from them; returns their `node_modules`. What is there of the same lock file is left as it is.
 */
export async function providePackages(project: string, peers: string, say: (line: string) => void): Promise<string> {
  const cache = join(project, 'node_modules', '.cache', 'bench-peers');
  const modules = join(cache, 'node_modules');
  await withLock(join(cache, 'install.lock'), 'Installing the peers', async () => {
    if (await isInstalled(peers, cache)) return;
    say('Installing Eleventy, Starlight and Pagefind: npm ci, this can take a few minutes …');
    await rm(modules, { recursive: true, force: true });
    await mkdir(cache, { recursive: true });
    for (const file of FILES) await cp(join(peers, file), join(cache, file));
    ci(cache);
  });
  return modules;
}

/** npm writes a list of its own when it has finished. */
async function isInstalled(peers: string, cache: string): Promise<boolean> {
  if (!existsSync(join(cache, 'node_modules', '.package-lock.json'))) return false;
  const [wanted, found] = await Promise.all(
    [peers, cache].map((folder) => readFile(join(folder, 'package-lock.json'), 'utf8')),
  );
  return wanted === found;
}

function ci(cwd: string): void {
  const options = ['ci', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'];
  const caller = process.env.npm_execpath ?? '';
  // The npm that runs this command, where one does: there may be others on the machine.
  const [program, before] = basename(caller) === 'npm-cli.js' ? [process.execPath, [caller]] : ['npm', []];
  const { status, error } = spawnSync(program, [...before, ...options], {
    cwd,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'development' },
    shell: program === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return;
  throw new CommandError(
    `The peers could not be installed${error ? `: ${error.message}` : ''}. See npm's message above; then run this again.`,
  );
}
