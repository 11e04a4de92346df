import type { Catalogue } from '../archive/catalogue.ts';
import type { Entry } from '../archive/collections.ts';
import type { Edition } from '../edition/editions.ts';

/** What everything that leaves the archive is made from: one edition, already partitioned. */
export interface ExportContext {
  readonly archive: Catalogue;
  readonly edition: Edition;
  /** Origin under which it is published, or null. */
  readonly site: string | null;
  /** The Markdown of an entry; empty if it has none. */
  bodyOf(entry: Entry): string;
}

/** `/documents/st-1-2022-init/` → `documents/st-1-2022-init/entry.json`. */
export function beside(address: string, name: string): string {
  return `${decodeURIComponent(address).slice(1)}${name}`;
}
