import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/pipeline/free-port.ts';
import { project } from '../../src/pipeline/project.ts';
import { launchBrowser } from '../support/browser.ts';
import { contentFolder } from '../support/content.ts';

const WORK = '.editions/dev-test';
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
  const env = { ...process.env, NODE_ENV: 'development', ENFOCUSTOM_WORK: WORK };
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
