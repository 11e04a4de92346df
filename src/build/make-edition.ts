import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Catalogue } from '../archive/catalogue.ts';
import { siteAddress } from '../archive/site-address.ts';
import { contentOf } from '../edition/partition.ts';
import { seal } from '../edition/seal/manifest.ts';
import { headerFiles } from '../edition/security/headers.ts';
import { pagePolicy } from '../edition/security/policy.ts';
import { readSnapshot } from '../edition/snapshot.ts';
import { CommandError } from '../lib/command.ts';
import { Progress } from '../lib/progress.ts';
import { makeKeepable } from '../offline/keep/make-keepable.ts';
import { bookPlan } from '../publish/book/bind.ts';
import { booksOf } from '../publish/book/list.ts';
import { editionPlan } from '../publish/edition-plan.ts';
import { planned } from '../publish/plan.ts';
import { writeFiles } from '../publish/write-files.ts';
import { buildIndex } from '../search/build-index.ts';
import { entryList } from '../search/entry-list.ts';
import { searchOrigin, searchServer } from '../search/opensearch/server.ts';
import { handOver } from '../site/current.ts';
import { codePages } from '../site/handbook/codes.ts';
import { routeAddresses } from '../site/routes.ts';
import { SECTIONS } from '../site/sections.ts';
import { buildPages } from './astro.ts';
import type { EditionJob } from './edition-job.ts';

/** Makes an edition out of nothing but its work folder, step by step. */
export async function makeEdition({ project, edition, work, draft, quiet }: EditionJob): Promise<void> {
  const progress = new Progress(edition, { quiet });
  // What libraries keep between two builds is not kept here, but they need the place.
  mkdirSync(join(work, 'cache'), { recursive: true });
  // Astro bundles in the current folder; the packages of the project are found from there.
  process.chdir(work);
  const site = siteAddress(process.env.ENFOCUSTOM_SITE);
  const policy = pagePolicy(searchOrigin(process.env.ENFOCUSTOM_SEARCH));

  const { archive, bodyOf, addresses } = await progress.step('catalogue', async () => {
    const { inputs, ...content } = readSnapshot(contentOf(work));
    return { archive: new Catalogue(inputs), ...content };
  });
  handOver({
    edition,
    archive,
    bodyOf,
    origin: site,
    search: searchServer(process.env.ENFOCUSTOM_SEARCH, edition),
    policy,
    codes: codePages(project),
    sizeOf: (path) => statSync(join(draft, path), { throwIfNoEntry: false })?.size,
  });
  const context = { archive, bodyOf, edition, site };
  const routes = routeAddresses(archive, join(project, 'src/pages'));

  // Before the pages, which say how large the data is.
  // The search index is made of the pages and of this.
  const entries = planned('search/entries.json', () => JSON.stringify(entryList(archive, SECTIONS)));
  await progress.step('data', async (report) => {
    const headers = Object.entries(headerFiles(policy, edition)).map(([path, text]) => planned(path, () => text));
    report(
      `${await writeFiles(draft, [...headers, entries, ...editionPlan({ ...context, addresses, routes })])} files`,
    );
  });
  await progress.step('pages', async (report) => {
    await buildPages(work, draft);
    const missing = routes.filter((route) => !existsSync(join(draft, fileOf(route))));
    if (missing.length > 0) throw new CommandError(`Astro did not make ${missing.slice(0, 5).join(', ')}.`);
    report(`${routes.length} pages`);
  });
  // Out of the finished pages: a book shows what its pages show.
  await progress.step('books', async (report) => {
    report(`${await writeFiles(draft, bookPlan(booksOf(archive), draft, edition, site))} books`);
  });
  await progress.step('index', async (report) => {
    const { pages, shards } = await buildIndex(draft);
    report(`${pages} pages, ${shards} ${shards === 1 ? 'shard' : 'shards'}`);
  });
  // After the last change to any page: browsers keep pages by their checksums, and the manifest names them.
  await progress.step('seal', async () => {
    await seal(draft, edition, work, project, await makeKeepable(draft));
  });
}

/** `/documents/` → `documents/index.html` */
const fileOf = (address: string) => decodeURIComponent(address.slice(1)).replace(/(^|\/)$/, '$1index.html');
