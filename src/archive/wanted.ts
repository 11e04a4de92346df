import type { Catalogue } from './catalogue.ts';
import type { Item } from './item.ts';

/** A document or other text that documents cite, or entries name, and that the archive does not hold. */
export interface Wanted {
  /** Register form of a document, canonical form of another text. */
  readonly key: string;
  readonly label: string;
  /** Null where nothing is known but the number. */
  readonly title: string | null;
  readonly address: string;
  /** Whether it is a document of the Council, which its register may have. */
  readonly council: boolean;
  /** Documents that cite it, or name it as their previous one, each once; pages of the archive do not count. */
  readonly by: readonly Item[];
}

/** The links by which a document itself names another. */
const OWN_LINKS: ReadonlySet<string> = new Set(['cites', 'previous', 'transmits']);

/** What is named and not held, what most documents cite first. */
export function wantedIn(archive: Catalogue): Wanted[] {
  const by = (address: string) => {
    const links = archive.incoming(address).filter(({ kind }) => OWN_LINKS.has(kind));
    return [...new Map(links.map(({ from }) => [from.address, from])).values()];
  };
  const notHeld = archive.list('documents').filter(({ entry }) => entry.record.access?.status === 'reference-only');
  const wanted = [
    ...notHeld.map(({ id, label, title, address }) => ({
      key: id,
      label,
      title,
      address,
      council: true,
      by: by(address),
    })),
    ...archive.citedOnly().map(({ key, label, address, reference }) => {
      return { key, label, title: null, address, council: reference.kind === 'council', by: by(address) };
    }),
  ];
  return wanted.sort((a, b) => b.by.length - a.by.length || a.label.localeCompare(b.label, 'en', { numeric: true }));
}
