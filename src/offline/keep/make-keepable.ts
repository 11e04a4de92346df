import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSum, filesBelow, sha256, sumOf } from '../../lib/files.ts';
import { fillFacts } from '../facts.ts';
import { serviceWorkerScript } from '../scripts.ts';
import { sizeInWords } from '../size.ts';
import { KEEP_LIST, type KeepList, type KeptFile, SERVICE_WORKER } from './kept-files.ts';

/** Of no use to a reader without a network, or made from the others. */
const LEFT_OUT =
  /^(?:_headers|_redirects|(?:headers|redirects)\/.*|keep\.json|service-worker\.js|manifest\.json|SHA256SUMS|search\/entries\.json|offline\/.*\.zip(?:\.sha256)?)$/;

/** Page that offers to keep the archive. */
const PAGE = 'offline/index.html';

/**
 * Makes a built edition one that browsers can keep: writes its list of files and its service worker, and says on the
 * page Offline how large it is. The last step but the edition's own checksums; can be repeated. Returns the sums of the
 * files in the list.
 */
export async function makeKeepable(folder: string): Promise<FileSum[]> {
  const paths = filesBelow(folder).filter((path) => !LEFT_OUT.test(path));
  const sums = paths.filter((one) => one !== PAGE).map((path) => sumOf(folder, path));
  const page = await readFile(join(folder, PAGE), 'utf8');
  const bytes = sums.reduce((sum, { size }) => sum + size, Buffer.byteLength(page));
  const facts = { 'keep-size': sizeInWords(bytes), 'keep-files': (sums.length + 1).toLocaleString('en') };
  await writeFile(join(folder, PAGE), await fillFacts(page, facts));
  sums.push(sumOf(folder, PAGE));
  const files = sums.map(({ path, size, sha256 }): KeptFile => [path, size, sha256]);
  const version = sha256(JSON.stringify(files)).slice(0, 12);
  await writeFile(join(folder, KEEP_LIST), JSON.stringify({ version, files } satisfies KeepList));
  await writeFile(join(folder, SERVICE_WORKER), await serviceWorkerScript(version));
  return sums;
}
