import type { CollectionName } from './schema/parts.ts';

/** The id that a file name stands for: documents and texts have register ids in capitals, all others as they are. */
export function idOfFile(collection: CollectionName, stem: string): string {
  return collection === 'documents' || collection === 'texts' ? stem.toUpperCase() : stem;
}

/** The stem of the file that holds an entry. */
export function fileStem(id: string): string {
  return id.toLowerCase();
}

/** Two ids that only look different (case, Unicode form, kinds of hyphen and space) have one fold. */
export function foldId(id: string): string {
  return id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\u2010-\u2015]+/g, '-');
}
