import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { CommandError } from '../pipeline/command.ts';

/** The earliest date that a zip can hold: one for all, so that the same files make the same bytes. */
const DATE = new Date(1980, 0, 1);
/** An ordinary file that everybody may read, written on Unix. */
const READABLE = (0o100644 << 16) >>> 0;
const UNIX = 3;
/** More is beyond the format as every system reads it. */
const MOST_FILES = 65_535;
const MOST_BYTES = 4 * 1024 ** 3 - 1;

/**
 * Writes files into a zip, one after another, so that memory does not grow with them.
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
  if (paths.length > MOST_FILES) {
    throw new CommandError(`${paths.length} files are more than a zip can hold (${MOST_FILES}).`);
  }
  const output = await open(file, 'w');
  try {
    const written = await writeTo(output, folder, paths, top, signal);
    await output.sync();
    return written;
  } finally {
    await output.close();
  }
}

async function writeTo(
  output: FileHandle,
  folder: string,
  paths: readonly string[],
  top: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  let waiting: Uint8Array[] = [];
  let written = 0;
  const flush = async () => {
    for (const chunk of waiting) {
      await writeAll(output, chunk);
      written += chunk.length;
    }
    waiting = [];
    if (written > MOST_BYTES) throw new CommandError('The archive is larger than a zip can be (4 GB).');
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    waiting.push(chunk);
  });
  for (const path of paths) {
    signal?.throwIfAborted();
    const entry = new ZipDeflate(`${top}/${path}`, { level: 6 });
    entry.mtime = DATE;
    entry.os = UNIX;
    entry.attrs = READABLE;
    zip.add(entry);
    entry.push(await readFile(join(folder, path)), true);
    await flush();
  }
  zip.end();
  await flush();
  return written;
}

async function writeAll(output: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await output.write(chunk, at)).bytesWritten;
}
