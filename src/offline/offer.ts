import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { draftOf } from '../lib/swap.ts';
import { fillFacts } from './facts.ts';
import { makeKeepable } from './keep/make-keepable.ts';
import { checksumLine, type Pack } from './pack.ts';
import { sizeInWords } from './size.ts';

/**
 * Offers a pack on the page Offline of the edition that it was made from: lays the zip and its checksum beside the page,
 * and says there how large it is. Takes away what was offered before, unless the new zip cannot be laid there.
 * @param folder the built edition
 */
export async function offerPack(pack: Pack, folder: string): Promise<void> {
  const place = join(folder, 'offline');
  const name = basename(pack.file);
  const draft = draftOf(join(place, name));
  try {
    await copyFile(pack.file, draft);
    for (const old of await readdir(place)) {
      if (/\.zip(?:\.sha256)?$/.test(old)) await rm(join(place, old));
    }
    await rename(draft, join(place, name));
  } finally {
    await rm(draft, { force: true });
  }
  await writeFile(join(place, `${name}.sha256`), checksumLine(pack));
  const page = join(place, 'index.html');
  const facts = {
    'pack-name': name,
    'pack-size': sizeInWords(pack.size),
    'pack-unpacked': sizeInWords(pack.unpacked),
    'pack-files': pack.files.toLocaleString('en'),
    'pack-sha256': pack.sha256,
  };
  await writeFile(page, await fillFacts(await readFile(page, 'utf8'), facts));
  // The list of what can be kept has the checksum of the page.
  await makeKeepable(folder);
}
