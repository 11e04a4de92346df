import type { Catalogue } from '../archive/catalogue.ts';
import type { ReadMemo } from '../archive/read-memo.ts';
import type { Edition } from '../edition/editions.ts';
import { readCatalogue } from '../markdown/read-catalogue.ts';

/** What everything that leaves the archive is made from: one edition, already partitioned. */
export interface ExportContext {
  readonly archive: Catalogue;
  /** The partitioned content, where bodies lie. */
  readonly root: string;
  readonly edition: Edition;
  /** Origin under which it is published, or null. */
  readonly site: string | null;
}

/** Reads the partitioned content of an edition. Throws where it has a problem. */
export async function readExport(
  root: string,
  edition: Edition,
  site: string | null,
  memo?: ReadMemo,
): Promise<ExportContext> {
  return { archive: await readCatalogue(root, memo), root, edition, site };
}

/** `/documents/st-1-2022-init/` → `documents/st-1-2022-init/cite.bib`. */
export function beside(address: string, name: string): string {
  return `${decodeURIComponent(address).slice(1)}${name}`;
}
