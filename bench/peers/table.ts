import { join } from 'node:path';
import { costLine, figuresLine, LEGEND, peerHead, ratioHead, ratioLine } from '../report.ts';
import { type Comparison, compare, OURS } from './compare.ts';

export interface PeersOptions {
  readonly project: string;
  readonly documents: number;
  readonly seed: number;
  readonly runs: number;
  readonly signal: AbortSignal;
}

/** Compares, telling of each run and then of the medians. */
export async function benchAgainstPeers(options: PeersOptions, say: (line: string) => void): Promise<Comparison> {
  const { project, documents, seed, runs } = options;
  say(`${documents} documents, seed ${seed}, ${runs} runs\n\n${peerHead}`);
  const result = await compare({
    ...options,
    peers: join(project, 'bench', 'peers', 'sites'),
    say,
    onRun: (of, run, cost) => say(costLine({ of, step: `run ${run}`, ...cost })),
  });
  say(`\nMedians; ${result.shown} of the documents are in the public edition\n\n${peerHead}`);
  for (const { name, steps, whole } of result.builders) {
    if (steps.length > 1) for (const { step, medians } of steps) say(figuresLine(name, step, medians));
    say(figuresLine(name, 'all', whole));
  }
  say(`\nHow many times what ${OURS} takes\n\n${ratioHead}`);
  for (const { name, ratios } of result.builders) if (name !== OURS) say(ratioLine(name, ratios));
  say(`\n${LEGEND}`);
  return result;
}
