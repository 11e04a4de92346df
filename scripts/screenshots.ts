import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildEditions } from '../src/build/build.ts';
import { parseEditions } from '../src/edition/editions.ts';
import { runCommand } from '../src/lib/command.ts';
import { project } from '../src/lib/project.ts';
import { serve } from '../src/lib/serve.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { editionFolder } from '../tests/support/built-editions.setup.ts';
import { onePageOfEachTemplate, templateOf } from '../tests/support/site.ts';

const help = `npm run screenshots -- [--edition NAME]… [--readme]

Takes a picture of one page of every kind, at 1280 and 360 px, light and dark, into screenshots/, which git ignores.
Builds the editions first where they are out of date. Needs Chromium (see npm test).

  --edition NAME  public or delegates only; may be given several times
  --readme        only docs/screenshot.png, the picture of the README
  --help          this text

Exit status: 0 taken, 1 it failed, 2 the command was used wrongly.`;

const options = {
  edition: { type: 'string', multiple: true },
  readme: { type: 'boolean' },
} as const;

const WIDTHS = [1280, 360];
const SCHEMES = ['light', 'dark'] as const;

await runCommand({ help, options }, async ({ values: { edition, readme = false }, signal }) => {
  await buildEditions({ project, onlyStale: true, signal });
  const browser = await launchBrowser();
  try {
    await takeReadme(browser);
    if (!readme) for (const one of parseEditions(edition)) await takeAll(browser, one, signal);
  } finally {
    await browser.close();
  }
});

type Edition = ReturnType<typeof parseEditions>[number];

async function takeAll(browser: Browser, edition: Edition, signal: AbortSignal): Promise<void> {
  const folder = join(project, 'screenshots', edition);
  await rm(folder, { recursive: true, force: true });
  const server = await serve({ folder: editionFolder(edition), port: 0 });
  try {
    for (const page of onePageOfEachTemplate(edition)) {
      signal.throwIfAborted();
      const name = templateOf(page).slice(1).replaceAll('/', '-').replaceAll('…', 'one') || 'home';
      for (const width of WIDTHS) {
        for (const colorScheme of SCHEMES) {
          const path = join(folder, `${name}-${width}-${colorScheme}.png`);
          await take(browser, server.origin + page.address, { width, colorScheme, path });
        }
      }
      console.log(`${edition}  ${page.address}`);
    }
  } finally {
    await server.close();
  }
}

/** The home page of the public edition. */
async function takeReadme(browser: Browser): Promise<void> {
  const path = join(project, 'docs', 'screenshot.png');
  await mkdir(join(project, 'docs'), { recursive: true });
  const server = await serve({ folder: editionFolder('public'), port: 0 });
  try {
    await take(browser, `${server.origin}/`, { width: 1280, colorScheme: 'light', path });
  } finally {
    await server.close();
  }
}

interface Shot {
  readonly width: number;
  readonly colorScheme: (typeof SCHEMES)[number];
  readonly path: string;
}

async function take(browser: Browser, url: string, { width, colorScheme, path }: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.screenshot({ path });
  } finally {
    await context.close();
  }
}
