import type { Edition } from '../edition/editions.ts';
import type { Manifest } from '../edition/seal/manifest.ts';
import { MANIFEST, SUMS } from '../edition/seal/names.ts';
import { sha256 } from '../lib/files.ts';
import type { Finding } from './report.ts';

/**
 * Where manifest and checksums do not name exactly the files of an edition.
 * @param text the manifest
 * @param sums the checksum of each file that is there
 */
export function sealFindings(text: string | null, edition: Edition, sums: ReadonlyMap<string, string>): Finding[] {
  if (text === null) return [{ rule: 'SEAL', file: MANIFEST, message: 'there is none' }];
  const findings: Finding[] = [];
  const report = (file: string, message: string) => findings.push({ rule: 'SEAL', file, message });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.edition !== edition) report(MANIFEST, `it says ${manifest.edition}, this is ${edition}`);
  const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  for (const [file, sum] of sums) {
    if (file === MANIFEST || file === SUMS) continue;
    if (!listed.has(file)) report(file, 'the manifest does not name it');
    else if (listed.get(file) !== sum) report(file, 'it is not the file that the manifest names');
    listed.delete(file);
  }
  for (const path of listed.keys()) report(path, 'the manifest names it, and it is not there');
  const all = [...manifest.files, { path: MANIFEST, sha256: sha256(text) }];
  const lines = all.map((file) => `${file.sha256}  ${file.path}\n`).join('');
  if (sums.get(SUMS) !== sha256(lines)) report(SUMS, 'it differs from the manifest');
  return findings;
}
