import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../src/lib/free-port.ts';
import { project } from '../../src/lib/project.ts';
import { launchBrowser } from '../support/browser.ts';
import { contentFolder } from '../support/content.ts';
import { ownEnvironment, type Running, start } from '../support/run.ts';

const WORK = '.editions/dev-test';

// One after another: Astro serves a project once at a time.
describe('a session that begins with a problem', () => {
  let folder: string;
  let server: ChildProcess;
  let browser: Browser;
  let origin: string;
  let waited = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dev-'));
    cpSync(contentFolder, join(folder, 'content'), { recursive: true });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const args = [join(project, 'scripts/dev.ts'), '--port', String(port), '--content', join(folder, 'content')];
    // Under a test runner's NODE_ENV Astro tells pages of no change.
    const env = { ...ownEnvironment(), NODE_ENV: 'development', ENFOCUSTOM_WORK: WORK };
    // It has nothing to show yet, and begins with content that has a problem.
    rmSync(join(project, WORK), { recursive: true, force: true });
    const file = join(folder, 'content/topics/cash.yaml');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, `${sound}\nnmae: Cash\n`);
    server = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    server.stderr?.on('data', (text) => {
      waited += text;
      if (String(text).includes('The pages appear when this is mended')) writeFileSync(file, sound);
    });
    await new Promise<void>((resolve, reject) => {
      server.stdout?.on('data', (text) => String(text).includes(String(port)) && resolve());
      server.on('exit', () => reject(new Error('the server has ended')));
    });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
    if (server && server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(project, WORK), { recursive: true, force: true });
  });

  test('a first start with a problem waits until it is mended', () => {
    expect(waited).toMatch(/topics\/cash\.yaml:\d+:1 UNKNOWN-KEY[\s\S]*The pages appear when this is mended/);
  });

  test('a problem of the content is shown over the page until it is mended', async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/handbook/`);
    const overlay = page.locator('vite-error-overlay');
    const file = join(folder, 'content/topics/cash.yaml');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, `${sound}\nnmae: Cash\n`);
    const words = () => overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
    await expect.poll(words, { timeout: 30_000 }).toContain('/handbook/problems/unknown-key/');
    expect(await words()).toMatch(/topics\/cash\.yaml:\d+:1 UNKNOWN-KEY "nmae" is not a field here/);
    writeFileSync(file, sound);
    await overlay.waitFor({ state: 'detached', timeout: 30_000 });
    // Many editors write another file and put it in place of the first.
    const replace = (text: string) => {
      writeFileSync(join(folder, 'saved'), text);
      renameSync(join(folder, 'saved'), file);
    };
    for (const key of ['nmae', 'naem']) {
      replace(`${sound}\n${key}: Cash\n`);
      await expect.poll(words, { timeout: 30_000 }).toContain(`"${key}" is not a field here`);
      replace(sound);
      await overlay.waitFor({ state: 'detached', timeout: 30_000 });
    }
  }, 120_000);
});

describe('a session after another', () => {
  const work = join(project, '.editions/dev-again-test');
  let home: string;
  let precis: string;
  let address: string;
  let running: Running | undefined;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'dev-again-'));
    cpSync(join(project, 'tests/fixtures/check/base'), join(home, 'content'), { recursive: true });
    precis = join(home, 'content/documents/st-10001-2020-init.md');
  });
  afterAll(async () => {
    await end();
    for (const folder of [home, work]) rmSync(folder, { recursive: true, force: true });
  });

  async function begin(env: NodeJS.ProcessEnv = {}): Promise<Running> {
    const port = await freePort();
    address = `http://127.0.0.1:${port}/documents/st-10001-2020-init/`;
    running = start(['scripts/dev.ts', '--port', String(port), '--content', join(home, 'content')], {
      env: { NODE_ENV: 'development', ENFOCUSTOM_WORK: '.editions/dev-again-test', ...env },
    });
    return running;
  }
  function end() {
    running?.child.kill('SIGTERM');
    return running?.ended;
  }
  /** The page of the précis; empty while nobody listens. */
  const page = async () => {
    const response = await fetch(address).catch(() => null);
    return response?.ok ? response.text() : '';
  };
  const shows = (words: string) => expect.poll(page, { timeout: 60_000 }).toContain(words);

  test('shows a page at once, and soon what was saved between the two', async () => {
    appendFileSync(precis, '\nWords of the first session.\n');
    await begin();
    await shows('Words of the first session.');
    expect(await end()).toMatchObject({ code: 0 });
    appendFileSync(precis, '\nWords from between the sessions.\n');
    await begin();
    await shows('Words of the first session.');
    await shows('Words from between the sessions.');
    expect(await end()).toMatchObject({ code: 0 });
  });

  test('shows pages before the content has been found sound, unless another program left them', async () => {
    const sound = readFileSync(precis, 'utf8');
    writeFileSync(precis, sound.replace('title:', 'nmae: Parcels\ntitle:'));
    const same = await begin();
    await shows('Words from between the sessions.');
    expect(await same.said('UNKNOWN-KEY')).toBe(true);
    expect(await end()).toMatchObject({ code: 0, err: expect.not.stringContaining('The pages appear when') });
    // What shows in the pages counts as the program.
    const other = await begin({ ENFOCUSTOM_SITE: 'https://another.example' });
    expect(await other.said('The pages appear when this is mended')).toBe(true);
    expect(await page()).toBe('');
    expect(await end()).toMatchObject({ code: 0 });
    writeFileSync(precis, sound);
  });

  test('ends its server with itself where it fails, before it gives the folder back', async () => {
    const input = join(work, 'delegates/content');
    renameSync(input, join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), input);
    const failing = await begin();
    // It ends when nobody holds its output any more.
    expect(await failing.ended).toMatchObject({ code: 1, err: expect.stringContaining('is a symbolic link') });
    expect(await page()).toBe('');
    expect(existsSync(join(work, 'build.lock'))).toBe(false);
  });
});
