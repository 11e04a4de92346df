/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing';
import { Strategy, type StrategyHandler } from 'workbox-strategies';
import { addressOf, FROM_SERVER, KEEP_LIST, SERVICE_WORKER, wholeCopy } from './kept-files.ts';
import type { Question, Status } from './status.ts';

/** Version of the edition that this file came with: a browser that finds another one here knows of a newer archive. */
declare const EDITION_VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = worker.registration.scope;

/**
 * Answers from the copy that the reader chose to keep, so that all pages are of one version; from the network where there
 * is none. Stores nothing: only the page Offline does, when it is told to.
 */
class Kept extends Strategy {
  override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const whole = await open();
    if (!whole) return handler.fetch(request);
    const url = new URL(request.url);
    const found = await whole.cache.match(url.href, { ignoreSearch: true });
    if (found) return found;
    // A folder's page that is asked for without its slash.
    const folder = new URL(`${url.pathname}/${url.search}`, url);
    if (await whole.cache.match(folder, { ignoreSearch: true })) return Response.redirect(folder.href, 301);
    try {
      return await handler.fetch(request);
    } catch (error) {
      const page = request.mode === 'navigate' && (await whole.cache.match(addressOf(scope, '404.html')));
      if (!page) throw error;
      return new Response(page.body, { status: 404, headers: page.headers });
    }
  }
}

let whole: ReturnType<typeof wholeCopy> | undefined;

/** The kept copy, looked for once; `forget` when it has changed. */
function open(): ReturnType<typeof wholeCopy> {
  whole ??= wholeCopy(scope);
  return whole;
}

const NEVER = new Set([KEEP_LIST, SERVICE_WORKER].map((path) => addressOf(scope, path)));

registerRoute(
  ({ url, request, sameOrigin }) =>
    sameOrigin &&
    url.href.startsWith(scope) &&
    !request.headers.has(FROM_SERVER) &&
    !NEVER.has(url.origin + url.pathname) &&
    !url.pathname.endsWith('.zip'),
  new Kept(),
);

worker.addEventListener('install', () => {
  worker.skipWaiting();
});
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  const question = event.data as Question;
  if (question === 'changed') whole = undefined;
  event.waitUntil(
    open().then((copy) => {
      event.ports[0]?.postMessage({ offered: EDITION_VERSION, kept: copy?.version ?? null } satisfies Status);
    }),
  );
});
