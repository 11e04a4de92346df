import { readArchive } from '../../src/archive/read.ts';
import { partOf } from '../../src/edition/part.ts';
import { partition, writePartition } from '../../src/edition/partition.ts';

/** What the partition makes of a content folder, for tests of the audit: the only place that knows how it is called. */
export async function partitionInto(content: string, folder: string): Promise<void> {
  const archive = await readArchive(content);
  writePartition(archive, await partition(archive, 'public'), folder, 'code');
}

/** The records of the public edition. */
export async function publicRecords(content: string) {
  return partOf(await readArchive(content), 'public').map(({ entry: { collection, id, record } }) => ({
    collection,
    id,
    record,
  }));
}
