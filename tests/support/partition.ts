import { stringify } from 'yaml';
import { readArchive } from '../../src/archive/read.ts';
import type { Edition } from '../../src/edition/editions.ts';
import type { PartEntry } from '../../src/edition/part.ts';
import { type Partition, partition, writePartition } from '../../src/edition/partition.ts';

/** Partitions a content folder and writes the result into a work folder. */
export async function partitionFolder(
  content: string,
  edition: Edition,
  work: string,
  staticFolder?: string,
): Promise<Partition> {
  const archive = await readArchive(content);
  const part = await partition(archive, edition, staticFolder);
  writePartition(archive, part, work, 'test');
  return part;
}

/** The entries of a partition as the files that an editor would write: names and texts. */
export function asFiles(entries: readonly PartEntry[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { entry, body } of entries) {
    const yaml = stringify(entry.index === undefined ? entry.record : [entry.record], {
      lineWidth: 0,
      aliasDuplicateObjects: false,
    });
    const text = /\.mdx?$/.test(entry.file) ? `---\n${yaml}---\n${body()}` : yaml;
    files[entry.file] = (files[entry.file] ?? '') + text;
  }
  return files;
}
