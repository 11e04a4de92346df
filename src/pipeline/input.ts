import { join } from 'node:path';
import { siteAddress } from '../archive/site-address.ts';
import type { Edition } from '../edition/editions.ts';
import { partition } from '../edition/partition.ts';
import { readExport } from '../export/context.ts';
import { exportFiles } from '../export/files.ts';
import { writeFiles } from '../export/write.ts';

/** Files of data, feeds and citations, made of the partitioned content; they go along as static files. */
export async function writeExports(edition: Edition, work: string): Promise<number> {
  const context = await readExport(join(work, 'content'), edition, siteAddress(process.env.ENFOCUSTOM_SITE));
  return await writeFiles(join(work, 'public'), exportFiles(context));
}

/** Everything that Astro is given of an edition, written afresh: what a build does first, and a proof once more. */
export async function prepareInput(content: string, edition: Edition, work: string): Promise<void> {
  await partition(content, edition, work);
  await writeExports(edition, work);
}
