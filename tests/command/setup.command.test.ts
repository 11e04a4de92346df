import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { project } from '../../src/lib/project.ts';
import { type Ended, run } from '../support/run.ts';

let folder: string;

/** Stands in for npm: writes down how it was called and installs what the lock file names, or fails. */
const NPM = `
const { appendFileSync, cpSync, mkdirSync, symlinkSync, existsSync } = require('node:fs');
appendFileSync('npm.log', process.argv.slice(2).join(' ') + ' NODE_ENV=' + process.env.NODE_ENV + '\\n');
if (existsSync('fail')) { console.error('npm error: no network'); process.exit(7); }
mkdirSync('node_modules/node/bin', { recursive: true });
if (!existsSync('node_modules/node/bin/node')) symlinkSync(process.execPath, 'node_modules/node/bin/node');
if (!existsSync('interrupted')) cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-'));
  await mkdir(join(folder, 'scripts'));
  await mkdir(join(folder, 'npm'));
  await cp(join(project, 'scripts/setup.mjs'), join(folder, 'scripts/setup.mjs'));
  await writeFile(join(folder, 'npm/npm-cli.js'), NPM);
  await writeFile(
    join(folder, 'scripts/say.ts'),
    'const words: string[] = process.argv.slice(2); console.log(words.join("|")); process.exitCode = 5;',
  );
  await lockFile('1.0.0');
});
afterEach(() => rm(folder, { recursive: true }));

const lockFile = (version: string) =>
  writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version, optional: true } },
    }),
  );

function say(...args: string[]): Promise<Ended> {
  const env = { npm_execpath: join(folder, 'npm/npm-cli.js'), NODE_ENV: 'production' };
  return run(['scripts/setup.mjs', 'scripts/say.ts', ...args], { cwd: folder, env });
}

async function installations(): Promise<number> {
  const log = join(folder, 'npm.log');
  return existsSync(log) ? (await readFile(log, 'utf8')).split('\n').length - 1 : 0;
}

test('the first run sets up, the second does not, and both run the command with its words and its exit code', async () => {
  expect(await say('a b', '--c')).toMatchObject({
    code: 5,
    out: 'a b|--c\n',
    err: expect.stringContaining('Setting up'),
  });
  expect(await say('a b', '--c')).toMatchObject({ code: 5, out: 'a b|--c\n', err: '' });
  expect(await installations()).toBe(1);
});

test('what is installed follows the lock file', async () => {
  await say();
  await lockFile('1.0.1');
  await say();
  await say();
  expect(await installations()).toBe(2);
});

test('settings of the machine cannot leave out what is needed', async () => {
  await say();
  const log = await readFile(join(folder, 'npm.log'), 'utf8');
  for (const flag of ['--include=dev', '--include=optional', '--ignore-scripts=false', '--engine-strict=false']) {
    expect(log).toContain(flag);
  }
  expect(log).toContain('NODE_ENV=development');
});

test('an installation that fails ends the command with npm’s words, advice and exit code', async () => {
  await writeFile(join(folder, 'fail'), '');
  const { code, out, err } = await say();
  expect({ code, out }).toEqual({ code: 7, out: '' });
  expect(err).toMatch(/no network[\s\S]*npm ci failed[\s\S]*run the same command again/);
});

test('an installation that was interrupted is done again', async () => {
  await writeFile(join(folder, 'interrupted'), '');
  expect(await say()).toMatchObject({ code: 1, err: expect.stringContaining('did not finish') });
  await rm(join(folder, 'interrupted'));
  expect(await say()).toMatchObject({ code: 5 });
});

test('packages that are linked in from elsewhere are left alone', async () => {
  await mkdir(join(folder, 'elsewhere/node/bin'), { recursive: true });
  await symlink(join(folder, 'elsewhere'), join(folder, 'node_modules'));
  expect(await say('x')).toMatchObject({ code: 5, out: 'x\n', err: expect.stringContaining('node_modules is a link') });
  expect(await installations()).toBe(0);
});

test('a damaged lock file is told', async () => {
  await writeFile(join(folder, 'package-lock.json'), '<<<<<<< HEAD');
  expect(await say()).toMatchObject({
    code: 1,
    err: expect.stringContaining('package-lock.json is missing or damaged'),
  });
});
