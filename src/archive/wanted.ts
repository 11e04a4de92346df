import type { Catalogue } from './catalogue.ts';
import type { Item } from './item.ts';

/** A document or other text that entries name and that the archive does not hold. */
export interface Wanted {
  /** Register form of a document, canonical form of another text. */
  readonly key: string;
  readonly label: string;
  /** Null where nothing is known but the number. */
  readonly title: string | null;
  readonly address: string;
  /** Whether it is a document of the Council, which its register may have. */
  readonly council: boolean;
  /** Entries that name it, each once. */
  readonly by: readonly Item[];
}

/** What is named and not held, what most entries name first. */
export function wantedIn(archive: Catalogue): Wanted[] {
  const by = (address: string) => [
    ...new Map(archive.incoming(address).map(({ from }) => [from.address, from])).values(),
  ];
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
