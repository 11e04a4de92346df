import type { Item } from '../archive/item.ts';
import { isOf } from './csl.ts';

/** What a citation can be downloaded as, beside its page. */
export const CITATION_FILES = [
  { name: 'cite.bib', title: 'BibTeX', type: 'application/x-bibtex' },
  { name: 'cite.ris', title: 'RIS', type: 'application/x-research-info-systems' },
  { name: 'cite.json', title: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
] as const;

/** Documents and acts are what papers cite; a page of the archive is cited by its words. */
export function citationFiles(item: Item): typeof CITATION_FILES | readonly [] {
  return isOf(item, 'documents') || isOf(item, 'acts') ? CITATION_FILES : [];
}
