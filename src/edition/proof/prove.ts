import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeFingerprint } from '../../pipeline/fingerprint.ts';
import type { Memos } from '../../pipeline/remember.ts';
import type { Edition } from '../editions.ts';
import { filesBelow } from '../files.ts';
import { FEW } from './ask-thread.ts';
import { bundlesOf } from './bundles.ts';
import { expectedInThreads, expectedOf } from './expected.ts';
import type { Needles } from './needles.ts';
import type { ScanSetting } from './orders.ts';
import { Proven } from './proven.ts';
import { referredFiles } from './referred.ts';
import type { Finding } from './rules.ts';
import { type FileScan, provenKey } from './scan-file.ts';
import { Scanners } from './scanners.ts';
import { sealFindings } from './seal-findings.ts';

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

/** Divides the content into the work folder of an edition, as the build does before everything else. */
export type Prepare = (input: Pick<ProofInput, 'content' | 'edition' | 'work'>) => Promise<unknown>;

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
  const { dist, edition, work, project, memos, canaries } = input;
  const files = filesBelow(dist);
  const { predicted, needles } = await (files.length > FEW ? expectedInThreads : expectedOf)(input);
  // Planted canaries are looked for in everything.
  const memo = canaries?.size ? undefined : memos?.proven;
  const proven = memo === undefined ? null : await Proven.open(memo, codeFingerprint(project), needles);
  const setting = { dist, needles: needles.share(), edition, proven: proven?.files ?? new Set<string>() };
  const { scans, index } = await scanAll(setting, files, predicted);
  const findings = [
    ...nameFindings(scans, predicted, referredFiles(dist, scans, predicted), needles),
    ...scans.flatMap((scan) => scan.findings),
    ...index.findings,
    ...(await sealFindings(dist, edition, work, scans)),
  ];
  if (memo && proven && findings.length === 0) {
    await mkdir(dirname(memo), { recursive: true });
    const sound = scans.map(({ file, sha256 }) => provenKey(file, sha256));
    await proven.save(memo, [...sound, ...index.keys]);
  }
  return {
    findings,
    files: files.length,
    bytes: scans.reduce((sum, scan) => sum + scan.bytes, 0),
    readings: scans.reduce((sum, scan) => sum + scan.readings, 0),
    needles: needles.exact.size + needles.runs,
    predicted: predicted.size,
  };
}

/** Reads all files, then the search indexes against their pages, on all cores. */
async function scanAll(setting: ScanSetting, files: readonly string[], predicted: ReadonlySet<string>) {
  const scanners = new Scanners(setting, files.length);
  try {
    const scans = await scanners.scan(files.filter((file) => !LISTS.test(file)));
    const lists = files.filter((file) => LISTS.test(file));
    const hashes = scans.map(({ sha256 }) => sha256);
    scans.push(...(await scanners.scanLists(lists, hashes)));
    const { bundles, findings } = bundlesOf(scans, predicted);
    findings.push(...(await scanners.hold(bundles.filter(({ key }) => !setting.proven.has(key)))));
    return { scans, index: { findings, keys: bundles.map(({ key }) => key) } };
  } finally {
    await scanners.close();
  }
}

/** Lists that repeat entries or name files by their hashes: read last, as far as they hold anything else. */
const LISTS = /^(?:data\/[^/]+|search\/entries\.json|keep\.json|manifest\.json|SHA256SUMS)$/;

/** Files that are too many or too few, and names that tell of something withheld. */
function nameFindings(
  scans: readonly FileScan[],
  predicted: ReadonlySet<string>,
  referred: ReadonlySet<string>,
  needles: Needles,
): Finding[] {
  const findings: Finding[] = [];
  const there = new Set<string>();
  for (const { file } of scans) {
    there.add(file);
    if (!predicted.has(file) && !referred.has(file))
      findings.push({ rule: 'UNEXPECTED', file, message: 'nothing of this edition makes this file' });
    for (const hit of needles.in(file))
      findings.push({ rule: 'WITHHELD', file, message: `its name holds "${hit.needle}" (${hit.origin})` });
  }
  for (const file of predicted)
    if (!there.has(file)) findings.push({ rule: 'MISSING', file, message: 'it was not built' });
  return findings;
}
