import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../editions.ts';
import { type Bundle, bundleFindings } from './bundles.ts';
import { Needles, type SharedNeedles } from './needles.ts';
import type { Finding } from './rules.ts';
import { type FileScan, scanFile } from './scan-file.ts';
import { Seen } from './seen.ts';

/** What a thread of the proof knows from the beginning. */
export interface ScanSetting {
  readonly dist: string;
  readonly needles: SharedNeedles;
  readonly edition: Edition;
  readonly proven: ReadonlySet<string>;
}

/** Work for a thread: files to scan, hashes of files that lists may repeat from now on, an index to hold. */
export type Order =
  | { readonly files: readonly string[] }
  | { readonly known: ReadonlySet<string> }
  | { readonly bundle: Bundle };

/** What came of it: scans of files in their order, or findings on a bundle. */
export interface Outcome {
  readonly scans: readonly FileScan[];
  readonly findings: readonly Finding[];
}

/** Does what is ordered, one order after the other. */
export function performer({ dist, needles, edition, proven }: ScanSetting): (order: Order) => Outcome {
  let input = { needles: Needles.of(needles), edition, proven, seen: new Seen() };
  return (order) => {
    if ('bundle' in order) return { scans: [], findings: bundleFindings(dist, order.bundle) };
    if ('known' in order) {
      input = { ...input, seen: new Seen(order.known) };
      return { scans: [], findings: [] };
    }
    return { scans: order.files.map((file) => scanFile(file, readFileSync(join(dist, file)), input)), findings: [] };
  };
}
