import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogue } from '../../markdown/read-catalogue.ts';
import { type Memos, remembering } from '../../pipeline/remember.ts';
import type { Edition } from '../editions.ts';
import { filesBelow } from '../files.ts';
import { readingsOf } from './decode.ts';
import { indexFindings } from './index-findings.ts';
import { Needles } from './needles.ts';
import { predictedFiles } from './predict.ts';
import { referredFiles } from './referred.ts';
import { sealFindings } from './seal-findings.ts';
import { withheldNeedles } from './withheld.ts';

/** The rules of the proof, and what each one catches. */
export const RULES = {
  UNEXPECTED: 'Every file follows from the partitioned content, a route of the site, or a file that does.',
  MISSING: 'Every file that follows from them is there.',
  WITHHELD: 'No reading of any file holds words that stand only in withheld content.',
  'SOURCE-MAP': 'No file maps to, or carries, the source of the program.',
  INDEX: 'The search index tells of this edition’s pages only: each address predicted, each word on a page.',
  SEAL: 'Manifest and checksums tell of exactly these files, this edition and this content.',
  UNREADABLE: 'Every file can be read to its end.',
  EDITION: 'Every page bears the banner of this edition, unless it only says where another has gone.',
} as const;

export interface Finding {
  readonly rule: keyof typeof RULES;
  readonly file: string;
  readonly message: string;
}

export interface ProofReport {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly bytes: number;
  readonly readings: number;
  /** Runs of words and other needles that were looked for. */
  readonly needles: number;
  readonly predicted: number;
}

export interface ProofInput {
  readonly dist: string;
  readonly edition: Edition;
  /** The edition's work folder, as the partition writes it. */
  readonly work: string;
  /** All of the content: what is withheld is looked for. */
  readonly content: string;
  readonly project: string;
  /** What the build read; without it everything is read anew. */
  readonly memos?: Memos | undefined;
  /** Tokens known to be withheld, with where they were planted. */
  readonly canaries?: ReadonlyMap<string, string>;
}

/** Makes the input of an edition in its work folder, as the build does before the pages. */
export type Prepare = (
  input: Pick<ProofInput, 'project' | 'content' | 'edition' | 'work' | 'memos'>,
) => Promise<unknown>;

/**
 * Proves that a built edition holds what it may and no more. The content is divided once more for it: what a build
 * left in its work folder proves nothing.
 */
export async function proveAfresh(input: Omit<ProofInput, 'work'>, prepare: Prepare): Promise<ProofReport> {
  const work = join(input.project, '.editions', `proof-${input.edition}-${process.pid}`);
  try {
    await prepare({ ...input, work });
    return await prove({ ...input, work });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The proof against a work folder that the partition has just written. */
export async function prove(input: ProofInput): Promise<ProofReport> {
  const { dist, edition, work, content, project, memos, canaries = new Map() } = input;
  const files = await filesBelow(dist);
  const archive = await remembering(project, memos?.edition, (memo) => readCatalogue(join(work, 'content'), memo));
  const predicted = await predictedFiles(archive, work, join(project, 'src/pages'));
  const referred = await referredFiles(dist, files, predicted);
  const needles =
    edition === 'public' ? await withheldNeedles(content, join(work, 'content'), join(project, 'src')) : new Needles();
  for (const [canary, place] of canaries) needles.addExact(canary, place);

  const findings: Finding[] = [];
  for (const file of files) {
    if (!predicted.has(file) && !referred.has(file))
      findings.push({ rule: 'UNEXPECTED', file, message: 'nothing of this edition makes this file' });
    for (const hit of needles.in(file))
      findings.push({ rule: 'WITHHELD', file, message: `its name holds "${hit.needle}" (${hit.origin})` });
  }
  for (const file of predicted)
    if (!files.includes(file)) findings.push({ rule: 'MISSING', file, message: 'it was not built' });
  let bytes = 0;
  let readings = 0;
  const seen = new Set<string>();
  for (const file of files) {
    const data = await readFile(join(dist, file));
    bytes += data.length;
    readings += readFileInto(findings, file, data, needles, edition, seen);
  }
  findings.push(...(await indexFindings(dist, files, predicted)), ...(await sealFindings(dist, edition, work, files)));
  return {
    findings,
    files: files.length,
    bytes,
    readings,
    needles: needles.exact.size + needles.runs,
    predicted: predicted.size,
  };
}

function readFileInto(
  findings: Finding[],
  file: string,
  data: Uint8Array,
  needles: Needles,
  edition: Edition,
  embedded: Set<string>,
): number {
  let readings = 0;
  const seen = new Set<string>();
  try {
    for (const { how, text } of readingsOf(data, embedded)) {
      readings++;
      for (const { needle, origin } of needles.in(text)) {
        if (seen.has(needle)) continue;
        seen.add(needle);
        findings.push({ rule: 'WITHHELD', file, message: `as ${how} it holds "${needle}" (${origin})` });
      }
      if (/[#@] ?sourceMappingURL=|"sourcesContent"/.test(text) && !seen.has('map')) {
        seen.add('map');
        findings.push({ rule: 'SOURCE-MAP', file, message: `as ${how} it leads to or holds a source map` });
      }
    }
  } catch (error) {
    findings.push({ rule: 'UNREADABLE', file, message: String(error) });
  }
  if (file.endsWith('.map')) findings.push({ rule: 'SOURCE-MAP', file, message: 'this is a source map' });
  if (file.endsWith('.html')) {
    const html = new TextDecoder().decode(data);
    const banners = html.match(/(?<= data-edition=")[^"]*(?=")/g) ?? [];
    // A page that only says where another has gone bears none.
    const standsIn = banners.length === 0 && html.includes('<meta name="robots" content="noindex">');
    if (!standsIn && (banners.length !== 1 || banners[0] !== edition)) {
      findings.push({ rule: 'EDITION', file, message: `its banners name ${banners.join(', ') || 'no edition'}` });
    }
  }
  return readings;
}
