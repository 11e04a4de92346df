import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Edition, isEdition } from '../edition/editions.ts';
import { filesBelow } from '../edition/files.ts';
import { CommandError, UsageError } from './command.ts';
import { copyTree } from './copy-tree.ts';
import { SETTINGS } from './fingerprint.ts';
import { type MadeFile, type MadeList, readMadeList, writeMadeList } from './made.ts';
import { madeFolder, madeList, type Origin, pageStore, type Share } from './pages.ts';

/** What a folder of a share of an edition's pages says of itself. */
interface PartNote extends Share {
  readonly edition: Edition;
}

const NOTE = 'part.json';

/** `public-2-of-4` */
export const partName = (edition: Edition, { number, of }: Share) => `${edition}-${number}-of-${of}`;

/** A share as typed behind `--shard`: `2/4`. */
export function parseShare(text: string): Share {
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const share = { number: Number(number), of: Number(of) };
  if (share.number >= 1 && share.number <= share.of) return share;
  throw new UsageError(`--shard ${text}: it is written 2/4, for the second of four.`);
}

/** Takes the share that an edition's work folder holds to a folder of its own, as it goes to another machine. */
export async function takePart(work: string, edition: Edition, share: Share, folder: string): Promise<void> {
  const store = pageStore(work);
  const list = await readMadeList(madeList(store));
  if (!list) throw new Error('no pages were made');
  await rm(folder, { recursive: true, force: true });
  copyTree(madeFolder(store), madeFolder(folder), filesBelow(madeFolder(store)));
  await writeMadeList(madeList(folder), list);
  // Last: a folder with it is whole.
  await writeFile(join(folder, NOTE), `${JSON.stringify({ edition, ...share } satisfies PartNote)}\n`);
}

/** Throws a `CommandError` unless some folders are all the shares of one edition. */
export async function requireAllParts(folders: readonly string[]): Promise<void> {
  const parts = await Promise.all(folders.map(async (folder) => ({ folder, note: await readNote(folder) })));
  const [first] = parts;
  if (!first) throw new CommandError('There is nothing to join.');
  for (const { folder, note } of parts) {
    if (note.edition !== first.note.edition || note.of !== first.note.of)
      throw new CommandError(`${folder} is no part of the same build as ${first.folder}: join the parts of one build.`);
  }
  const missing = Array.from({ length: first.note.of }, (_, index) => index + 1).filter(
    (number) => !parts.some(({ note }) => note.number === number),
  );
  if (missing.length > 0)
    throw new CommandError(
      `Of ${first.note.of} parts these are missing: ${missing.join(', ')}. Name the folder of each.`,
    );
  if (parts.length > first.note.of) throw new CommandError('A part is named twice.');
}

/**
 * Puts the shares of one edition into its work folder, as if it had made all of them itself. Throws a `CommandError`
 * where one was made by another program or out of other content than it would be made here.
 * @param origin what pages would be made out of here
 */
export async function joinParts(folders: readonly string[], work: string, origin: Origin): Promise<void> {
  const parts = await Promise.all(folders.map(readPart));
  const unfit = parts.flatMap((part) => differenceOf(part, origin) ?? []);
  if (unfit.length > 0) throw new CommandError(unfit.join('\n'));

  const store = pageStore(work);
  await rm(store, { recursive: true, force: true });
  const files = new Map<string, MadeFile>();
  const placed = new Set<string>();
  for (const { folder, list } of parts) {
    // What the bundler makes is the same in each.
    const own = filesBelow(madeFolder(folder)).filter((file) => !placed.has(file));
    copyTree(madeFolder(folder), madeFolder(store), own);
    for (const file of own) placed.add(file);
    for (const [file, made] of list.files) files.set(file, made);
  }
  const assets = [...new Map(parts.flatMap(({ list }) => list.assets))];
  await writeMadeList(madeList(store), { ...origin, assets, files });
}

/** What a part was made from that differs from what is here, and how to mend it; null where nothing does. */
function differenceOf({ folder, note, list }: ReadPart, { code, input }: Origin): string | null {
  const again = `npm run build -- --edition ${note.edition} --shard ${note.number}/${note.of}`;
  if (list.code !== code)
    return `${folder} was made by another program than joins it: make it again (${again}) from the commit that is here, with the same Node and the same ${SETTINGS.join(' and ')}.`;
  if (list.input !== input)
    return `${folder} was made out of other content than is here: make it again (${again}) out of this content, or join the parts where theirs is.`;
  return null;
}

/** The edition whose parts some folders hold. */
export async function editionOfParts(folders: readonly string[]): Promise<Edition> {
  const [folder] = folders;
  if (folder === undefined) throw new UsageError('Name the folders of all parts: npm run merge -- dist/parts/public-*');
  return (await readNote(folder)).edition;
}

interface ReadPart {
  readonly folder: string;
  readonly note: PartNote;
  readonly list: MadeList;
}

async function readPart(folder: string): Promise<ReadPart> {
  const note = await readNote(folder);
  const list = await readMadeList(madeList(folder));
  if (!list) throw incomplete(folder);
  const there = new Set(filesBelow(madeFolder(folder)));
  for (const file of list.files.keys()) if (!there.has(file)) throw incomplete(folder, file);
  return { folder, note, list };
}

async function readNote(folder: string): Promise<PartNote> {
  if (!existsSync(join(folder, NOTE))) throw incomplete(folder);
  const { edition, number, of } = JSON.parse(await readFile(join(folder, NOTE), 'utf8')) as Partial<PartNote>;
  if (!isEdition(edition) || !number || !of) throw incomplete(folder);
  return { edition, number, of };
}

const incomplete = (folder: string, file = NOTE) =>
  new CommandError(
    `${folder} is no whole part of a build (no ${basename(file)}): npm run build -- --shard 1/4 makes one.`,
  );
