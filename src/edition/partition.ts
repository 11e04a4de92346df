import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Entry } from '../archive/collections.ts';
import type { Problem } from '../archive/problem.ts';
import {
  type ArchiveContent,
  FILES,
  isMarkdown,
  readArchive,
  readBody,
  readSource,
  takeApart,
} from '../archive/read.ts';
import { ReadMemo } from '../archive/read-memo.ts';
import { checkArchive } from '../check/check.ts';
import { safety } from '../check/rules/index.ts';
import { picturesIn } from '../markdown/text-facts.ts';
import { publicBody } from './body.ts';
import type { Edition } from './editions.ts';
import { type EditionFolder, FreshFolder } from './folder.ts';
import { PageCheck } from './guide.ts';
import { cleanPicture, PICTURES } from './images.ts';
import { PartitionRefused } from './refusal.ts';
import { type KeptEntry, selectPublic } from './select.ts';
import { isDocument, isOpenDocument, openSources } from './sources.ts';
import { staticFiles } from './static.ts';
import { type BodyOf, type KeyOf, writeEntries } from './write.ts';

/** What the partition wrote. */
export interface Partition {
  readonly edition: Edition;
  readonly entries: readonly KeptEntry[];
  /** Files below `work/content` and `work/public`. */
  readonly content: readonly string[];
  readonly static: readonly string[];
}

export interface PartitionOptions {
  /** Folder of static files; `public/` beside the content. */
  readonly staticFolder?: string;
  /** The content, where it has just been read with the memo. */
  readonly archive?: ArchiveContent;
  /** What was read of the content before. */
  readonly memo?: ReadMemo | undefined;
  /** Where to write other than into fresh folders. */
  readonly folders?: { readonly content: EditionFolder; readonly public: EditionFolder };
}

/**
 * Writes what `edition` may show of the content into `work/content`, and its static files into `work/public`, afresh.
 * Throws `PartitionRefused`, and writes nothing, where the content cannot be divided safely.
 */
export async function partition(
  content: string,
  edition: Edition,
  work: string,
  { staticFolder = join(dirname(content), 'public'), memo, folders, ...given }: PartitionOptions = {},
): Promise<Partition> {
  const archive = given.archive ?? (await readArchive(content, memo));
  refuseIf(checkArchive(archive, safety, memo));
  const kept = edition === 'public' ? publicEntries(archive) : archive.entries.map(whole);
  const { bodyOf, keyOf } = bodiesOf(content, edition, kept, memo);
  const statics = await staticFiles(staticFolder, edition);
  const pictures = await usedPictures(content, kept, bodyOf, memo);
  refuseIf([
    ...statics.problems,
    ...pictures.problems,
    ...(edition === 'public' ? pageProblems(content, archive, kept) : []),
  ]);

  const contentFolder = folders?.content ?? (await FreshFolder.beside(join(work, 'content')));
  const publicFolder = folders?.public ?? (await FreshFolder.beside(join(work, 'public')));
  try {
    await writeEntries(contentFolder, kept, bodyOf, keyOf);
    for (const name of statics.files) await copy(join(staticFolder, name), name, publicFolder);
    for (const name of pictures.files) await copy(join(content, name), name, publicFolder);
    return { edition, entries: kept, content: await contentFolder.finish(), static: await publicFolder.finish() };
  } catch (error) {
    await contentFolder.discard();
    await publicFolder.discard();
    throw error;
  }
}

function refuseIf(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new PartitionRefused(problems);
}

const whole = (entry: Entry): KeptEntry => ({ entry, record: entry.record });

function publicEntries(archive: ArchiveContent): KeptEntry[] {
  return selectPublic(
    archive,
    openSources(archive, ({ file }) => readBody(archive.root, file)),
  );
}

/** The bodies of an edition, and what each is made from. */
function bodiesOf(
  content: string,
  edition: Edition,
  kept: readonly KeptEntry[],
  memo?: ReadMemo,
): { bodyOf: BodyOf; keyOf: KeyOf } {
  const open = new Set(kept.flatMap(({ entry }) => (isDocument(entry) && isOpenDocument(entry) ? [entry.id] : [])));
  const shown = ({ collection, id }: Entry) => {
    if (edition === 'delegates' || collection === 'guide') return 'whole';
    return open.has(id) ? 'open' : 'nothing';
  };
  const read = ({ file }: Entry) => {
    if (!isMarkdown(file)) return '';
    const bytes = readFileSync(join(content, file));
    // What the rules have passed are other words than these.
    if (memo && memo.of(file)?.key !== ReadMemo.keyOf(bytes)) {
      const message = 'the file was saved while the content was being read';
      throw new PartitionRefused([{ file, line: 1, column: 1, code: 'FILE', message, fix: 'run it again' }]);
    }
    return takeApart(file, bytes).body;
  };
  return {
    bodyOf(entry) {
      const part = shown(entry);
      if (part === 'nothing') return '';
      return part === 'open' ? publicBody(read(entry)) : read(entry);
    },
    keyOf(entry) {
      const reading = memo?.of(entry.file);
      return reading ? `${shown(entry)} ${reading.key}` : null;
    },
  };
}

function pageProblems(content: string, archive: ArchiveContent, kept: readonly KeptEntry[]): Problem[] {
  const check = new PageCheck(archive.entries, kept);
  const pages = kept.filter(({ entry }) => entry.collection === 'guide');
  return pages.flatMap(({ entry }) => check.problemsOf(entry, readSource(content, entry.file)));
}

/** The pictures that the bodies of an edition show. */
async function usedPictures(content: string, kept: readonly KeptEntry[], bodyOf: BodyOf, memo?: ReadMemo) {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const items = await readdir(join(content, FILES), { withFileTypes: true }).catch(() => []);
  const held = new Set(items.filter((item) => item.isFile()).map(({ name }) => name));
  for (const { entry } of kept) {
    // An edition has no picture that the content has not.
    if (memo?.of(entry.file)?.text?.pictures.length === 0) continue;
    for (const name of picturesIn(bodyOf(entry))) {
      if (held.has(name) && PICTURES.has(extname(name))) files.add(`${FILES}/${name}`);
      else {
        const message = `the text shows /${FILES}/${name}, which is no picture in content/${FILES}/`;
        const fix = `add it there as ${[...PICTURES].join(', ')}, or remove it from the text`;
        problems.push({ file: entry.file, line: 1, column: 1, code: 'PICTURE', message, fix });
      }
    }
  }
  return { files: [...files].sort(), problems };
}

async function copy(from: string, name: string, folder: EditionFolder): Promise<void> {
  const bytes = readFileSync(from);
  folder.write(name, PICTURES.has(extname(name)) ? await clean(name, bytes) : bytes);
}

async function clean(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await cleanPicture(name, bytes);
  } catch (error) {
    const message = `the picture cannot be read: ${error instanceof Error ? error.message : error}`;
    const fix = 'save it again as PNG, JPEG or WebP';
    throw new PartitionRefused([{ file: name, line: 1, column: 1, code: 'PICTURE', message, fix }]);
  }
}
