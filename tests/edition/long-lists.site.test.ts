import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/archive/catalogue.ts';
import { Timelines } from '../../src/archive/timeline/timeline.ts';
import { generateArchive } from '../../src/bench/generate.ts';
import { workFolder } from '../../src/edition/editions.ts';
import { filesBelow } from '../../src/edition/files.ts';
import { routeFiles } from '../../src/edition/proof/predict.ts';
import { readCatalogue } from '../../src/markdown/read-catalogue.ts';
import { homeOfPart } from '../../src/paging/address.ts';
import { MOST_LINES } from '../../src/paging/budget.ts';
import { steps } from '../../src/pipeline/build.ts';
import { project } from '../../src/pipeline/project.ts';
import { BUDGETS } from '../site/budgets.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { hashes } from './site.ts';

// More documents, events and links than one page holds.
const DOCUMENTS = MOST_LINES + 150;
const edition = 'public';
let folder: string;
let content: string;
let draft: string;
let archive: Catalogue;
const works = ['kept', 'clean'].map((name) => `.editions/long-${process.pid}-${name}`);

/** The pages of the content as it is, by way of a work folder; what is in that folder is built upon. */
async function build(name: string, works: string): Promise<{ draft: string; work: string }> {
  process.env.ENFOCUSTOM_WORK = works;
  const work = join(project, workFolder(edition));
  const draft = join(folder, name, edition);
  await mkdir(draft, { recursive: true });
  const context = { project, content, out: join(folder, name), edition, work, draft } as const;
  const rest = { signal: new AbortController().signal, report: () => {} };
  for (const { name, run } of steps) {
    if (['partition', 'files', 'pages'].includes(name)) await run({ ...context, ...rest });
  }
  return { draft, work };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfocustom-long-'));
  content = join(folder, 'content');
  await generateArchive(content, { documents: DOCUMENTS, seed: 3 });
  await giveAllToOneParty();
  const built = await build('first', works[0] ?? '');
  draft = built.draft;
  archive = await readCatalogue(join(built.work, 'content'));
});
afterAll(async () => {
  for (const place of [folder, ...works.map((name) => join(project, name))])
    await rm(place, { recursive: true, force: true });
});

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

  test('has exactly the pages that were predicted', async () => {
    const predicted = await routeFiles(archive, join(project, 'src/pages'));
    const made = new Set(filesBelow(draft));
    expect([...predicted].filter((file) => !made.has(file))).toEqual([]);
    // Other spellings of numbers have pages that lead on.
    const pages = [...made].filter((file) => file.endsWith('.html') && !/^documents\/[^/]+\/index/.test(file));
    expect(pages.filter((file) => !predicted.has(file))).toEqual([]);
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

  test('has after edits the pages of a build from nothing', async () => {
    const documents = archive.list('documents');
    const [first, middle, last] = [0, 0.5, 1].map((at) => documents[Math.floor(at * (documents.length - 1))]);
    const file = (item: typeof first) => join(content, item?.entry.file ?? '');
    await rm(file(first));
    await rm(file(last));
    await writeFile(
      file(middle),
      (await readFile(file(middle), 'utf8')).replace(/^title: .*$/m, 'title: Another title'),
    );
    const [again, afresh] = [await build('again', works[0] ?? ''), await build('afresh', works[1] ?? '')];
    expect(await hashes(again.draft)).toEqual(await hashes(afresh.draft));
    expect(await readFile(join(again.draft, middle?.address.slice(1) ?? '', 'index.html'), 'utf8')).toContain(
      'Another title',
    );
  });
});
