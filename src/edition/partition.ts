import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Entry } from '../archive/collections.ts';
import type { Problem } from '../archive/problem.ts';
import { type ArchiveContent, FILES, readArchive, readBody, readSource } from '../archive/read.ts';
import type { ReadMemo } from '../archive/read-memo.ts';
import { checkArchive } from '../check/check.ts';
import { safety } from '../check/rules/index.ts';
import { publicBody } from './body.ts';
import type { Edition } from './editions.ts';
import { FreshFolder } from './folder.ts';
import { PageCheck } from './guide.ts';
import { cleanPicture, PICTURES } from './images.ts';
import { PartitionRefused } from './refusal.ts';
import { type KeptEntry, selectPublic } from './select.ts';
import { isDocument, isOpenDocument, openSources } from './sources.ts';
import { staticFiles } from './static.ts';
import { type BodyOf, writeEntries } from './write.ts';

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
  /** What was read of the content before. */
  readonly memo?: ReadMemo | undefined;
}

/**
 * Writes what `edition` may show of the content into `work/content`, and its static files into `work/public`, afresh.
 * Throws `PartitionRefused`, and writes nothing, where the content cannot be divided safely.
 */
export async function partition(
  content: string,
  edition: Edition,
  work: string,
  { staticFolder = join(dirname(content), 'public'), memo }: PartitionOptions = {},
): Promise<Partition> {
  const archive = await readArchive(content, memo);
  refuseIf(await checkArchive(archive, safety));
  const kept = edition === 'public' ? await publicEntries(archive) : archive.entries.map(whole);
  const bodyOf = bodiesOf(content, edition, kept);
  const statics = await staticFiles(staticFolder, edition);
  const pictures = await usedPictures(content, kept, bodyOf);
  refuseIf([
    ...statics.problems,
    ...pictures.problems,
    ...(edition === 'public' ? await pageProblems(content, archive, kept) : []),
  ]);

  const contentFolder = await FreshFolder.beside(join(work, 'content'));
  const publicFolder = await FreshFolder.beside(join(work, 'public'));
  try {
    await writeEntries(contentFolder, kept, bodyOf);
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

async function publicEntries(archive: ArchiveContent): Promise<KeptEntry[]> {
  const bodies = new Map<Entry, string>();
  for (const entry of archive.entries) {
    if (isDocument(entry) && isOpenDocument(entry)) bodies.set(entry, await readBody(archive.root, entry.file));
  }
  return selectPublic(
    archive,
    openSources(archive, (entry) => bodies.get(entry) ?? ''),
  );
}

function bodiesOf(content: string, edition: Edition, kept: readonly KeptEntry[]): BodyOf {
  if (edition === 'delegates') return ({ file }) => readBody(content, file);
  const open = new Set(kept.flatMap(({ entry }) => (isDocument(entry) && isOpenDocument(entry) ? [entry.id] : [])));
  return async ({ collection, id, file }) => {
    if (collection === 'guide') return readBody(content, file);
    return open.has(id) ? publicBody(await readBody(content, file)) : '';
  };
}

async function pageProblems(content: string, archive: ArchiveContent, kept: readonly KeptEntry[]): Promise<Problem[]> {
  const check = new PageCheck(archive.entries, kept);
  const pages = kept.filter(({ entry }) => entry.collection === 'guide');
  const problems = pages.map(async ({ entry }) => check.problemsOf(entry, await readSource(content, entry.file)));
  return (await Promise.all(problems)).flat();
}

/** The pictures that the bodies of an edition show. */
async function usedPictures(content: string, kept: readonly KeptEntry[], bodyOf: BodyOf) {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const items = await readdir(join(content, FILES), { withFileTypes: true }).catch(() => []);
  const held = new Set(items.filter((item) => item.isFile()).map(({ name }) => name));
  for (const { entry } of kept) {
    if (!/\.mdx?$/.test(entry.file)) continue;
    for (const [, name = ''] of (await bodyOf(entry)).matchAll(/\/files\/([\w.-]+)/g)) {
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

async function copy(from: string, name: string, folder: FreshFolder): Promise<void> {
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
