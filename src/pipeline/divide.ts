import type { Edition } from '../edition/editions.ts';
import { partition } from '../edition/partition.ts';
import { dividing } from './divided-by.ts';
import { codeFingerprint } from './fingerprint.ts';
import { memosOf, openMemo } from './remember.ts';
import { StandingFolder } from './standing-folder.ts';

/** The content of an edition that is being built, and where it is divided to. */
export interface Division {
  readonly project: string;
  readonly content: string;
  readonly edition: Edition;
  /** The edition's work folder. */
  readonly work: string;
}

/** Brings the input of an edition up to date, by what was read before; only files that differ are touched. */
export async function divide({ project, content, edition, work }: Division): Promise<void> {
  const folders = StandingFolder.inputOf(work);
  const code = codeFingerprint(project);
  const { memo, save } = await openMemo(memosOf(work).content, code);
  await dividing(work, code, () => partition(content, edition, work, { memo, folders }));
  await save();
}
