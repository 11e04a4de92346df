import { mkdir, rm } from 'node:fs/promises';
import { ContentFiles } from '../archive/content-files.ts';
import type { ArchiveContent } from '../archive/read.ts';
import { editionAddresses } from '../edition/addresses.ts';
import { type Partitionable, partOf } from '../edition/part.ts';
import { partition, writePartition } from '../edition/partition.ts';
import { codeFingerprint } from '../lib/fingerprint.ts';
import type { EditionJob } from './edition-job.ts';
import { makeBehindWall } from './wall.ts';

/** Files whose facts are derived anew, as the version of the archive has other texts than they have. */
class ForeignFiles extends ContentFiles {
  override fact<T>(_file: string, _name: string, derive: () => T): T {
    return derive();
  }
}

/**
 * Builds an edition once more into `job.draft`, from a version of the archive that differs in withheld matter alone. It is
 * not audited.
 */
export async function rebuild(
  job: EditionJob,
  archive: ArchiveContent,
  version: Partitionable,
  signal: AbortSignal,
): Promise<void> {
  const { project, edition, work, draft } = job;
  const { files } = await partition(archive, edition);
  const entries = partOf(version, edition);
  const addresses = await editionAddresses(archive.root, edition, version, entries);
  const part = { edition, entries, addresses, files };
  writePartition(
    { ...archive, ...version, files: new ForeignFiles(archive.root) },
    part,
    work,
    codeFingerprint(project),
  );
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await makeBehindWall(job, signal);
}
