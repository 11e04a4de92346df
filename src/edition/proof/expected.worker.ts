import { parentPort } from 'node:worker_threads';
import { expectedOf, type SharedExpected } from './expected.ts';
import type { ProofInput } from './prove.ts';

parentPort?.once('message', async (input: ProofInput) => {
  const { predicted, needles } = await expectedOf(input);
  parentPort?.postMessage({ predicted, needles: needles.share() } satisfies SharedExpected);
});
