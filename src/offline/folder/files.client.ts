import type { Directory, Packed } from './packed.ts';
import type { Scripts } from './scripts.client.ts';

/** The files that a copy keeps in scripts. */
export class FolderFiles {
  readonly #scripts: Scripts;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(scripts: Scripts) {
    this.#scripts = scripts;
  }

  /** A file's content; null where no script holds it. Throws a `DamagedCopyError`. */
  async read(path: string): Promise<string | Uint8Array<ArrayBuffer> | null> {
    const directory = await this.#once('directory', () => this.#directory());
    const number = lastNotAfter(directory, path);
    const digest = directory[number]?.[1];
    if (digest === undefined) return null;
    const held = await this.#once(String(number), () => this.#held(number, digest));
    const packed = held.get(path);
    if (!packed) return null;
    return packed[2] ? bytesOf(packed[1]) : packed[1];
  }

  async #directory(): Promise<Directory> {
    return this.#scripts.load<Directory>('_folder/files.js', 'files');
  }

  async #held(number: number, digest: string): Promise<ReadonlyMap<string, Packed>> {
    const path = `_folder/files/${number}.js`;
    const list = await this.#scripts.load<Packed[]>(path, String(number));
    if ((await digestOf(JSON.stringify(list))) !== digest) throw this.#scripts.damaged(path, 'damaged');
    return new Map(list.map((packed) => [packed[0], packed]));
  }

  /** What failed once is tried again the next time. */
  #once<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#loaded.get(key) as Promise<T> | undefined;
    if (known) return known;
    const loading = load();
    this.#loaded.set(key, loading);
    loading.catch(() => this.#loaded.delete(key));
    return loading;
  }
}

/** Number of the script that holds a path: the last one that does not begin behind it. */
export function lastNotAfter(directory: Directory, path: string): number {
  let low = 0;
  let high = directory.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((directory[middle]?.[0] ?? '') <= path) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

async function digestOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
