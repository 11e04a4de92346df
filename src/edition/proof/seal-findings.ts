import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../editions.ts';
import { hashOfFiles, sha256 } from '../files.ts';
import { inputFiles, type Manifest } from '../seal/manifest.ts';
import { MANIFEST, SUMS } from '../seal/names.ts';
import type { Finding } from './rules.ts';
import type { FileScan } from './scan-file.ts';

/** Where manifest and checksums differ from the files, the edition or the content. */
export async function sealFindings(
  dist: string,
  edition: Edition,
  work: string,
  files: readonly Pick<FileScan, 'file' | 'sha256'>[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const report = (file: string, message: string) => findings.push({ rule: 'SEAL', file, message });
  const text = await readFile(join(dist, MANIFEST), 'utf8').catch(() => null);
  if (text === null) return [{ rule: 'SEAL', file: MANIFEST, message: 'there is none' }];
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.edition !== edition) report(MANIFEST, `it says ${manifest.edition}, this is ${edition}`);
  if (manifest.content !== hashOfFiles(work, inputFiles(work))) {
    report(MANIFEST, 'the edition was built from other content than the partition holds');
  }
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const { file, sha256: found } of files) {
    if (file === MANIFEST || file === SUMS) continue;
    const entry = listed.get(file);
    if (!entry) report(file, 'the manifest does not name it');
    else if (entry.sha256 !== found) report(file, 'it is not the file that the manifest names');
    listed.delete(file);
  }
  for (const path of listed.keys()) report(path, 'the manifest names it, and it is not there');
  // As a hash: the list of a large archive is long.
  const sums = createHash('sha256');
  for (const file of [...manifest.files, { path: MANIFEST, sha256: sha256(text) }])
    sums.update(`${file.sha256}  ${file.path}\n`);
  if (files.find(({ file }) => file === SUMS)?.sha256 !== sums.digest('hex'))
    report(SUMS, 'it differs from the manifest');
  return findings;
}
