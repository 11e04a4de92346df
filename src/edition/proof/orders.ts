import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../editions.ts';
import { type Bundle, bundleFindings } from './bundles.ts';
import { KnownHashes } from './known-hashes.ts';
import { Needles, type SharedNeedles } from './needles.ts';
import type { Finding } from './rules.ts';
import type { SharedTable } from './run-table.ts';
import { type FileScan, scanFile, scanList } from './scan-file.ts';
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
  | { readonly known: SharedTable }
  | { readonly bundle: Bundle };

/** What came of it: scans of files in their order, or findings on a bundle. */
export interface Outcome {
  readonly scans: readonly FileScan[];
  readonly findings: readonly Finding[];
}

/** Bytes of a list that is not taken into memory whole. */
const LONG = 64 * 1024 * 1024;
/** Files of lines that can be read one after the other. */
const LINES = /(?:\.(?:jsonl?|csv|ttl|txt|ics|bib)|SHA256SUMS)$/;

/** Does what is ordered, one order after the other. */
export function performer({ dist, needles, edition, proven }: ScanSetting): (order: Order) => Outcome {
  let input = { needles: Needles.of(needles), edition, proven, seen: new Seen() };
  return (order) => {
    if ('bundle' in order) return { scans: [], findings: bundleFindings(dist, order.bundle) };
    if ('known' in order) {
      input = { ...input, seen: new Seen(KnownHashes.from(order.known)) };
      return { scans: [], findings: [] };
    }
    const scan = (file: string) => {
      const path = join(dist, file);
      if (LINES.test(file) && statSync(path).size > LONG) return scanList(file, path, input);
      return scanFile(file, readFileSync(path), input);
    };
    return { scans: order.files.map(scan), findings: [] };
  };
}
