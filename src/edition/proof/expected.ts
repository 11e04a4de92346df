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
import { withheldNeedles } from './withheld.ts';

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

/** Reads the content and the edition's part of it. */
export async function expectedOf({ edition, work, content, project, memos, canaries }: ProofInput): Promise<Expected> {
  const root = join(work, 'content');
  const inputs = await remembering(project, memos?.edition, (memo) => readInputs(root, memo));
  const archive = new Catalogue(inputs);
  const predicted = await predictedFiles({ archive, edition, work, content, pages: join(project, 'src/pages') });
  const open = { root, entries: inputs.map(({ entry }) => entry) };
  const needles = edition === 'public' ? await withheldOf(content, open, project, memos) : new Needles();
  for (const [canary, place] of canaries ?? []) needles.addExact(canary, place);
  return { predicted, needles };
}

async function withheldOf(
  content: string,
  open: Parameters<typeof withheldNeedles>[1],
  project: string,
  memos: ProofInput['memos'],
): Promise<Needles> {
  const all = await remembering(project, memos?.content, (memo) => readArchive(content, memo));
  return withheldNeedles(all, open, join(project, 'src'));
}
