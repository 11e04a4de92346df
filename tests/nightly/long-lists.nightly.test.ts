import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateArchive } from '../../bench/generate.ts';
import { Catalogue } from '../../src/archive/catalogue.ts';
import { homeOfPart } from '../../src/archive/part-address.ts';
import { Timelines } from '../../src/archive/timeline/timeline.ts';
import { contentOf } from '../../src/edition/partition.ts';
import { readSnapshot } from '../../src/edition/snapshot.ts';
import { filesBelow } from '../../src/lib/files.ts';
import { project } from '../../src/lib/project.ts';
import { MOST_LINES } from '../../src/site/paging/budget.ts';
import { routeAddresses } from '../../src/site/routes.ts';
import { TestSite } from '../edition/site.ts';
import { BUDGETS } from '../site/budgets.ts';
import { htmlFaults } from '../support/html-faults.ts';

// More documents, events and links than one page holds.
const DOCUMENTS = MOST_LINES + 150;
const edition = 'public';
let site: TestSite;
let content: string;
let draft: string;
let archive: Catalogue;

beforeAll(async () => {
  site = await TestSite.of(async (folder) => {
    await mkdir(join(folder, 'public'));
    content = join(folder, 'content');
    await generateArchive(content, { documents: DOCUMENTS, seed: 3 });
    await giveAllToOneParty();
  });
  await site.build(edition);
  draft = site.dist(edition);
  archive = new Catalogue(readSnapshot(contentOf(site.work(edition))).inputs);
});
afterAll(() => site.remove());

/** The working party to which all documents belong. */
let party: string;

async function giveAllToOneParty(): Promise<void> {
  const [first = ''] = (await readdir(join(content, 'working-parties'))).sort();
  party = first.replace(/\.yaml$/, '');
  for (const name of await readdir(join(content, 'documents'))) {
    const file = join(content, 'documents', name);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^workingParty: .*$/m, `workingParty: ${party}`));
  }
}

const read = (address: string) => readFile(join(draft, address.slice(1), 'index.html'), 'utf8');
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const hrefs = (html: string) => [...html.matchAll(/href="([^"#]+)/g)].map(([, href = '']) => href);

/** The pages of a list, from its first on, as a reader goes. */
async function walk(first: string): Promise<string[]> {
  const pages: string[] = [];
  for (let address: string | undefined = first; address; ) {
    const html = await read(address);
    pages.push(main(html));
    address = /href="([^"]+)" rel="next"/.exec(html)?.[1];
  }
  return pages;
}

/** The first page of a list, as a reader goes back to it. */
async function firstOf(address: string): Promise<string> {
  const before = /href="([^"]+)" rel="prev"/.exec(await read(address))?.[1];
  return before === undefined ? address : firstOf(before);
}

describe('an archive whose lists are longer than a page', () => {
  test('has no page and no picture above the budget', async () => {
    const heavy: string[] = [];
    for (const file of filesBelow(draft)) {
      const most = file.endsWith('.html') ? BUDGETS.listing : file.endsWith('.svg') ? BUDGETS.picture : null;
      const { size } = await stat(join(draft, file));
      if (most !== null && size > most) heavy.push(`${file}: ${size}`);
    }
    expect(heavy).toEqual([]);
  });

  test('has exactly the pages that the table of routes names', () => {
    const routes = new Set(routeAddresses(archive, join(project, 'src/pages')).map(decodeURIComponent));
    const pages = filesBelow(draft).flatMap((file) => /^(.*?)index\.html$/.exec(file)?.[1] ?? []);
    // Other spellings of numbers have pages that lead on.
    expect(pages.filter((page) => !routes.has(`/${page}`) && !page.startsWith('documents/'))).toEqual([]);
    const made = new Set(pages.map((page) => `/${page}`));
    expect([...routes].filter((route) => route.endsWith('/') && !made.has(route))).toEqual([]);
  });

  test('is valid where only long lists lead', async () => {
    const parts = [...filesBelow(draft)].filter((file) => homeOfPart(`/${file.replace('index.html', '')}`) !== null);
    const faults: string[] = [];
    for (const file of parts) faults.push(...(await htmlFaults(await readFile(join(draft, file), 'utf8'), file)));
    expect(parts.length).toBeGreaterThan(60);
    expect(faults.slice(0, 20)).toEqual([]);
  });

  test('shows every document on one page of the list, to which plain links lead', async () => {
    const pages = await walk('/documents/');
    expect(pages.length).toBeGreaterThan(2);
    const rows = pages.flatMap((page) =>
      [...page.matchAll(/<td>\s*<a href="(\/documents\/[^"]+)"/g)].map(([, href]) => href),
    );
    const documents = archive.list('documents').map(({ address }) => address);
    expect(rows).toEqual(documents);
  });

  test('leads from a page to all that links to it', async () => {
    const page = `/working-parties/${party}/`;
    const linking = new Set(archive.incoming(page).map(({ from }) => from.address));
    const first = hrefs(await read(page)).find((href) => href.startsWith(`${page}links/`));
    expect(first).toBe(`${page}links/1/`);
    const found = new Set((await walk(first ?? '')).flatMap(hrefs));
    expect([...linking].filter((address) => !found.has(address))).toEqual([]);
  });

  test('leads from a timeline to every event of each year', async () => {
    const timelines = new Timelines(archive);
    for (const [page, scope] of [
      ['/timeline/', null],
      [`/working-parties/${party}/`, archive.get('working-parties', party) ?? null],
    ] as const) {
      const html = await read(page);
      // What has no room for the list has none for the data of its script.
      expect(html).not.toContain('data-marks');
      const some = hrefs(html).find((href) => /\/timeline\/\d+\/$/.test(href)) ?? '';
      const events = (await walk(await firstOf(some))).flatMap((part) =>
        [...part.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id),
      );
      expect(events).toEqual(timelines.of(scope).map(({ id }) => id));
    }
  });
});
