import type { Catalogue } from '../archive/catalogue.ts';
import { renderNote } from '../markdown/render.ts';
import { linksFor } from './resolve.ts';

/** The words of a note for the page at `address`. */
export function renderWords(archive: Catalogue, address: string, words: string): string {
  return renderNote(words, linksFor(archive, address));
}
