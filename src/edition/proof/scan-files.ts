import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Edition } from '../editions.ts';
import type { Needles, SharedNeedles } from './needles.ts';
import { type FileScan, scanFile } from './scan-file.ts';

/** What a thread is to read. */
export interface ScanOrder {
  readonly dist: string;
  readonly files: readonly string[];
  readonly needles: SharedNeedles;
  readonly edition: Edition;
  readonly proven: ReadonlySet<string>;
}

/** Files that are read in less time than threads take to start. */
const FEW = 300;

/** Scans files of an edition, on all cores where there are many; in the order of `files`. */
export async function scanFiles(
  dist: string,
  files: readonly string[],
  needles: Needles,
  edition: Edition,
  proven: ReadonlySet<string>,
): Promise<FileScan[]> {
  const threads = files.length > FEW ? availableParallelism() : 1;
  if (threads === 1) {
    const input = { needles, edition, proven, seen: new Set<string>() };
    const scans: FileScan[] = [];
    for (const file of files) scans.push(scanFile(file, await readFile(join(dist, file)), input));
    return scans;
  }
  const shared = needles.share();
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const own = files.filter((__, index) => index % threads === thread);
      return inThread({ dist, files: own, needles: shared, edition, proven });
    }),
  );
  return files.map((_, index) => parts[index % threads]?.[Math.floor(index / threads)] as FileScan);
}

function inThread(order: ScanOrder): Promise<FileScan[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { workerData: order });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread of the proof has ended (${code})`)));
  });
}
