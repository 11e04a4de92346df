import { hash } from 'node:crypto';

/** What a file holds; in pieces where all of it is not to be in memory at once. */
export type Body = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** The files that come before in a plan, as they were written. */
export interface Before {
  read(path: string): Uint8Array;
  sizeOf(path: string): number | undefined;
}

/** A file of which the making has begun. */
export interface Begun {
  /** As long as it stays, so does the file; null where the file is made in each build. */
  readonly digest: string | null;
  make(): Body;
}

/** A file that is made when it is asked for: its name alone costs nothing. The path has no slash in front. */
export interface PlannedFile {
  readonly path: string;
  begin(before: Before): Begun | Promise<Begun>;
}

/**
 * A file that stays as long as what it is made of. The maker is handed nothing but what was digested.
 * @param read gives plain values, as JSON has them
 */
export function madeOf<T>(path: string, read: () => T | Promise<T>, make: (made: T) => Body): PlannedFile {
  return {
    path,
    async begin() {
      const text = JSON.stringify(await read());
      return { digest: hash('sha256', text), make: () => make(JSON.parse(text) as T) };
    },
  };
}

/** A file that is made of so much that it is made in each build. */
export function madeAnew(path: string, make: (before: Before) => Body): PlannedFile {
  return { path, begin: (before) => ({ digest: null, make: () => make(before) }) };
}
