import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Alike for all, with the earliest date that a zip can hold, so that the same files make the same bytes. */
const ENTRY = {
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  // An ordinary file that everybody may read.
  mode: 0o100644,
};

/**
 * Writes files into a zip, one after another, so that memory does not grow with them. One of more than 65,535 files or
 * 4 GB takes the wider form of the format (Zip64).
 * @param folder holds the files, at `paths` below it
 * @param top folder in the zip that holds all of them
 * @returns the bytes written
 */
export async function writeZip(
  folder: string,
  paths: readonly string[],
  top: string,
  file: string,
  signal?: AbortSignal,
): Promise<number> {
  const zip = new ZipFile();
  const packed = new PassThrough();
  zip.on('error', (error: Error) => packed.destroy(error));
  zip.outputStream.pipe(packed);
  for (const path of paths) {
    zip.addReadStreamLazy(`${top}/${path}`, ENTRY, (give) => {
      readFile(join(folder, path)).then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: unknown) => packed.destroy(error as Error),
      );
    });
  }
  zip.end();
  const output = createWriteStream(file, { flush: true });
  try {
    await pipeline(packed, output, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  return output.bytesWritten;
}
