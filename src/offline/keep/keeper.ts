import {
  addressOf,
  cacheName,
  FROM_SERVER,
  KEEP_LIST,
  type KeepList,
  type KeptFile,
  versionOf,
  wholeCopy,
} from './kept-files.ts';

/** How many files are asked for at a time. */
const AT_ONCE = 6;

export interface Progress {
  readonly files: number;
  readonly bytes: number;
  readonly ofFiles: number;
  readonly ofBytes: number;
}

/** The server has other files than its list says: it was changed while they were fetched. */
export class ChangedMeanwhileError extends Error {
  constructor(path: string) {
    super(`${path} is not what the list of files says: the archive was changed meanwhile. Try again.`);
  }
}

/** Keeps an archive on this device: fetches it, goes on where it was interrupted, brings it up to date, removes it. */
export class Keeper {
  readonly #scope: string;

  /** @param scope address of the archive's root */
  constructor(scope: string) {
    this.#scope = scope;
  }

  /** What the server offers now. */
  async offered(): Promise<KeepList> {
    const response = await this.#fetch(KEEP_LIST);
    return (await response.json()) as KeepList;
  }

  /** How much of a version is here. */
  async progress(list: KeepList): Promise<Progress> {
    const name = cacheName(this.#scope, list.version);
    const here = (await caches.has(name))
      ? new Set((await (await caches.open(name)).keys()).map(({ url }) => url))
      : null;
    const done = here ? list.files.filter(([path]) => here.has(addressOf(this.#scope, path))) : [];
    return { files: done.length, bytes: bytesOf(done), ofFiles: list.files.length, ofBytes: bytesOf(list.files) };
  }

  /** Fetches what is missing. Can be stopped at any moment, and goes on from there the next time. */
  async keep(list: KeepList, tell: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    const old = await wholeCopy(this.#scope);
    const cache = await caches.open(cacheName(this.#scope, list.version));
    const here = new Set((await cache.keys()).map(({ url }) => url));
    const missing = list.files.filter(([path]) => !here.has(addressOf(this.#scope, path)));
    const ofFiles = list.files.length;
    const ofBytes = bytesOf(list.files);
    let files = ofFiles - missing.length;
    let bytes = ofBytes - bytesOf(missing);
    const known = new Map(old?.list.files.map(([path, , sha256]) => [path, sha256]));
    const next = missing.values();
    // What fails for one file ends the work on all others before anybody is told.
    const failed = new AbortController();
    const stop = AbortSignal.any([signal, failed.signal]);
    const work = async () => {
      for (const file of next) {
        stop.throwIfAborted();
        const [path, size, sha256] = file;
        const address = addressOf(this.#scope, path);
        const same = known.get(path) === sha256 ? await old?.cache.match(address) : undefined;
        await cache.put(address, same ?? (await this.#fetchFile(file, stop)));
        files++;
        bytes += size;
        tell({ files, bytes, ofFiles, ofBytes });
      }
    };
    const works = Array.from({ length: AT_ONCE }, () => work().catch((error: unknown) => failed.abort(error)));
    await Promise.all(works);
    stop.throwIfAborted();
    // Only a copy with its list counts as whole.
    await cache.put(addressOf(this.#scope, KEEP_LIST), new Response(JSON.stringify(list)));
    await this.#removeBut(list.version);
  }

  remove(): Promise<void> {
    return this.#removeBut(null);
  }

  /** Removes all versions but one, unfinished ones too. */
  async #removeBut(version: string | null): Promise<void> {
    for (const name of await caches.keys()) {
      const found = versionOf(this.#scope, name);
      if (found !== null && found !== version) await caches.delete(name);
    }
  }

  async #fetchFile([path, , sha256]: KeptFile, signal: AbortSignal): Promise<Response> {
    const response = await this.#fetch(path, signal);
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const found = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (found !== sha256) throw new ChangedMeanwhileError(path);
    const headers = new Headers();
    for (const name of ['content-type', 'content-security-policy', 'x-content-type-options', 'referrer-policy']) {
      const value = response.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(bytes, { headers });
  }

  async #fetch(path: string, signal?: AbortSignal): Promise<Response> {
    const response = await fetch(addressOf(this.#scope, path), {
      cache: 'no-cache',
      headers: { [FROM_SERVER]: '1' },
      signal: signal ?? null,
    });
    if (!response.ok) throw new Error(`The server does not give ${path} (${response.status}).`);
    return response;
  }
}

function bytesOf(files: readonly KeptFile[]): number {
  return files.reduce((total, [, size]) => total + size, 0);
}
