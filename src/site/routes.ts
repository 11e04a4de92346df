import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, CitedOnly } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import { scopesWithTimeline } from '../archive/timeline/scopes.ts';
import type { TimelineScope } from '../archive/timeline/timeline.ts';
import { comparablePairs } from '../archive/versions.ts';
import { TIMELINES } from './derived.ts';
import { CODES } from './handbook/codes.ts';
import { handbookCollections } from './handbook.ts';
import { LISTED } from './listed.ts';
import { citedParts, linkParts, listParts, timelineParts } from './paging/lists.ts';

/** A page that a route makes, as `getStaticPaths` returns it. */
export interface RoutePage {
  readonly params: Readonly<Record<string, string>>;
  readonly props?: Readonly<Record<string, unknown>>;
}

type Pages = (archive: Catalogue) => readonly RoutePage[];

/** The one table of routes with parameters, by their files below `src/pages`, and the pages that each makes. */
const ROUTES = {
  '[collection]/index.astro': () => LISTED.map((collection) => ({ params: { collection }, props: { collection } })),
  '[collection]/[id].astro': (archive) => [...entryPages(archive), ...citedPages(archive)],
  '[collection]/list/[part].astro': (archive) =>
    LISTED.flatMap((collection) =>
      further(listParts(archive, collection)).map((part) => ({ params: { collection, part }, props: { collection } })),
    ),
  'cited/list/[part].astro': (archive) => further(citedParts(archive)).map((part) => ({ params: { part } })),
  '[collection]/[id]/links/[part].astro': (archive) =>
    [...entryPages(archive), ...citedPages(archive)].flatMap(({ params, props }) =>
      linkParts(archive, (props.item ?? props.cited)?.address ?? '').map(({ name }) => ({
        params: { ...params, part: name },
        props,
      })),
    ),
  '[collection]/[id]/timeline/[part].astro': (archive) =>
    scopesOf(archive).flatMap((scope) =>
      timelineParts(timelineOf(archive, scope), scope).map(({ name }) => ({
        params: { ...paramsOf(scope.address), part: name },
        props: { scope },
      })),
    ),
  'timeline/[year].astro': (archive) =>
    timelineParts(timelineOf(archive, null), null).map(({ name }) => ({ params: { year: name } })),
  'timeline/archive.[format].ts': () => TIMELINE_FORMATS.map((format) => ({ params: { format }, props: { format } })),
  'documents/[id]/compare/[other].astro': (archive) =>
    comparablePairs(archive).map(({ newer, older }) => ({
      params: { id: newer.id.toLowerCase(), other: older.id.toLowerCase() },
      props: { newer, older },
    })),
  'handbook/fields/[collection].astro': () =>
    handbookCollections.map(({ name, title }) => ({ params: { collection: name }, props: { name, title } })),
  'handbook/problems/[code].astro': () => CODES.map(([code]) => ({ params: { code: code.toLowerCase() } })),
  'guide/[step].astro': (archive) => archive.list('guide').map(({ id }) => ({ params: { step: id } })),
} satisfies Readonly<Record<string, Pages>>;

/** The pages that a route makes. */
export function pagesOf(route: keyof typeof ROUTES, archive: Catalogue): RoutePage[] {
  return [...ROUTES[route](archive)];
}

/**
 * The addresses of everything that the routes make, pages with a slash at the end. Throws if a route with parameters is
 * not in the table.
 * @param pages the folder of the site's routes
 */
export function routeAddresses(archive: Catalogue, pages: string): string[] {
  const files = readdirSync(pages, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(pages.length + 1));
  return files.sort().flatMap((file) => {
    if (!file.includes('[')) return [addressOfRoute(file, {})];
    if (!(file in ROUTES)) throw new Error(`src/pages/${file}: say in src/site/routes.ts which pages this route makes`);
    return pagesOf(file as keyof typeof ROUTES, archive).map(({ params }) => addressOfRoute(file, params));
  });
}

/** `timeline/[year].astro` → `/timeline/1998/`; `app.webmanifest.ts` → `/app.webmanifest` */
function addressOfRoute(file: string, params: RoutePage['params']): string {
  const path = file.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const page = /^(.*)\.(?:astro|mdx?)$/.exec(path)?.[1];
  if (page === undefined) return `/${path.replace(/\.[jt]s$/, '')}`;
  return page === '404' ? '/404.html' : `/${page}/`.replace(/(^|\/)index\/$/, '$1');
}

export const TIMELINE_FORMATS = ['csv', 'ics', 'svg'] as const;

interface EntryPage extends RoutePage {
  readonly props: { readonly item?: Item; readonly cited?: CitedOnly };
}

/** A page for each entry. */
function entryPages(archive: Catalogue): EntryPage[] {
  return LISTED.flatMap((collection) =>
    archive.list(collection).map((item) => ({ params: paramsOf(item.address), props: { item } })),
  );
}

/** A page for each text that is cited and has no record. */
function citedPages(archive: Catalogue): EntryPage[] {
  return archive.citedOnly().map((cited) => ({ params: paramsOf(cited.address), props: { cited } }));
}

/** `/documents/st-1-2020-init/` as parameters of a route. */
function paramsOf(address: string): { collection: string; id: string } {
  const [, collection = '', id = ''] = address.split('/');
  return { collection, id: decodeURIComponent(id) };
}

/** The names of all parts of a list but the first, which is on the page of the list. */
const further = (parts: readonly { readonly name: string }[]) => parts.slice(1).map(({ name }) => name);

const timelineOf = (archive: Catalogue, scope: TimelineScope | null): readonly TimelineEvent[] =>
  archive.derived(TIMELINES, scope?.address ?? '') ?? [];

const scopesOf = (archive: Catalogue) => scopesWithTimeline(archive, { of: (scope) => timelineOf(archive, scope) });
