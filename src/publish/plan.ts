/** What a file holds; in pieces if all of it is not to be in memory at once. */
export type Body = string | Uint8Array | Iterable<string | Uint8Array>;

/** The files that were written before. */
export interface Written {
  read(path: string): Uint8Array;
  sizeOf(path: string): number | undefined;
}

/** A file of an edition that is no page, made when it is written. The path has no slash in front. */
export interface PlannedFile {
  readonly path: string;
  make(written: Written): Body;
}

export const planned = (path: string, make: (written: Written) => Body): PlannedFile => ({ path, make });
