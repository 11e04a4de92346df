import { mkdirSync, renameSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edition } from '../edition/editions.ts';
import { filesBelow, hashOfFiles, sha256, sumOf } from '../edition/files.ts';
import { routeFiles } from '../edition/proof/predict.ts';
import { allNeeds, securePages, writeHeaders } from '../edition/security/secure.ts';
import { exportStore, heldFolder } from '../export/store.ts';
import { readCatalogue } from '../markdown/read-catalogue.ts';
import type { MadePage } from '../site/made-pages.ts';
import { Answers } from '../site/questions.ts';
import { astroBuild } from './astro.ts';
import { CommandError } from './command.ts';
import { copyTree } from './copy-tree.ts';
import { codeFingerprint } from './fingerprint.ts';
import { type MadeFile, type MadeList, readMadeList, writeMadeList } from './made.ts';
import { memosOf, remembering } from './remember.ts';

export interface PagesInput {
  readonly project: string;
  readonly edition: Edition;
  /** The edition's work folder: its content partitioned, its exports made. */
  readonly work: string;
  readonly signal: AbortSignal;
  /** What they are made out of now. */
  readonly origin: Origin;
  /** Bytes that the processes may take together. */
  readonly maxMemory?: number | undefined;
  readonly report: (detail: string) => void;
}

/** What the pages of an edition are made out of, as hashes: the program, and all that it reads. */
export interface Origin {
  readonly code: string;
  readonly input: string;
}

/** One of several shares of the pages: the first of four is `{ number: 1, of: 4 }`. */
export interface Share {
  readonly number: number;
  readonly of: number;
}

/** Pages that are worth a process of Astro's own, which takes as long to start as some hundreds of pages. */
const PAGES_A_PROCESS = 1500;

/** Bytes that a process of Astro's takes before it holds anything of the archive. */
const LEAST_MEMORY = 700_000_000;

/** Bytes that the objects of a process of Astro's may take, and what they need for each file of the edition's routes. */
const HEAP = { least: 1_200_000_000, file: 16_000 };

/** Where an edition's pages are kept from one build to the next. */
export const pageStore = (work: string) => join(work, 'cache', 'pages');

export const madeFolder = (store: string) => join(store, 'made');
export const madeList = (store: string) => join(store, 'made.jsonl');

/**
 * Makes the pages of an edition: those of the last build stay that ask the archive what they asked then and get the
 * same answers. Returns how many files Astro made, and how many there are.
 * @param share only that share of the pages
 */
export async function makePages(input: PagesInput, share?: Share): Promise<{ made: number; of: number }> {
  const { project, work, origin, report } = input;
  const { code } = origin;
  const store = pageStore(work);
  const content = join(work, 'content');
  const archive = await remembering(project, memosOf(work).edition, (memo) => readCatalogue(content, memo));
  const answers = new Answers(archive, content);
  const all = [...(await routeFiles(archive, join(project, 'src/pages')))].sort();
  const files = share ? shareOf(all, share) : all;

  const kept = await keptOf(store, origin, files, answers);
  const missing = files.filter((file) => !kept.has(file));
  // What is about to change must not count as made, whatever happens on the way.
  await mkdir(madeFolder(store), { recursive: true });
  await writeMadeList(madeList(store), { code, input: null, assets: assetsOf(store), files: kept });
  for (const file of filesBelow(madeFolder(store))) {
    if (!kept.has(file) && !(missing.length === 0 && file.startsWith(ASSETS))) await rm(join(madeFolder(store), file));
  }
  if (missing.length > 0) {
    for (const made of await makeMissing(input, store, missing, answers, Math.max(HEAP.least, all.length * HEAP.file)))
      kept.set(made.file, made);
  }
  const inOrder = new Map(files.flatMap((file) => [[file, kept.get(file) as MadeFile]] as const));
  await writeMadeList(madeList(store), { ...origin, assets: assetsOf(store), files: inOrder });
  report(`${missing.length} of ${files.length} made`);
  return { made: missing.length, of: files.length };
}

const ASSETS = '_astro/';

const hashOf = (store: string, file: string) => sumOf(madeFolder(store), file).sha256;

function assetsOf(store: string): MadeList['assets'] {
  const files = filesBelow(madeFolder(store)).filter((file) => file.startsWith(ASSETS));
  return files.map((file) => [file, hashOf(store, file)] as const);
}

/** What the pages of an edition would be made out of now: its content is partitioned, its exports are made. */
export function originOf({ project, edition, work }: Pick<PagesInput, 'project' | 'edition' | 'work'>): Origin {
  return { code: codeOf(project, edition, join(work, 'content')), input: stateOf(work) };
}

/** The program, and the authored pages that are part of it. */
function codeOf(project: string, edition: Edition, content: string): string {
  const guide = filesBelow(content).filter((file) => file.endsWith('.mdx'));
  return sha256([edition, codeFingerprint(project), hashOfFiles(content, guide)].join('\0'));
}

/** What pages are made of besides the program: the content, and how large the files are that a page offers. */
function stateOf(work: string): string {
  const content = join(work, 'content');
  const data = join(heldFolder(exportStore(work)), 'data');
  const sizes: string[] = [];
  for (const file of filesBelow(data)) sizes.push(`${file} ${statSync(join(data, file)).size}`);
  return sha256([hashOfFiles(content, filesBelow(content)), ...sizes].join('\n'));
}

/** The files of the last build that would come out the same. */
async function keptOf(
  store: string,
  { code, input }: Origin,
  files: readonly string[],
  answers: Answers,
): Promise<Map<string, MadeFile>> {
  const before = await readMadeList(madeList(store));
  if (before?.code !== code) return new Map();
  const isSound = (file: string, hash: string) => held.has(file) && hashOf(store, file) === hash;
  const held = new Set(filesBelow(madeFolder(store)));
  // The next process of Astro's makes all of them, but nobody starts one where no page is missing.
  for (const [file, hash] of before.assets) if (!isSound(file, hash)) return new Map();
  const kept = new Map<string, MadeFile>();
  for (const file of files) {
    const made = before.files.get(file);
    if (!made || !held.has(file)) continue;
    const same = before.input === input || (made.asked && answers.digest(made.asked.questions) === made.asked.digest);
    if (same && isSound(file, made.hash)) kept.set(file, made);
  }
  return kept;
}

/** Every n-th file: neighbours weigh about the same. */
export function shareOf<T>(files: readonly T[], { number, of }: Share): T[] {
  return files.filter((_, index) => index % of === number - 1);
}

async function makeMissing(
  input: PagesInput,
  store: string,
  missing: readonly string[],
  answers: Answers,
  heap: number,
): Promise<MadeFile[]> {
  const { signal } = input;
  const folder = join(store, 'parts');
  await rm(folder, { recursive: true, force: true });
  const fitting = input.maxMemory === undefined ? Infinity : Math.floor(input.maxMemory / LEAST_MEMORY);
  const wanted = Math.min(availableParallelism(), Math.ceil(missing.length / PAGES_A_PROCESS));
  const processes = Math.max(1, Math.min(wanted, fitting));
  const stop = new AbortController();
  const counts: number[] = [];
  try {
    const parts = Array.from({ length: processes }, (_, index) => {
      const files = shareOf(missing, { number: index + 1, of: processes });
      const report = (pages: number) => {
        counts[index] = pages;
        input.report(`${counts.reduce((sum, count) => sum + count, 0)} of ${missing.length} pages`);
      };
      const part = { ...input, heap, signal: AbortSignal.any([signal, stop.signal]) };
      return makePart(part, join(folder, String(index + 1)), files, report);
    });
    const made: MadeFile[] = [];
    for (const part of await Promise.all(parts)) {
      const asked = new Set(part.files.map(({ file }) => file));
      for (const file of filesBelow(part.out)) {
        if (asked.has(file) || file.startsWith(ASSETS)) move(join(part.out, file), join(madeFolder(store), file));
      }
      for (const { file, needs, questions } of part.files) {
        made.push({
          file,
          hash: hashOf(store, file),
          needs,
          asked: questions && { questions, digest: answers.digest(questions) },
        });
      }
    }
    return made;
  } finally {
    stop.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

interface Part {
  readonly out: string;
  readonly files: readonly (Pick<MadeFile, 'file' | 'needs'> & { readonly questions: MadePage['asked'] | null })[];
}

/** Some pages, by a process of Astro's own. */
async function makePart(
  input: PagesInput & { readonly heap: number },
  folder: string,
  files: readonly string[],
  report: (pages: number) => void,
): Promise<Part> {
  const out = join(folder, 'out');
  const order = { wanted: join(folder, 'wanted.txt'), asked: join(folder, 'asked.jsonl') };
  await mkdir(folder, { recursive: true });
  await writeFile(order.wanted, files.map((file) => `${pathOf(file)}\n`).join(''));
  await writeFile(order.asked, '');
  await astroBuild({ ...input, out, cache: join(folder, 'cache'), order, report });

  const there = new Set(filesBelow(out));
  const lost = files.filter((file) => !there.has(file));
  if (lost.length > 0) throw new CommandError(`Astro did not make ${lost.slice(0, 5).join(', ')}.`);
  const needs = await securePages(
    out,
    files.filter((file) => file.endsWith('.html')),
  );
  const questions = new Map<string, MadePage['asked']>();
  for (const line of (await readFile(order.asked, 'utf8')).split('\n').filter(Boolean)) {
    const { page, asked } = JSON.parse(line) as MadePage;
    questions.set(page, asked);
  }
  return {
    out,
    files: files.map((file) => ({
      file,
      needs: needs.get(file) ?? null,
      questions: questions.get(pathOf(file)) ?? null,
    })),
  };
}

/** The path that Astro asks for, as the middleware has it: `timeline/1997/index.html` → `/timeline/1997/`. */
function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/^404\.html$/, '404')}`.replace(/\/?$/, '/');
}

/** Puts the pages of an edition, as they were made, into a folder. */
export function placePages(work: string, draft: string): void {
  const made = madeFolder(pageStore(work));
  copyTree(made, draft, filesBelow(made));
}

/** Writes what the pages of an edition need to be allowed into its header files. */
export async function writePolicy(work: string, draft: string, edition: Edition): Promise<void> {
  const list = await readMadeList(madeList(pageStore(work)));
  const needs = [...(list?.files.values() ?? [])].flatMap((file) => file.needs ?? []);
  await writeHeaders(draft, edition, allNeeds(needs));
}
