import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The folder beside `target` in which its successor is made; on the same disk, so that it can be renamed. */
export const draftOf = (target: string) => join(dirname(target), `.${basename(target)}.draft`);
const oldOf = (target: string) => join(dirname(target), `.${basename(target)}.old`);

/** Puts the finished draft in the place of `target`. Stopped at any moment, the old or the new one is whole. */
export async function swapIn(target: string): Promise<void> {
  await recover(target);
  if (existsSync(target)) await rename(target, oldOf(target));
  await rename(draftOf(target), target);
  await rm(oldOf(target), { recursive: true, force: true });
}

/** Mends what a swap that was killed left behind. */
export async function recover(target: string): Promise<void> {
  const old = oldOf(target);
  if (!existsSync(old)) return;
  if (existsSync(target)) await rm(old, { recursive: true, force: true });
  else await rename(old, target);
}
