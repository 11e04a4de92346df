import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { draftOf, swapIn } from '../lib/swap.ts';

/** A tag file of a bag, with its text. */
interface Tag {
  readonly name: string;
  readonly text: string;
}

/**
 * Packs a folder for long-term keeping as a bag (BagIt 1.0, RFC 8493): a copy of its files with their checksums. The
 * same folder makes the same bag, so it bears no date; who takes it in adds one. Returns how many files it holds. Where it
 * fails or is stopped, the bag that was there before stays, and no part of a new one.
 * @param info lines of `bag-info.txt`, name and value
 */
export async function makeBag(
  folder: string,
  bag: string,
  info: readonly (readonly [string, string])[],
  signal?: AbortSignal,
): Promise<number> {
  const draft = draftOf(bag);
  await rm(draft, { recursive: true, force: true });
  try {
    const count = await fill(draft, folder, info, signal);
    await swapIn(bag);
    return count;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fill(
  draft: string,
  folder: string,
  info: readonly (readonly [string, string])[],
  signal: AbortSignal | undefined,
): Promise<number> {
  const names = filesBelow(folder);
  const sums: string[] = [];
  let bytes = 0;
  for (const name of names) {
    signal?.throwIfAborted();
    const copy = join(draft, 'data', name);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(folder, name), copy);
    bytes += (await stat(copy)).size;
    sums.push(`${await hashOf(copy)}  data/${escapePath(name)}\n`);
  }
  const tags: Tag[] = [
    { name: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { name: 'bag-info.txt', text: infoText([...info, ['Payload-Oxum', `${bytes}.${names.length}`]]) },
    { name: 'manifest-sha256.txt', text: sums.join('') },
  ];
  for (const { name, text } of tags) await writeFile(join(draft, name), text);
  const tagSums = tags.map(({ name, text }) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  await writeFile(join(draft, 'tagmanifest-sha256.txt'), tagSums.join(''));
  return names.length;
}

const infoText = (lines: readonly (readonly [string, string])[]) =>
  lines.map(([name, value]) => `${name}: ${value.replace(/\s+/g, ' ')}\n`).join('');

/** In a manifest a line break of a name, and the sign that escapes it, are written as in an address. */
const escapePath = (name: string) => name.replace(/[%\r\n]/g, (c) => encodeURIComponent(c));

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
