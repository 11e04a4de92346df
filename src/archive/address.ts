import { slug } from 'github-slugger';
import type { CollectionName } from './schema/parts.ts';

/** Addresses are root-relative folders with a slash at the end: `/documents/st-13944-2022-init/`. */
export function addressOf(collection: CollectionName, id: string): string {
  switch (collection) {
    case 'texts':
      return addressOf('documents', id);
    case 'glossary':
      return `/glossary/#${termAnchor(id)}`;
    case 'subject-codes':
      return `/about/subject-codes/#${termAnchor(id)}`;
    case 'sources':
      return `/about/sources/#${encodeURIComponent(id)}`;
    default:
      return `/${collection}/${encodeURIComponent(id.toLowerCase())}/`;
  }
}

/** Anchor of a term on its list page. */
export function termAnchor(term: string): string {
  return `term-${slugOfText(term)}`;
}

/** ASCII slug of any text; never empty. */
export function slugOfText(text: string): string {
  const ascii = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e]/g, ' ');
  return (
    slug(ascii)
      .replace(/-{2,}/g, '-')
      .replace(/^-+|-+$/g, '') || 'item'
  );
}
