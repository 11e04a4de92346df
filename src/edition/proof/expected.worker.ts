import { parentPort } from 'node:worker_threads';
import { type ExpectedQuestion, needlesOf, predictedOf } from './expected.ts';

parentPort?.once('message', async ({ of, input }: ExpectedQuestion) => {
  parentPort?.postMessage(of === 'predicted' ? await predictedOf(input) : (await needlesOf(input)).share());
});
