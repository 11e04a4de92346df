/** A file that can be kept on a device: its path from the root, its bytes, and their SHA-256. */
export type KeptFile = readonly [path: string, size: number, sha256: string];

/** What an edition offers to keep: `keep.json` in its root. */
export interface KeepList {
  /** Changes with any file. */
  readonly version: string;
  readonly files: readonly KeptFile[];
}

export const KEEP_LIST = 'keep.json';
export const SERVICE_WORKER = 'service-worker.js';

/** Header of a request that the kept copy must not answer: it is for what the server has now. */
export const FROM_SERVER = 'x-from-server';

/** Caches of one archive; several may lie on one host. @param scope address of the archive's root */
const cachesOf = (scope: string) => `enfocustom ${scope} `;

export function cacheName(scope: string, version: string): string {
  return cachesOf(scope) + version;
}

/** Version of the copy in a cache; null where the cache is not this archive's. */
export function versionOf(scope: string, cache: string): string | null {
  return cache.startsWith(cachesOf(scope)) ? cache.slice(cachesOf(scope).length) : null;
}

/** Address under which a file is kept, and asked for. */
export function addressOf(scope: string, path: string): string {
  return new URL(encodeURI(path.replace(/(^|\/)index\.html$/, '$1')), scope).href;
}

/** The copy that is kept whole: its list is stored when all its files are. */
export async function wholeCopy(scope: string): Promise<{ version: string; cache: Cache; list: KeepList } | null> {
  for (const name of await caches.keys()) {
    const version = versionOf(scope, name);
    if (version === null) continue;
    const cache = await caches.open(name);
    const list = await cache.match(addressOf(scope, KEEP_LIST));
    if (list) return { version, cache, list: (await list.json()) as KeepList };
  }
  return null;
}
