import { readArchive, readBody } from '../../src/archive/read.ts';
import { partition } from '../../src/edition/partition.ts';
import { selectPublic } from '../../src/edition/select.ts';
import { openSources } from '../../src/edition/sources.ts';

/** What the partition makes of a content folder, for tests of the audit: the only place that knows how it is called. */
export async function partitionInto(content: string, folder: string): Promise<void> {
  await partition(content, 'public', folder);
}

/** The records of the public edition. */
export async function publicRecords(content: string) {
  const archive = await readArchive(content);
  const isOpen = openSources(archive, ({ file }) => readBody(content, file));
  return selectPublic(archive, isOpen).map(({ entry: { collection, id }, record }) => ({ collection, id, record }));
}
