import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { slugOfText } from './address.ts';
import { collectionNames, collections, type Entry } from './collections.ts';
import { ContentFiles } from './content-files.ts';
import { FILE_STEM_RULE, foldId, idOfFile, isFileStem } from './id.ts';
import type { Problem, ReadCode } from './problem.ts';
import type { CollectionName } from './schema/parts.ts';
import { type Finding, findingsOf } from './schema-problem.ts';
import {
  type Path,
  placeOf,
  readSource,
  readYaml,
  type SourceFile,
  SourceFileError,
  takeApart,
} from './source-file.ts';
import { didYouMean } from './suggest.ts';

/** The folder of pictures that texts show, `![…](/files/name.png)`: no collection. */
export const FILES = 'files';

/** Folder of the addresses that were published and what became of them; no collection (`src/publish/permanence`). */
export const ADDRESSES = 'addresses';

/** All that `content/` holds. Bodies are not kept in memory. */
export interface ArchiveContent {
  readonly root: string;
  /** The files it was read from, with the facts derived from them. */
  readonly files: ContentFiles;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Entries that are there and do not pass their schema: what refers to them is not wrong for that. */
  readonly faulty: readonly EntryName[];
  /** Those of them that parse, as they are written. */
  readonly written: readonly WrittenEntry[];
  /** The Markdown body of an entry; empty if its file has none. Throws `FileChanged`. */
  bodyOf(entry: EntryFace): string;
}

/** An entry without its record. */
export type EntryFace = Omit<Entry, 'record'>;

/** An entry as its file has it, with the places in it that its schema has found fault with. */
export interface WrittenEntry extends EntryFace {
  readonly record: unknown;
  readonly faults: readonly Path[];
}

export interface EntryName {
  readonly collection: CollectionName;
  /** Null for a whole list file that does not parse. */
  readonly id: string | null;
}

/** A file on its way to entries. */
interface Candidate {
  readonly collection: CollectionName;
  readonly file: string;
  readonly stem: string;
  /** False where the ending is not one of the collection's: such a file still takes up its id. */
  readonly readable: boolean;
}

/**
 * Reads and validates a content folder; never throws for what is in it, every fault becomes a problem.
 * @param files files of an earlier reading: those that have not changed are not parsed again
 */
export async function readArchive(root: string, files = new ContentFiles(root)): Promise<ArchiveContent> {
  files.begin();
  const problems: Problem[] = [];
  const candidates = await findFiles(root, problems);
  const entries: Entry[] = [];
  const faulty: EntryName[] = [];
  const written: WrittenEntry[] = [];
  for (const candidate of candidates) {
    if (!candidate.readable) continue;
    files.visit(candidate.file);
    const reading = files.fact(candidate.file, 'reading', () => parseCandidate(candidate, files.read(candidate.file)));
    entries.push(...reading.entries);
    faulty.push(...reading.faulty);
    written.push(...reading.written);
    problems.push(...reading.problems);
  }
  problems.push(...duplicates(root, candidates, entries));
  return { root, files, entries, problems, faulty, written, bodyOf: ({ file }) => files.body(file) };
}

/** Whether a file can have a body. */
export const isMarkdown = (file: string) => /\.mdx?$/.test(file);

/** Gives findings their place in the file. */
export function locate(file: string, source: SourceFile, findings: readonly Finding[]): Problem[] {
  return findings.map(({ code, path, atKey, message, fix, mend }) => ({
    file,
    ...placeOf(source, path, atKey ?? false),
    code,
    message,
    fix,
    ...(mend && { mend }),
  }));
}

async function findFiles(root: string, problems: Problem[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const item of await readdir(root, { withFileTypes: true })) {
    const name = item.name;
    if (name.startsWith('.')) continue;
    const collection = collectionNames.find((c) => name === c || collections[c].endings.some((e) => name === c + e));
    const layout = item.isDirectory() ? 'folder' : 'list';
    if ((name === FILES || name === ADDRESSES) && item.isDirectory()) continue;
    if (!collection || collections[collection].layout !== layout || item.isSymbolicLink()) {
      if (/^readme(\.\w+)?$/i.test(name)) continue;
      problems.push(
        misplaced(
          name,
          `content/ has no place for "${name}"`,
          `the collections are: ${collectionNames.join(', ')}; pictures lie in ${FILES}/${didYouMean(name, collectionNames)}`,
        ),
      );
    } else if (layout === 'list') candidates.push({ collection, file: name, stem: collection, readable: true });
    else await findInFolder(root, name, collection, candidates, problems);
  }
  return candidates.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function findInFolder(
  root: string,
  folder: string,
  collection: CollectionName,
  candidates: Candidate[],
  problems: Problem[],
) {
  for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
    const file = `${folder}/${item.name}`;
    if (item.name.startsWith('.') || /^readme\.md$/i.test(item.name)) continue;
    if (item.isSymbolicLink()) {
      problems.push(misplaced(file, 'this is a symbolic link', 'put the file itself here'));
    } else if (item.isDirectory()) await findInFolder(root, file, collection, candidates, problems);
    else {
      const { endings } = collections[collection];
      const dot = item.name.lastIndexOf('.');
      const ending = item.name.slice(dot);
      const readable = endings.includes(ending);
      const stem = item.name.slice(0, dot);
      candidates.push({ collection, file, stem, readable });
      if (!readable) {
        problems.push(
          misplaced(file, `${collection} are not kept in "${ending}" files`, `use ${endings.join(' or ')}`),
        );
      } else if (!isFileStem(collection, stem)) {
        const fix = `${FILE_STEM_RULE}: ${slugOfText(stem)}${ending}`;
        problems.push(misplaced(file, `the name holds ${strangeIn(stem)}`, fix));
      }
    }
  }
}

/** The first character that a name may not hold; by its number too, since others look like it. */
function strangeIn(stem: string): string {
  const strange = /[^a-z0-9().-]/u.exec(stem)?.[0];
  if (strange === undefined) return `"${stem.slice(0, 1)}" at its beginning`;
  return `"${strange}" (U+${strange.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`;
}

function misplaced(file: string, message: string, fix: string): Problem {
  return { file, line: 1, column: 1, code: 'FILE', message, fix };
}

interface Reading {
  readonly entries: Entry[];
  readonly faulty: EntryName[];
  readonly written: WrittenEntry[];
  readonly problems: Problem[];
}

function parseCandidate({ collection, file, stem }: Candidate, bytes: Uint8Array): Reading {
  const reading: Reading = { entries: [], faulty: [], written: [], problems: [] };
  const { layout } = collections[collection];
  const id = layout === 'list' ? null : idOfFile(collection, stem);
  try {
    const source = takeApart(file, bytes);
    const value = readYaml(source);
    const findings =
      layout === 'list'
        ? readList(collection, file, value, reading)
        : readRecord({ collection, id: id ?? '', file }, value ?? {}, reading);
    reading.problems.push(...locate(file, source, findings));
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    reading.faulty.push({ collection, id });
    reading.problems.push({ file, ...error.place, code: error.code, message: error.message, fix: error.fix });
  }
  return reading;
}

function readList(collection: CollectionName, file: string, value: unknown, reading: Reading): Finding[] {
  const { singular, key = 'id' } = collections[collection];
  if (!Array.isArray(value)) {
    reading.faulty.push({ collection, id: null });
    return [{ code: 'TYPE', path: [], message: 'the file is not a list', fix: `begin each ${singular} with "- "` }];
  }
  return value.flatMap((item, index) => {
    const id = typeof item === 'object' && item !== null ? String((item as Record<string, unknown>)[key]) : '';
    return readRecord({ collection, id, file, index }, item, reading);
  });
}

function readRecord(face: EntryFace, value: unknown, { entries, faulty, written }: Reading): Finding[] {
  const { schema } = collections[face.collection];
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    entries.push({ ...face, record: result.data } as Entry);
    return [];
  }
  const base = face.index === undefined ? [] : [face.index];
  const findings = findingsOf(schema, result.error.issues, base);
  faulty.push({ collection: face.collection, id: face.id });
  written.push({ ...face, record: value, faults: findings.map(({ path }) => path.slice(base.length)) });
  return findings;
}

/** Ids that are taken twice; the later one, by file and by place, is the fault. */
function duplicates(root: string, candidates: readonly Candidate[], entries: readonly Entry[]): Problem[] {
  const names: EntryFace[] = [
    ...candidates
      .filter(({ collection }) => collections[collection].layout === 'folder')
      .map(({ collection, file, stem }) => ({ collection, file, id: idOfFile(collection, stem) })),
    ...entries.filter(({ index }) => index !== undefined),
  ];
  const first = new Map<string, EntryFace>();
  const problems: Problem[] = [];
  for (const name of names) {
    const { collection, id, file, index } = name;
    const key = `${collection}\0${foldId(id)}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, name);
      continue;
    }
    const as = other.id === id ? '' : `as "${other.id}" `;
    problems.push({
      file,
      // A file has its id from its name: its place is its beginning.
      ...(index === undefined
        ? { line: 1, column: 1 }
        : placeOf(readSource(root, file), [index, collections[collection].key ?? 'id'])),
      code: 'DUPLICATE-ID' satisfies ReadCode,
      message: `${collection} has "${id}" twice: also ${as}${other.file === file ? 'above' : `in ${other.file}`}`,
      fix: 'keep one of the two, or give one another name',
    });
  }
  return problems;
}
