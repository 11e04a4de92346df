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

export async function expectedOf(input: ProofInput): Promise<Expected> {
  return { predicted: await predictedOf(input), needles: await needlesOf(input) };
}

/** The same by a thread of its own for each, with which goes all that was read for it. */
export async function expectedInThreads(input: ProofInput): Promise<Expected> {
  const predicted = await inThread<ReadonlySet<string>>({ of: 'predicted', input });
  const needles = await inThread<SharedNeedles>({ of: 'needles', input });
  return { predicted, needles: Needles.of(needles) };
}

/** What a thread is asked for. */
export interface ExpectedQuestion {
  readonly of: 'predicted' | 'needles';
  readonly input: ProofInput;
}

async function inThread<Answer>(question: ExpectedQuestion): Promise<Answer> {
  const thread = new Worker(new URL('./expected.worker.ts', import.meta.url));
  try {
    return await askThread<Answer>(thread, question);
  } finally {
    await thread.terminate();
  }
}

export async function predictedOf(input: ProofInput): Promise<ReadonlySet<string>> {
  const { edition, work, content, project, memos } = input;
  const inputs = await remembering(project, memos?.edition, (memo) => readInputs(join(work, 'content'), memo));
  const pages = join(project, 'src/pages');
  return predictedFiles({ archive: new Catalogue(inputs), edition, work, content, pages });
}

export async function needlesOf(input: ProofInput): Promise<Needles> {
  const { edition, work, content, project, memos, canaries } = input;
  const read = (root: string, memo: string | undefined) =>
    remembering(project, memo, (memo) => readArchive(root, memo));
  let needles = new Needles();
  if (edition === 'public') {
    const open = await read(join(work, 'content'), memos?.edition);
    needles = await withheldNeedles(await read(content, memos?.content), open, join(project, 'src'));
  }
  for (const [canary, place] of canaries ?? []) needles.addExact(canary, place);
  return needles;
}
