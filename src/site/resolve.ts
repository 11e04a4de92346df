import type { Catalogue } from '../archive/catalogue.ts';
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

const termsOf = new WeakMap<Catalogue, Terms>();

function acronyms(archive: Catalogue): Terms {
  const known = termsOf.get(archive);
  if (known) return known;
  const terms = new Map<string, string>();
  for (const { address, entry } of archive.list('glossary')) {
    for (const form of [entry.record.term, ...(entry.record.aliases ?? [])]) {
      if (isAcronym(form) && !terms.has(form)) terms.set(form, address);
    }
  }
  termsOf.set(archive, terms);
  return terms;
}

/** What the words on the page at `address` can lead to: other pages, and the glossary. */
export function linksFor(archive: Catalogue, address: string): Links {
  return { resolve: resolverFor(archive, address), terms: acronyms(archive) };
}
