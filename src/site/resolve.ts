import type { Catalogue } from '../archive/catalogue.ts';
import type { Resolve } from '../markdown/cite.ts';

/** How a reference in a text of the page at `address` becomes a link: every citation leads to its page in the archive. */
export function resolverFor(archive: Catalogue, address: string): Resolve {
  return ({ reference }) => {
    const target = archive.resolve(reference);
    if (!target || target.address === address) return null;
    return { href: target.address, className: target.kind === 'entry' ? 'ref-held' : 'ref-cited', external: false };
  };
}
