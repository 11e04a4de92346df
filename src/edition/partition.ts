import { lstatSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { stringify } from 'yaml';
import type { CatalogueInput } from '../archive/catalogue.ts';
import { FileChanged } from '../archive/content-files.ts';
import type { Problem } from '../archive/problem.ts';
import { type ArchiveContent, FILES, isMarkdown } from '../archive/read.ts';
import { takeApart } from '../archive/source-file.ts';
import { checkArchive } from '../check/check.ts';
import { safety } from '../check/rules/index.ts';
import { CommandError } from '../lib/command.ts';
import { bodyCitations, recordCitations } from '../markdown/entry-citations.ts';
import { picturesIn } from '../markdown/text-facts.ts';
import { type EditionAddresses, editionAddresses } from './addresses.ts';
import type { Edition } from './editions.ts';
import { PageCheck } from './guide.ts';
import { cleanPicture, PICTURES } from './images.ts';
import { type PartEntry, partOf } from './part.ts';
import { PartitionRefused } from './refusal.ts';
import { writeSnapshot } from './snapshot.ts';
import { staticFiles } from './static.ts';
import { syncFolder } from './sync-folder.ts';

/** What an edition may show of the content, in memory; bodies are read when they are asked for. */
export interface Partition {
  readonly edition: Edition;
  readonly entries: readonly PartEntry[];
  readonly addresses: EditionAddresses;
  /** Static files and pictures by their paths below the site's root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Part of the program: every page asks for the first, and browsers that no page has told of another for the second. */
const ICONS = ['favicon.svg', 'favicon.ico'];

/** The content of an edition below its work folder. */
export const contentOf = (work: string) => join(work, 'content');

/** The static files of an edition below its work folder. */
export const staticOf = (work: string) => join(work, 'public');

/**
 * Takes the part of the content that an edition may show. Throws `PartitionRefused` if the content cannot be partitioned
 * safely.
 * @param staticFolder folder of static files; `public/` beside the content
 */
export async function partition(
  archive: ArchiveContent,
  edition: Edition,
  staticFolder = join(dirname(archive.root), 'public'),
): Promise<Partition> {
  refuseIf(checkArchive(archive, safety));
  try {
    const entries = partOf(archive, edition);
    const statics = await staticFiles(staticFolder, edition);
    const pictures = await usedPictures(archive, entries);
    refuseIf([
      ...statics.problems,
      ...pictures.problems,
      ...(edition === 'public' ? pageProblems(archive, entries) : []),
    ]);
    const files = new Map<string, Uint8Array>();
    for (const name of statics.files) files.set(name, await copyOf(join(staticFolder, name), name));
    for (const name of pictures.files) files.set(name, await copyOf(join(archive.root, name), name));
    const addresses = await editionAddresses(archive.root, edition, archive, entries);
    return { edition, entries, addresses, files };
  } catch (error) {
    if (!(error instanceof FileChanged)) throw error;
    const { file, message } = error;
    throw new PartitionRefused([{ file, line: 1, column: 1, code: 'FILE', message, fix: 'run it again' }]);
  }
}

/**
 * Writes a partition into the work folder of its edition: all that the processes behind the wall can read of the archive.
 * @param code fingerprint of the program
 */
export function writePartition(archive: ArchiveContent, partition: Partition, work: string, code: string): void {
  const { edition, entries, addresses } = partition;
  requireOwnFolders(work);
  const inputs = entries.values().map((part) => {
    const body = part.body();
    return { ...catalogueInput(archive, { ...part, body: () => body }), body };
  });
  writeSnapshot(contentOf(work), { edition, code, addresses }, inputs);
  writeFiles(partition, work);
}

/** Writes what Astro reads as files: the pages of the guide, the icons and the static files. Only files that differ are touched. */
export function writeFiles({ entries, files }: Partition, work: string): void {
  requireOwnFolders(work);
  const guide = entries.filter(({ entry }) => entry.collection === 'guide');
  const pages = guide.map(({ entry, body }) => {
    const yaml = stringify(entry.record, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2' });
    return [entry.file.slice('guide/'.length), `---\n${yaml}---\n${body()}`] as const;
  });
  syncFolder(join(contentOf(work), 'guide'), new Map(pages));
  const icons = ICONS.map((name) => [name, readFileSync(new URL(`../assets/${name}`, import.meta.url))] as const);
  syncFolder(staticOf(work), new Map([...icons, ...files]));
}

/** The entries of a partition with the references that they make, as the catalogue takes them. */
export function catalogueInput(archive: ArchiveContent, part: PartEntry): CatalogueInput {
  const { entry, original, text } = part;
  const inBody =
    text === 'nothing'
      ? []
      : archive.files.fact(original.file, `citations in ${text}`, () => structuredClone(bodyCitations(part.body())));
  // The pages of the guide are rendered by Astro, whose anchors are its own.
  const placed = entry.collection === 'guide' ? inBody.map((one) => ({ ...one, locator: null })) : inBody;
  return { entry, citations: [...recordCitations(entry), ...placed] };
}

/** Throws if a folder of the edition is a link: what is written or removed there would be somebody else's. */
export function requireOwnFolders(work: string): void {
  for (const path of [work, contentOf(work), staticOf(work)]) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new CommandError(`${path} is a symbolic link: make it a folder`);
  }
}

function refuseIf(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new PartitionRefused(problems);
}

function pageProblems(archive: ArchiveContent, entries: readonly PartEntry[]): Problem[] {
  const kept = entries.map(({ original, entry }) => ({ entry: original, record: entry.record }));
  const check = new PageCheck(archive.entries, kept);
  const pages = kept.filter(({ entry }) => entry.collection === 'guide');
  return pages.flatMap(({ entry }) => check.problemsOf(entry, takeApart(entry.file, archive.files.read(entry.file))));
}

/** The pictures that the bodies of an edition show. */
async function usedPictures(archive: ArchiveContent, entries: readonly PartEntry[]) {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const items = await readdir(join(archive.root, FILES), { withFileTypes: true }).catch(() => []);
  const held = new Set(items.filter((item) => item.isFile()).map(({ name }) => name));
  for (const { original, body } of entries) {
    if (!isMarkdown(original.file)) continue;
    // An edition has no picture that the whole text has not.
    const all = archive.files.fact(original.file, 'pictures', () => picturesIn(archive.bodyOf(original)));
    if (all.length === 0) continue;
    for (const name of picturesIn(body())) {
      if (held.has(name) && PICTURES.has(extname(name))) files.add(`${FILES}/${name}`);
      else {
        const message = `the text shows /${FILES}/${name}, which is no picture in content/${FILES}/`;
        const fix = `add it there as ${[...PICTURES].join(', ')}, or remove it from the text`;
        problems.push({ file: original.file, line: 1, column: 1, code: 'PICTURE', message, fix });
      }
    }
  }
  return { files: [...files].sort(), problems };
}

async function copyOf(path: string, name: string): Promise<Uint8Array> {
  const bytes = readFileSync(path);
  if (!PICTURES.has(extname(name))) return bytes;
  try {
    return await cleanPicture(name, bytes);
  } catch (error) {
    const message = `the picture cannot be read: ${error instanceof Error ? error.message : error}`;
    const fix = 'save it again as PNG, JPEG or WebP';
    throw new PartitionRefused([{ file: name, line: 1, column: 1, code: 'PICTURE', message, fix }]);
  }
}
