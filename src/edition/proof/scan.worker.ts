import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Needles } from './needles.ts';
import { scanFile } from './scan-file.ts';
import type { ScanOrder } from './scan-files.ts';

const { dist, files, needles, edition, proven } = workerData as ScanOrder;
// A failed attempt to read noise as data says nothing worth a stack.
Error.stackTraceLimit = 0;
const input = { needles: Needles.of(needles), edition, proven, seen: new Set<string>() };
parentPort?.postMessage(files.map((file) => scanFile(file, readFileSync(join(dist, file)), input)));
