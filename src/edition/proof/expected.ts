import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Catalogue } from '../../archive/catalogue.ts';
import { readArchive } from '../../archive/read.ts';
import { readInputs } from '../../markdown/read-catalogue.ts';
import { remembering } from '../../pipeline/remember.ts';
import { askThread } from './ask-thread.ts';
import { Needles, type SharedNeedles } from './needles.ts';
import { predictedFiles } from './predict.ts';
import type { ProofInput } from './prove.ts';
import { type Entries, withheldNeedles } from './withheld.ts';

/** What an edition of some content must have in it, and what not. */
export interface Expected {
  /** Files that follow from its content. */
  readonly predicted: ReadonlySet<string>;
  readonly needles: Needles;
}

/** What one thread tells another. */
export interface SharedExpected {
  readonly predicted: ReadonlySet<string>;
  readonly needles: SharedNeedles;
}

/** The same in a thread of its own, with which goes all that was read for it. */
export async function expectedInThread(input: ProofInput): Promise<Expected> {
  const thread = new Worker(new URL('./expected.worker.ts', import.meta.url));
  try {
    const { predicted, needles } = await askThread<SharedExpected>(thread, input);
    return { predicted, needles: Needles.of(needles) };
  } finally {
    await thread.terminate();
  }
}

/** Reads the edition's part of the content, then all of it; one does not stay in memory for the other. */
export async function expectedOf(input: ProofInput): Promise<Expected> {
  const { predicted, open } = await readOpen(input);
  const needles = input.edition === 'public' ? await readWithheld(input, open) : new Needles();
  for (const [canary, place] of input.canaries ?? []) needles.addExact(canary, place);
  return { predicted, needles };
}

async function readOpen({ edition, work, content, project, memos }: ProofInput) {
  const root = join(work, 'content');
  const inputs = await remembering(project, memos?.edition, (memo) => readInputs(root, memo));
  const archive = new Catalogue(inputs);
  const predicted = await predictedFiles({ archive, edition, work, content, pages: join(project, 'src/pages') });
  return { predicted, open: { root, entries: inputs.map(({ entry }) => entry) } };
}

async function readWithheld({ content, project, memos }: ProofInput, open: Entries): Promise<Needles> {
  const all = await remembering(project, memos?.content, (memo) => readArchive(content, memo));
  return withheldNeedles(all, open, join(project, 'src'));
}
