import { Catalogue } from '../../src/archive/catalogue.ts';
import { readArchive } from '../../src/archive/read.ts';
import type { Edition } from '../../src/edition/editions.ts';
import { contentOf } from '../../src/edition/partition.ts';
import { readSnapshot } from '../../src/edition/snapshot.ts';
import { readCatalogue } from '../../src/markdown/read-catalogue.ts';
import type { ExportContext } from '../../src/publish/context.ts';

/** A content folder as it is, as the publication of an edition takes it. */
export async function exportContext(root: string, edition: Edition, site: string | null): Promise<ExportContext> {
  const { bodyOf } = await readArchive(root);
  return { archive: await readCatalogue(root), edition, site, bodyOf };
}

/** The edition that was partitioned into a work folder. */
export function editionContext(work: string, site: string | null): ExportContext {
  const { edition, inputs, bodyOf } = readSnapshot(contentOf(work));
  return { archive: new Catalogue(inputs), edition, site, bodyOf };
}
