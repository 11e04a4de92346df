import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from './editions.ts';

/** Writes what `edition` may show of the content into `work/content`, afresh. */
export async function partition(content: string, _edition: Edition, work: string): Promise<void> {
  await rm(join(work, 'content'), { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await cp(content, join(work, 'content'), { recursive: true });
}
