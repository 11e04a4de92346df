import type { Catalogue, DerivedIndex } from '../archive/catalogue.ts';
import type { Resolve } from '../markdown/cite.ts';
import type { Links } from '../markdown/render.ts';
import { isAcronym, type Terms } from '../markdown/terms.ts';

/** How a reference in a text of the page at `address` becomes a link: every citation leads to its page in the archive. */
function resolverFor(archive: Catalogue, address: string): Resolve {
  return ({ reference }) => {
    const target = archive.resolve(reference);
    if (!target || target.address === address) return null;
    return { href: target.address, className: target.kind === 'entry' ? 'ref-held' : 'ref-cited', external: false };
  };
}

/** The acronyms of the glossary as one table. */
export const ACRONYMS: DerivedIndex<Terms> = {
  name: 'acronyms',
  make(archive) {
    const terms = new Map<string, string>();
    for (const { address, entry } of archive.list('glossary')) {
      for (const form of [entry.record.term, ...(entry.record.aliases ?? [])]) {
        if (isAcronym(form) && !terms.has(form)) terms.set(form, address);
      }
    }
    return new Map([['', terms]]);
  },
};

/** What the words on the page at `address` can lead to: other pages, and the glossary. */
export function linksFor(archive: Catalogue, address: string): Links {
  return { resolve: resolverFor(archive, address), terms: archive.derived(ACRONYMS, '') ?? new Map() };
}
