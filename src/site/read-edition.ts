import { dirname } from 'node:path';
import type { CatalogueInput } from '../archive/catalogue.ts';
import type { ReadMemo } from '../archive/read-memo.ts';
import { readInputs } from '../markdown/read-catalogue.ts';
import { codeFingerprint } from '../pipeline/fingerprint.ts';
import { memosOf, openMemo } from '../pipeline/remember.ts';
import { contentFolder } from './edition.ts';

/** Of this process: in development only what changed since the last time is read again. */
let memo: ReadMemo | undefined;

/** The entries of the edition that is being built, by what the build read of them a moment ago. */
export async function readEdition(): Promise<CatalogueInput[]> {
  if (memo) return readInputs(contentFolder, memo);
  const kept = await openMemo(memosOf(dirname(contentFolder)).edition, codeFingerprint(process.cwd()));
  memo = kept.memo;
  const inputs = await readInputs(contentFolder, memo);
  await kept.save();
  return inputs;
}
