import { join } from 'node:path';
import type { Catalogue } from '../../archive/catalogue.ts';
import { problemAddress } from '../../archive/problem-address.ts';
import { siteAddress } from '../../archive/site-address.ts';
import { scopesWithTimeline } from '../../archive/timeline/scopes.ts';
import { type TimelineScope, Timelines } from '../../archive/timeline/timeline.ts';
import { comparablePairs, comparisonAddress } from '../../archive/versions.ts';
import { CREATABLE } from '../../editing/new-record.ts';
import { booksOf } from '../../export/book/list.ts';
import { editionPlan } from '../../export/edition-plan.ts';
import { codePages } from '../../handbook/codes.ts';
import { KEEP_LIST, SERVICE_WORKER } from '../../offline/keep/kept-files.ts';
import { linksPart, listPart, timelinePart } from '../../paging/address.ts';
import { citedParts, linkParts, listParts, timelineParts } from '../../paging/lists.ts';
import { project } from '../../pipeline/project.ts';
import type { Edition } from '../editions.ts';
import { filesBelow } from '../files.ts';
import { MANIFEST, SUMS } from '../seal/names.ts';
import { HEADER_FILES } from '../security/headers.ts';

/** Files that no page makes and every edition has. */
const FIXED = [MANIFEST, SUMS, KEEP_LIST, SERVICE_WORKER, ...HEADER_FILES];

/** Which addresses a route with parameters makes; a new one is published only when it says so here. */
const DYNAMIC: Readonly<Record<string, (archive: Catalogue) => readonly string[]>> = {
  '[collection]/[id].astro': (archive) => [...entryAddresses(archive), ...archive.citedOnly().map((c) => c.address)],
  '[collection]/index.astro': (archive) => [
    ...LISTS.map((collection) => `/${collection}`),
    ...entryAddresses(archive).map((a) => a.split('/').slice(0, 2).join('/')),
  ],
  '[collection]/[id]/timeline.[format].ts': (archive) =>
    scopesOf(archive).flatMap(({ address }) => timelineFiles(`${address}timeline`)),
  '[collection]/[id]/timeline/[part].astro': (archive) =>
    scopesOf(archive).flatMap((scope) => yearPages(archive, scope)),
  'timeline/archive.[format].ts': () => timelineFiles('/timeline/archive'),
  'timeline/[year].astro': (archive) => yearPages(archive, null),
  '[collection]/list/[part].astro': (archive) =>
    LISTS.flatMap((collection) =>
      listParts(archive, collection)
        .slice(1)
        .map(({ name }) => listPart(`/${collection}/`, name)),
    ),
  'cited/list/[part].astro': (archive) =>
    citedParts(archive)
      .slice(1)
      .map(({ name }) => listPart('/cited/', name)),
  '[collection]/[id]/links/[part].astro': (archive) =>
    [...entryAddresses(archive), ...archive.citedOnly().map((c) => c.address)].flatMap((address) =>
      linkParts(archive, address).map(({ name }) => linksPart(address, name)),
    ),
  'documents/[id]/compare/[other].astro': (archive) =>
    comparablePairs(archive).map(({ newer, older }) => comparisonAddress(newer, older)),
  'handbook/fields/[collection].astro': () => CREATABLE.map((name) => `/handbook/fields/${name}/`),
  'handbook/problems/[code].astro': () => codePages(project).map(({ code }) => problemAddress(code)),
  'guide/[step].astro': (archive) => archive.list('guide').map(({ address }) => address),
};

const known = new WeakMap<Catalogue, Timelines>();

function timelinesOf(archive: Catalogue): Timelines {
  const timelines = known.get(archive) ?? new Timelines(archive);
  known.set(archive, timelines);
  return timelines;
}

const scopesOf = (archive: Catalogue) => scopesWithTimeline(archive, timelinesOf(archive));

const yearPages = (archive: Catalogue, scope: TimelineScope | null) =>
  timelineParts(timelinesOf(archive).of(scope), scope).map(({ name }) => timelinePart(scope?.address ?? null, name));

const timelineFiles = (stem: string) => ['csv', 'ics', 'svg'].map((format) => `${stem}.${format}`);

/** Lists are there also when an edition shows nothing in them. */
const LISTS = [
  'documents',
  'actions',
  'action-plans',
  'strategies',
  'recommendations',
  'working-parties',
  'meetings',
  'operations',
  'organisations',
  'systems',
  'topics',
  'acts',
  'presidencies',
] as const;

function entryAddresses(archive: Catalogue): string[] {
  return archive
    .all()
    .flatMap(({ collection, address }) => (collection === 'guide' || address.includes('#') ? [] : [address]));
}

/**
 * The files of an edition that follow from its content, the routes of the site and its static files. What pages and
 * bundles refer to (`_astro`, the search index) follows from the output itself: `referredFiles`.
 */
export async function predictedFiles({ archive, edition, work, content, pages }: PredictInput): Promise<Set<string>> {
  const root = join(work, 'content');
  const routes = await routeFiles(archive, pages);
  const site = siteAddress(process.env.ENFOCUSTOM_SITE);
  const exports = await editionPlan({ archive, root, edition, site, content, routes });
  const books = booksOf(archive);
  return new Set([
    ...FIXED,
    ...routes,
    ...filesBelow(join(work, 'public')),
    ...[...exports, ...books].map(({ path }) => path),
  ]);
}

interface PredictInput {
  readonly archive: Catalogue;
  readonly edition: Edition;
  /** The edition's work folder, as the partition writes it. */
  readonly work: string;
  /** The whole content, where the addresses lie that were published. */
  readonly content: string;
  /** The folder of the site's routes. */
  readonly pages: string;
}

/** The files that the routes of the site make of a catalogue. */
export async function routeFiles(archive: Catalogue, pages: string): Promise<Set<string>> {
  const files = new Set<string>();
  for (const route of filesBelow(pages)) {
    const make = DYNAMIC[route];
    if (route.includes('[') && !make) {
      throw new Error(`src/pages/${route}: say in src/edition/proof/predict.ts which pages this route makes`);
    }
    for (const name of make ? make(archive).map(pageFile) : [staticRouteFile(route)]) files.add(name);
  }
  return files;
}

/** `/documents/st-1-2020-init/` → `documents/st-1-2020-init/index.html`; the address of a file is its name. */
function pageFile(address: string): string {
  const path = decodeURIComponent(address).replace(/^\//, '');
  return /\.[a-z]+$/.test(path) ? path : `${path.replace(/\/$/, '')}/index.html`;
}

/** `about/access.astro` → `about/access/index.html`; `app.webmanifest.ts` → `app.webmanifest` */
function staticRouteFile(route: string): string {
  const page = /^(.*)\.(?:astro|mdx?)$/.exec(route)?.[1];
  if (page === undefined) return route.replace(/\.[jt]s$/, '');
  if (page === '404') return '404.html';
  return `${page}/index.html`.replace(/(^|\/)index\/index\.html$/, '$1index.html');
}
