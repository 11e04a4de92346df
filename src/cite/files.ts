import type { Item } from '../archive/item.ts';

/** What a citation can be downloaded as, beside its page. */
export const CITATION_FILES = [
  { name: 'cite.bib', title: 'BibTeX', type: 'application/x-bibtex' },
  { name: 'cite.ris', title: 'RIS', type: 'application/x-research-info-systems' },
  { name: 'cite.json', title: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
] as const;

/** Files of an entry's citation; none where it shares its page with others. */
export function citationFiles(item: Item): typeof CITATION_FILES | readonly [] {
  const isPage = !item.address.includes('#') && item.collection !== 'guide' && item.collection !== 'texts';
  return isPage ? CITATION_FILES : [];
}
