import type { CollectionName } from './schema/parts.ts';

/** The id that a file name stands for: documents and texts have register ids in capitals, all others as they are. */
export function idOfFile(collection: CollectionName, stem: string): string {
  return collection === 'documents' || collection === 'texts' ? stem.toUpperCase() : stem;
}

/** The stem of the file that holds an entry. */
export function fileStem(id: string): string {
  return id.toLowerCase();
}

/** Characters of a file name that is an id: it becomes an address, and people read it. */
const FILE_STEM = /^[a-z0-9][a-z0-9().-]*$/;

export const FILE_STEM_RULE = 'use small letters from a to z, digits, points, hyphens and round brackets';

/** Whether a file may be called so, without its ending; documents and texts in either case. */
export function isFileStem(collection: CollectionName, stem: string): boolean {
  return FILE_STEM.test(idOfFile(collection, 'a') === 'a' ? stem : stem.toLowerCase());
}

/** Two ids that only look different (case, Unicode form, kinds of hyphen and space) have one fold. */
export function foldId(id: string): string {
  return id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\u2010-\u2015]+/g, '-');
}
